#include "report/markdown.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "picture_words.hpp"

namespace upstream {
namespace {

using Cells = std::vector<std::string>;

class Writer : PictureWords {
 public:
  using PictureWords::PictureWords;

  std::string write() {
    out_ = fmt::format("# {} {}\n", in("チームの見取り図", "The team:"),
                       markdown::cell(in(team_wording::size(picture_))));
    paragraph(fmt::format(fmt::runtime(in("{} 時点", "As of {}")), iso(picture_.day)));
    if (picture_.by_person()) paragraph(in(team_wording::headline(picture_)));
    paragraph(in(team_wording::day(picture_)));
    if (!picture_.by_person()) paragraph(in(team_wording::withholding(picture_)));
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
    heading(in("使い方の約束", "What this is not for"));
    paragraph(in(team_wording::caveat()));
    return std::move(out_);
  }

 private:
  void heading(std::string_view title) { out_ += fmt::format("\n## {}\n", title); }
  void paragraph(std::string_view raw) { out_ += fmt::format("\n{}\n", markdown::escaped(raw)); }

  void row(const Cells& cells) {
    out_ += '|';
    for (const auto& cell : cells) out_ += fmt::format(" {} |", markdown::cell(cell));
    out_ += '\n';
  }
  /// `numbers` columns at the end stand to the right.
  void head(const Cells& cells, std::size_t numbers = 0) {
    out_ += '\n';
    row(cells);
    out_ += '|';
    for (std::size_t i = 0; i < cells.size(); ++i) out_ += i + numbers < cells.size() ? "---|" : "--:|";
    out_ += '\n';
  }

  void stages() {
    heading(in("工程", "Stages"));
    Cells cells{in("人数", "people"), in("まだ", "none yet")};
    for (const auto& stage : rubric_.stages) cells.emplace_back(in(stage.label));
    head(cells, cells.size() - 1);
    const auto add = [&](const char* name, const std::vector<Figure>& spread) {
      Cells line{name};
      for (const auto& people : spread) line.push_back(figure(people));
      row(line);
    };
    add(in("実務の最上位工程", "highest stage of field work"), picture_.experienced);
    add(in("任せられる工程", "ready for"), picture_.reached);
  }

  void coverage() {
    heading(fmt::format(fmt::runtime(in("できる人(3 以上を裏付けつきで。全 {} 人)",
                                        "Who is able (level 3 or more, proven; of {})")),
                        picture_.people));
    head({in("技能・工程", "skill or stage"), in("できる", "able"), in("申告", "claim it")}, 2);
    for (const auto* rows : {&picture_.skills, &picture_.stages}) {
      for (const auto& line : *rows) row({label(line.subject), figure(line.able), figure(line.claimed)});
    }
  }

  void weak_points() {
    if (!picture_.by_person()) return;
    if (!picture_.single_points.empty()) {
      heading(in("属人化", "Resting on one person"));
      head({in("技能・工程", "skill or stage"), in("人", "person")});
      for (const auto& point : picture_.single_points) row({label(point.subject), person(point.person)});
    }
    if (picture_.uncovered.empty()) return;
    heading(in("できる人がまだいない", "Nobody yet"));
    paragraph(uncovered());
  }

  /// The level that is proven; a claim beyond it behind an arrow.
  static std::string level(const Member::Skill& skill) {
    if (!skill.rated) return "–";
    return skill.claimed > skill.proven ? fmt::format("{} → {}?", skill.proven, skill.claimed)
                                        : std::to_string(skill.proven);
  }

  void map() {
    if (!picture_.by_person() || picture_.persons.empty() || picture_.people > kMostMapRows) return;
    heading(in("人と技能(id 順)", "People and skills (by id)"));
    paragraph(in("裏付けのあるレベル。2 → 3? は、申告が 3 で裏付けは 2 まで。– は未記入か対象外。",
                 "The level that is proven; 2 → 3? claims 3 and has proof for 2; – is not stated or n/a."));
    Cells cells{""};
    for (const auto& skill : rubric_.skills) cells.emplace_back(in(skill.short_label));
    head(cells);
    for (PersonIndex p = 0; p < picture_.persons.size(); ++p) {
      Cells line{person(p)};
      for (const auto& skill : picture_.persons[p].skills) line.push_back(level(skill));
      row(line);
    }
  }

  void gaps() {
    if (picture_.shared_gaps.empty()) return;
    heading(in("多くの人に共通する不足", "Gaps that half or more share"));
    head({in("不足", "gap"), in("工程", "stage"), in("人数", "people"), in("点の合計", "points, summed")}, 2);
    for (const auto& gap : picture_.shared_gaps) {
      row({in(team_wording::subject(gap)),
           gap.gate != nullptr
               ? fmt::format(fmt::runtime(in("{}の関門", "gate to {}")), in(rubric_[gap.stage].label))
               : in(rubric_[gap.stage].label),
           figure(gap.people), gap.gate != nullptr ? "" : "+" + phrases::points(gap.gain)});
    }
  }

  void trainings() {
    if (picture_.trainings.empty()) return;
    heading(in("一緒に学ぶなら", "If they learn together"));
    head({"", in("一歩", "step"), in("手間", "effort"), in("人数", "people"),
          in("点の合計", "points, summed"), in("次の工程へ", "reach the next stage")},
         3);
    for (const auto& effect : picture_.trainings) {
      std::string step(in(team_wording::subject(effect.training, rubric_)));
      if (effect.training.kind == TrainingKind::certificate)
        step += in("(歓迎、必須ではない)", " (welcome, not required)");
      row({in(team_wording::kind(effect.training.kind)), step, in(wording::effort(effect.effort)),
           figure(effect.people), "+" + phrases::points(effect.gain), figure(effect.lifted)});
    }
  }

  void bench() {
    heading(fmt::format(fmt::runtime(in("{}の候補(id 順)", "Candidates for {} (by id)")), target()));
    if (!picture_.by_person()) {
      head({"", in("人数", "people")}, 1);
      row({in("いま", "now"), figure(picture_.bench.now)});
      return row({in("関門あと一つ", "one gate away"), figure(picture_.bench.one_gate)});
    }
    if (picture_.bench.people.empty()) return paragraph(in("いまはいません。", "Nobody as yet."));
    head({in("人", "person"), in("あと一つの関門", "the one gate")});
    for (const auto& candidate : picture_.bench.people) {
      row({person(candidate.person),
           candidate.gate == nullptr ? in("いま任せられる", "none: now") : in(candidate.gate->label)});
    }
  }

  void lapses() {
    heading(fmt::format("{}: {}", in("資格の期限", "Certificates that lapse"),
                        in(team_wording::lapse_window(picture_))));
    if (!picture_.by_person()) return paragraph(in(team_wording::count_people(picture_.lapsing, picture_)));
    if (picture_.lapses.empty()) return paragraph(in("ありません。", "None."));
    head({in("最後の日", "last day"), in("人", "person"), in("資格", "certificate"), ""});
    for (const auto& [index, lapse] : picture_.lapses) {
      row({iso(lapse.last), person(index), in(rubric_[lapse.certification].label),
           lapse.covered ? in("ほかの資格で足りる", "covered by another") : ""});
    }
  }

  void seats() {
    heading(in("いまの席", "Their posts"));
    head({in("席", "post"), in("人数", "people")}, 1);
    for (std::size_t v = 0; v < kVerdicts; ++v)
      row({in(rubric_.seat.verdicts[v].label), figure(picture_.seats[v])});
  }

  void absence() {
    if (!picture_.absence) return;
    const auto& absence = *picture_.absence;
    heading(in("抜けたとき", "Without"));
    paragraph(team_wording::people(absence.gone, picture_, language_));
    head({in("技能・工程", "skill or stage"), in("いま", "now"), in("抜けると", "then")}, 2);
    for (const auto& change : absence.coverage) {
      if (change.before != change.after)
        row({label(change.subject), std::to_string(change.before), std::to_string(change.after)});
    }
  }

  std::string out_;
};

}  // namespace

std::string render_team_markdown(const TeamPicture& picture, Language language) {
  return Writer(picture, language).write();
}

}  // namespace upstream
