#include "upstream/ways/compare.hpp"
#include "ways_json.hpp"

namespace upstream {
namespace embedded {
std::string_view compare_schema() noexcept;
}

namespace {

json::Json side(const ComparedSide& side, Language language) {
  json::Json object{{"path", side.report.source.path()}, {"saved", nullptr}};
  if (side.saved) {
    object["saved"] = {{"permille", side.saved->permille},
                       {"as_of", iso(side.saved->as_of)},
                       {"tool_version", side.saved->tool_version},
                       {"rubric_hash", side.saved->rubric_hash}};
  }
  object.update(ways::brief(*side.report.assessment, language));
  return object;
}

}  // namespace

std::string render_comparison_json(const Comparison& comparison, Language language) {
  auto object = ways::head(*comparison.after.report.assessment->rubric, language);
  object["before"] = side(comparison.before, language);
  object["after"] = side(comparison.after, language);
  object["delta"] = {{"profile", comparison.part(ChangePart::profile)},
                     {"rubric", comparison.part(ChangePart::rubric)},
                     {"tool", comparison.part(ChangePart::tool)},
                     {"time", comparison.part(ChangePart::time)},
                     {"total", comparison.total()}};
  auto changes = json::Json::array();
  for (const auto& [part, change] : comparison.changes) {
    auto one = ways::change(change, language);
    one["part"] = id(part);
    changes.push_back(std::move(one));
  }
  object["changes"] = std::move(changes);
  auto notes = json::Json::array();
  for (const auto& note : comparison.notes) notes.push_back(note.in(language));
  object["notes"] = std::move(notes);
  return json::dump(object);
}

std::string_view comparison_schema() { return embedded::compare_schema(); }

}  // namespace upstream
