#include "upstream/ways/timeline.hpp"
#include "ways_json.hpp"

namespace upstream {
namespace embedded {
std::string_view timeline_schema() noexcept;
}

std::string render_timeline_json(const Timeline& timeline, Language language) {
  using json::Json;
  const auto& profile = *timeline.report.profile;
  const auto& rubric = *timeline.report.assessment->rubric;
  auto object = ways::head(rubric, language);
  object["profile"] = {{"path", timeline.report.source.path()}, {"id", profile.id}, {"name", profile.name}};
  object["as_of"] = iso(timeline.report.day);
  object["from"] = iso(timeline.from);
  object["to"] = iso(timeline.to);
  auto points = Json::array();
  for (const auto& point : timeline.points) {
    points.push_back({{"date", iso(point.date)},
                      {"score", point.score},
                      {"permille", point.permille},
                      {"low", point.low},
                      {"high", point.high},
                      {"stage", json::stage_id(point.stage, rubric)}});
  }
  object["points"] = std::move(points);
  auto events = Json::array();
  for (const auto& event : timeline.events) {
    events.push_back({{"date", iso(event.date)},
                      {"kind", id(event.kind)},
                      {"id", event.id},
                      {"effect", event.effect},
                      {"text", event.text.in(language)}});
  }
  object["events"] = std::move(events);
  object["events_total"] = timeline.events_total;
  auto assumptions = Json::array();
  for (const auto& assumption : timeline.assumptions) {
    assumptions.push_back({{"about", id(assumption.about)},
                           {"id", assumption.id.empty() ? Json(nullptr) : Json(assumption.id)},
                           {"since", assumption.since ? Json(iso(*assumption.since)) : Json(nullptr)},
                           {"text", assumption.text.in(language)}});
  }
  object["assumptions"] = std::move(assumptions);
  return json::dump(object);
}

std::string_view timeline_schema() { return embedded::timeline_schema(); }

}  // namespace upstream
