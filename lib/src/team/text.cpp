#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "picture_words.hpp"
#include "report/page.hpp"
#include "text_map.hpp"
#include "upstream/text/escape.hpp"

namespace upstream {
namespace {

using layout::Align;
using layout::Line;
using layout::Style;
using layout::Table;

constexpr std::size_t kNarrowest = 60;
/// Longer lines are hard to read, however wide the terminal is.
constexpr std::size_t kWidest = 100;
constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabelColumns = 32;
constexpr std::size_t kPersonColumns = 24;
/// Of what is ordered by weight; the rest is in the other formats.
constexpr std::size_t kMostGaps = 8;

TextOptions within_limits(TextOptions options) {
  options.width = std::clamp(options.width, kNarrowest, kWidest);
  return options;
}

class Writer : PictureWords {
 public:
  Writer(const TeamPicture& picture, const TextOptions& options)
      : PictureWords(picture, options.language), page_(within_limits(options)) {}

  std::string write() {
    begin();
    stages();
    coverage();
    weak_points();
    map();
    gaps();
    trainings();
    bench();
    lapses();
    seats();
    absence();
    end();
    return page_.render();
  }

 private:
  // Short enough for a column.
  [[nodiscard]] std::string label(const Subject& subject) const {
    return text::printable(PictureWords::label(subject), kLabelColumns);
  }
  [[nodiscard]] Line person(PersonIndex index) const {
    return Line(text::printable(PictureWords::person(index), kPersonColumns));
  }

  void heading(const char* ja, const char* en, const std::string& more = {}) {
    page_.blank();
    Line line(in(ja, en), Style::heading);
    if (!more.empty()) line.add(" ─ " + more, Style::dim);
    page_.add(layout::wrap(line, page_.options().width));
  }
  void table(const Table& table) { page_.add(table, kIndent); }
  void say(const Line& line) {
    page_.add(layout::beside(Line(std::string(kIndent, ' ')), line, page_.options().width));
  }

  void begin() {
    page_.title(fmt::format("{}{}", in("チームの見取り図  ", "The team  "), in(team_wording::size(picture_))),
                fmt::format(fmt::runtime(in("{} 時点", "as of {}")), iso(picture_.day)));
    page_.paragraph(team_wording::headline(picture_));
    page_.paragraph(team_wording::day(picture_));
    if (!picture_.by_person()) page_.paragraph(team_wording::withholding(picture_));
  }

  void stages() {
    heading("工程", "Stages", in("人数", "people"));
    Table table({{Align::left, true}, {Align::right, false}, {Align::right, false}});
    table.add({Line(), Line(in("実務の最上位工程", "field work"), Style::dim),
               Line(in("任せられる工程", "ready for"), Style::dim)});
    const auto number = [&](const Figure& people) {
      return Line(figure(people), people.people == 0 ? Style::dim : Style::plain);
    };
    for (std::size_t i = 0; i < picture_.reached.size(); ++i) {
      const auto name = i == 0 ? std::string(in("まだない", "none yet")) : in(rubric_.stages[i - 1].label);
      table.add({Line(name), number(picture_.experienced[i]), number(picture_.reached[i])});
    }
    this->table(table);
  }

  /// Those who are able, those who only claim it, and the rest.
  [[nodiscard]] Line bar(const Coverage& row) const {
    const std::size_t columns = page_.options().width < 80 ? 12 : 24;
    if (!row.able.people || !row.claimed.people || picture_.people == 0) return Line();
    const auto share = [&](int some) -> std::size_t {
      if (some == 0) return 0;
      return std::clamp<std::size_t>(
          columns * static_cast<std::size_t>(some) / static_cast<std::size_t>(picture_.people), 1, columns);
    };
    const auto able = share(*row.able.people);
    const auto claimed =
        std::min(columns, std::max(share(*row.claimed.people), able + (row.able == row.claimed ? 0U : 1U)));
    Line line;
    for (std::size_t i = 0; i < columns; ++i) {
      if (i < able) {
        line.add("█", Style::good);
      } else if (i < claimed) {
        line.add("▒", Style::warn);
      } else {
        line.add("░", Style::dim);
      }
    }
    return line;
  }

  void coverage() {
    heading("できる人", "Who is able",
            fmt::format(fmt::runtime(in("3(一人でできる)以上を裏付けつきで。全 {} 人",
                                        "level 3 (alone) or more, proven; of {}")),
                        picture_.people));
    Table table({{Align::left, true}, {}, {Align::right, false}, {Align::right, false}});
    table.add(
        {Line(), Line(), Line(in("できる", "able"), Style::dim), Line(in("申告", "claim it"), Style::dim)});
    const auto add = [&](const Coverage& row) {
      const bool weak = row.able.people && *row.able.people <= 1;
      table.add({Line(label(row.subject)), bar(row),
                 Line(figure(row.able), weak ? Style::warn : Style::plain),
                 Line(figure(row.claimed), row.claimed == row.able ? Style::dim : Style::plain)});
    };
    for (const auto& row : picture_.skills) add(row);
    if (!picture_.stages.empty()) table.add({Line(), Line(), Line(), Line()});
    for (const auto& row : picture_.stages) add(row);
    this->table(table);
  }

  void weak_points() {
    if (!picture_.by_person()) return;
    if (!picture_.single_points.empty()) {
      heading("属人化", "Resting on one person");
      Table table({{}, {}});
      for (const auto& point : picture_.single_points)
        table.add({Line(label(point.subject)), person(point.person)});
      this->table(table);
    }
    if (!picture_.uncovered.empty()) {
      heading("できる人がまだいない", "Nobody yet");
      say(Line(uncovered()));
    }
  }

  void map() {
    if (!picture_.by_person() || picture_.persons.empty()) return;
    heading("人と技能", "People and skills", in("id 順", "by id"));
    if (picture_.people > kMostMapRows) {
      say(Line(fmt::format(
          fmt::runtime(
              in("{} 人は表にすると読みにくいので、ここには出しません。--format csv で全員分を出せます。",
                 "{} people make no readable map; --format csv has them all.")),
          picture_.people)));
      return;
    }
    add_team_map(picture_, page_);
    say(Line(in("濃さは裏付けのあるレベル(· 0、░ 1、▒ 2、▓ 3、█ 4)、数字は本人の申告。? "
                "は裏付けがそこまでないもの、"
                "· は 0、– は未記入か対象外。",
                "The shade is what is proven (· 0, ░ 1, ▒ 2, ▓ 3, █ 4), the digit what is claimed; ? marks a "
                "claim beyond its proof, · is 0, – not stated or n/a."),
             Style::dim));
  }

  void gaps() {
    if (picture_.shared_gaps.empty()) return;
    heading(
        "多くの人に共通する不足", "Gaps that half or more share",
        in("かっこ内は全員が満たしたときに増える点の合計", "in brackets: points if all closed it, summed"));
    Table table({{Align::left, true}, {Align::right, false}, {}});
    const auto shown = std::min(kMostGaps, picture_.shared_gaps.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const auto& gap = picture_.shared_gaps[i];
      const auto count = in(team_wording::count_people(gap.people, picture_));
      const auto what = gap.gate != nullptr ? fmt::format(fmt::runtime(in("{}の関門", "gate to {}")),
                                                          in(rubric_[gap.stage].label))
                                            : fmt::format("(+{})", phrases::points(gap.gain));
      table.add({Line(text::printable(in(team_wording::subject(gap)), kLabelColumns)), Line(count),
                 Line(what, Style::dim)});
    }
    this->table(table);
    if (const auto left = picture_.shared_gaps.size() - shown; left > 0)
      say(Line(fmt::format(fmt::runtime(in("ほか {} 件(--format json)", "{} more (--format json)")), left),
               Style::dim));
  }

  void trainings() {
    if (picture_.trainings.empty()) return;
    heading("一緒に学ぶなら", "If they learn together",
            fmt::format(fmt::runtime(in("{}への到達度が合計でいちばん増える一歩を、種類ごとに",
                                        "of each kind the step that adds most to the readiness for {}")),
                        target()));
    Table table({{}, {Align::left, true}, {Align::right, false}, {Align::right, false}});
    for (const auto& effect : picture_.trainings) {
      const auto kind = effect.training.kind;
      const bool is_best = &effect == &picture_.trainings.front();
      table.add(
          {Line(in(team_wording::kind(kind)), Style::dim),
           Line(in(team_wording::subject(effect.training, rubric_)), is_best ? Style::strong : Style::plain),
           Line(in(team_wording::count_people(effect.people, picture_))),
           Line(fmt::format(fmt::runtime(in("+{} 点", "+{} points")), phrases::points(effect.gain)))});
      Line detail(fmt::format(fmt::runtime(in("一人 {}", "{} each")), in(wording::effort(effect.effort))),
                  Style::dim);
      if (kind == TrainingKind::certificate)
        detail.add(in("、歓迎(必須ではない)", ", welcome, not required"), Style::dim);
      if (const auto lifted = in(team_wording::lifted(effect, picture_)); !lifted.empty())
        detail.add(in("、", ", "), Style::dim).add(lifted, Style::good);
      table.add({Line(), detail, Line(), Line()});
    }
    this->table(table);
  }

  void bench() {
    const auto about = picture_.by_person()
                           ? in("{}を任せられるか、関門があと一つ。id 順で、点の順ではない",
                                "for {}, now or one gate away; by id, not by score")
                           : in("{}を任せられるか、関門があと一つ", "for {}, now or one gate away");
    heading("候補", "Candidates", fmt::format(fmt::runtime(about), target()));
    if (!picture_.by_person()) {
      Table table({{}, {}});
      table.add(
          {Line(in("いま", "now")), Line(in(team_wording::count_people(picture_.bench.now, picture_)))});
      table.add({Line(in("関門あと一つ", "one gate away")),
                 Line(in(team_wording::count_people(picture_.bench.one_gate, picture_)))});
      return this->table(table);
    }
    Table table({{}, {Align::left, true}});
    for (const auto& candidate : picture_.bench.people) {
      Line state(in("いま任せられる", "now"), Style::good);
      if (candidate.gate != nullptr)
        state = Line(in("あと一つ: ", "one gate away: ")).add(in(candidate.gate->label));
      table.add({person(candidate.person), state});
    }
    if (table.empty()) return say(Line(in("いまはいません。", "Nobody as yet."), Style::dim));
    this->table(table);
  }

  void lapses() {
    heading("資格の期限", "Certificates that lapse", in(team_wording::lapse_window(picture_)));
    if (!picture_.by_person()) return say(Line(in(team_wording::count_people(picture_.lapsing, picture_))));
    if (picture_.lapses.empty()) return say(Line(in("ありません。", "None."), Style::dim));
    Table table({{}, {}, {Align::left, true}});
    for (const auto& [index, lapse] : picture_.lapses) {
      Line what(in(rubric_[lapse.certification].label));
      if (lapse.covered) what.add(in("  ほかの資格で足りる", "  covered by another"), Style::dim);
      table.add({Line(iso(lapse.last), lapse.covered ? Style::dim : Style::warn), person(index), what});
    }
    this->table(table);
  }

  void seats() {
    heading("いまの席", "Their posts", in("人数", "people"));
    Line line;
    for (std::size_t v = 0; v < kVerdicts; ++v) {
      const auto& people = picture_.seats[v];
      const bool no_chance = static_cast<Verdict>(v) == Verdict::no_chance;
      const auto style = people.people == 0 ? Style::dim : no_chance ? Style::warn : Style::plain;
      if (v > 0) line.add("   ");
      line.add(fmt::format("{} {}", in(rubric_.seat.verdicts[v].label), figure(people)), style);
    }
    say(line);
    const auto& none = picture_.seats[static_cast<std::size_t>(Verdict::no_chance)];
    if (none.people && *none.people > 0) {
      say(Line(in("機会のない席は力とは別の話です。担当できる工程か現場を変えられないか、席の側から考えてくだ"
                  "さい。",
                  "A post without a chance is not about the person: see whether its stages, or the site, can "
                  "change."),
               Style::dim));
    }
  }

  void absence() {
    if (!picture_.absence) return;
    const auto& absence = *picture_.absence;
    heading("抜けたとき", "Without", team_wording::people(absence.gone, picture_, page_.options().language));
    Table table({{}, {Align::right, false}, {Align::left, true}});
    for (const auto& change : absence.coverage) {
      if (change.before == change.after) continue;
      Line after(fmt::format("→ {}", change.after));
      if (change.after == 0) {
        after.add(in("  できる人がいなくなる", "  nobody is left"), Style::bad);
      } else if (change.after == 1) {
        const auto point = std::find_if(absence.single_points.begin(), absence.single_points.end(),
                                        [&](const SinglePoint& p) { return p.subject == change.subject; });
        after.add(in("  一人だけになる: ", "  rests on one: "), Style::warn).append(person(point->person));
      }
      table.add({Line(label(change.subject)), Line(std::to_string(change.before)), after});
    }
    if (table.empty()) return say(Line(in("できる人の数は変わりません。", "No number changes."), Style::dim));
    this->table(table);
  }

  void end() {
    page_.blank();
    page_.add(layout::wrap(Line(in(team_wording::caveat()), Style::dim), page_.options().width));
  }

  Page page_;
};

}  // namespace

std::string render_team_text(const TeamPicture& picture, const TextOptions& options) {
  return Writer(picture, options).write();
}

}  // namespace upstream
