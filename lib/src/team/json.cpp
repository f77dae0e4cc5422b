#include <chrono>

#include "report/json_value.hpp"
#include "upstream/report/wording.hpp"
#include "upstream/team/team_report.hpp"
#include "wording.hpp"

namespace upstream {
namespace embedded {
std::string_view team_schema() noexcept;
}
namespace {

using json::Json;

std::string_view id(Naming naming) {
  switch (naming) {
    case Naming::names:
      return "name";
    case Naming::pseudonyms:
      return "pseudonym";
    case Naming::ids:
      break;
  }
  return "id";
}

class Writer {
 public:
  Writer(const TeamPicture& picture, Language language)
      : picture_(picture), rubric_(*picture.rubric), language_(language) {}

  [[nodiscard]] Json whole() const {
    return {
        {"schema_version", 1},
        {"tool", json::tool()},
        {"rubric", json::rubric_identity(rubric_)},
        {"as_of", iso(picture_.day)},
        {"language", language_ == Language::ja ? "ja" : "en"},
        {"group", group()},
        {"coverage", coverage()},
        {"single_points_of_failure", single_points(picture_.single_points)},
        {"uncovered", subjects(picture_.uncovered)},
        {"shared_gaps", shared_gaps()},
        {"training", trainings()},
        {"stages", {{"experienced", spread(picture_.experienced)}, {"reached", spread(picture_.reached)}}},
        {"bench", bench()},
        {"lapses", lapses()},
        {"seats", seats()},
        {"without", absence()},
        {"caveat", in(team_wording::caveat())}};
  }

 private:
  [[nodiscard]] const std::string& in(const Text& text) const { return text.in(language_); }
  [[nodiscard]] static Json figure(const Figure& figure) { return json::or_null(figure.people); }
  [[nodiscard]] const std::string& person(PersonIndex index) const { return picture_.persons[index].id; }

  [[nodiscard]] Json people(const std::vector<PersonIndex>& all) const {
    auto list = Json::array();
    for (const auto index : all) list.push_back(person(index));
    return list;
  }

  [[nodiscard]] Json subject(const Subject& subject) const {
    return {{"kind", team_wording::kind(subject)},
            {"id", team_wording::id(subject, rubric_)},
            {"label", in(team_wording::label(subject, rubric_))}};
  }

  /// Null where people are not shown one by one.
  [[nodiscard]] Json subjects(const std::vector<Subject>& all) const {
    if (!picture_.by_person()) return nullptr;
    auto list = Json::array();
    for (const auto& one : all) list.push_back(subject(one));
    return list;
  }

  [[nodiscard]] Json single_points(const std::vector<SinglePoint>& points) const {
    if (!picture_.by_person()) return nullptr;
    auto list = Json::array();
    for (const auto& point : points) {
      auto object = subject(point.subject);
      object["person"] = person(point.person);
      list.push_back(std::move(object));
    }
    return list;
  }

  [[nodiscard]] Json group() const {
    const auto& options = picture_.options;
    return {{"profiles", options.inputs.profiles},
            {"people", picture_.people},
            {"with_errors", options.inputs.with_errors},
            {"unreadable", options.inputs.unreadable},
            {"min_group", options.min_group},
            {"identity", picture_.by_person() ? id(options.naming) : "none"}};
  }

  [[nodiscard]] Json covered(const std::vector<Coverage>& rows) const {
    auto list = Json::array();
    for (const auto& row : rows) {
      list.push_back({{"id", team_wording::id(row.subject, rubric_)},
                      {"label", in(team_wording::label(row.subject, rubric_))},
                      {"able", figure(row.able)},
                      {"claimed", figure(row.claimed)}});
    }
    return list;
  }

  [[nodiscard]] Json coverage() const {
    return {{"able_from", kAbleLevel},
            {"skills", covered(picture_.skills)},
            {"stages", picture_.by_person() ? covered(picture_.stages) : Json(nullptr)},
            {"people", persons()}};
  }

  [[nodiscard]] Json persons() const {
    if (!picture_.by_person()) return nullptr;
    auto list = Json::array();
    for (const auto& one : picture_.persons) {
      Json object{{"id", one.id}};
      if (picture_.options.naming == Naming::names) object["name"] = one.name;
      object["experienced"] = json::stage_id(one.experienced, rubric_);
      object["reached"] = json::stage_id(one.reached, rubric_);
      auto skills = Json::object();
      for (std::size_t s = 0; s < one.skills.size(); ++s) {
        const auto& skill = one.skills[s];
        skills[rubric_.skills[s].id] = {
            {"proven", skill.proven}, {"claimed", skill.claimed}, {"rated", skill.rated}};
      }
      object["skills"] = std::move(skills);
      list.push_back(std::move(object));
    }
    return list;
  }

  [[nodiscard]] Json shared_gaps() const {
    auto list = Json::array();
    for (const auto& gap : picture_.shared_gaps) {
      const bool is_gate = gap.gate != nullptr;
      list.push_back({{"kind", is_gate ? "gate" : "requirement"},
                      {"id", is_gate ? gap.gate->id : gap.requirement->id},
                      {"label", in(team_wording::subject(gap))},
                      {"stage", rubric_[gap.stage].id},
                      {"people", figure(gap.people)},
                      {"gain", gap.gain},
                      {"source", is_gate ? gap.gate->source : gap.requirement->source}});
    }
    return list;
  }

  [[nodiscard]] Json trainings() const {
    auto list = Json::array();
    for (const auto& effect : picture_.trainings) list.push_back(training(effect));
    return list;
  }

  [[nodiscard]] Json training(const TrainingEffect& effect) const {
    const auto& training = effect.training;
    Json object{{"kind", upstream::id(training.kind)}};
    switch (training.kind) {
      case TrainingKind::skill:
        object["skill"] = rubric_[training.skill].id;
        break;
      case TrainingKind::certificate:
        object["certification"] = rubric_[training.certification].id;
        break;
      case TrainingKind::lab:
        object["hours"] = training.lab->hours;
        object["stages"] = json::stage_ids(training.lab->stages, rubric_);
        object["artifact"] = training.lab->artifact;
        break;
    }
    object["label"] = in(team_wording::subject(training, rubric_));
    object["people"] = figure(effect.people);
    object["gain"] = effect.gain;
    object["opens_stage"] = figure(effect.lifted);
    object["effort"] = json::effort(effect.effort);
    return object;
  }

  [[nodiscard]] Json spread(const std::vector<Figure>& figures) const {
    auto list = Json::array();
    for (std::size_t i = 0; i < figures.size(); ++i) {
      const auto stage = i == 0 ? Json(nullptr) : Json(rubric_.stages[i - 1].id);
      list.push_back({{"stage", stage}, {"people", figure(figures[i])}});
    }
    return list;
  }

  [[nodiscard]] Json bench() const {
    Json object{{"stage", rubric_[rubric_.target()].id},
                {"now", figure(picture_.bench.now)},
                {"one_gate", figure(picture_.bench.one_gate)},
                {"people", nullptr}};
    if (!picture_.by_person()) return object;
    auto list = Json::array();
    for (const auto& candidate : picture_.bench.people) {
      const auto* gate = candidate.gate;
      list.push_back({{"person", person(candidate.person)},
                      {"gate", gate == nullptr ? Json(nullptr) : Json(gate->id)},
                      {"label", gate == nullptr ? Json(nullptr) : Json(in(gate->label))}});
    }
    object["people"] = std::move(list);
    return object;
  }

  [[nodiscard]] Json lapses() const {
    const int days = picture_.options.lapses_within;
    Json object{{"within_days", days},
                {"until", iso(picture_.day + std::chrono::days(days))},
                {"people", figure(picture_.lapsing)},
                {"certifications", nullptr}};
    if (!picture_.by_person()) return object;
    auto list = Json::array();
    for (const auto& [index, lapse] : picture_.lapses) {
      list.push_back({{"person", person(index)},
                      {"id", rubric_[lapse.certification].id},
                      {"label", in(rubric_[lapse.certification].label)},
                      {"last_day", iso(lapse.last)},
                      {"covered", lapse.covered}});
    }
    object["certifications"] = std::move(list);
    return object;
  }

  [[nodiscard]] Json seats() const {
    auto list = Json::array();
    for (std::size_t v = 0; v < kVerdicts; ++v) {
      list.push_back({{"verdict", upstream::id(static_cast<Verdict>(v))},
                      {"label", in(rubric_.seat.verdicts[v].label)},
                      {"people", figure(picture_.seats[v])}});
    }
    return list;
  }

  [[nodiscard]] Json absence() const {
    if (!picture_.absence) return nullptr;
    const auto& absence = *picture_.absence;
    auto list = Json::array();
    for (const auto& change : absence.coverage) {
      auto object = subject(change.subject);
      object["before"] = change.before;
      object["after"] = change.after;
      list.push_back(std::move(object));
    }
    return {{"people", people(absence.gone)},
            {"coverage", std::move(list)},
            {"single_points_of_failure", single_points(absence.single_points)},
            {"uncovered", subjects(absence.uncovered)}};
  }

  const TeamPicture& picture_;
  const Rubric& rubric_;
  Language language_;
};

}  // namespace

std::string render_team_json(const TeamPicture& picture, Language language) {
  return json::dump(Writer(picture, language).whole());
}

std::string_view team_schema() { return embedded::team_schema(); }

}  // namespace upstream
