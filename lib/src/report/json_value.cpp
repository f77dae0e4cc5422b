#include "json_value.hpp"

#include "json_text.hpp"
#include "upstream/report/version.hpp"
#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::json {
namespace {

std::string dump_with(const Json& value, int indent) {
  return escape_invisible(value.dump(indent, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

std::string dump(const Json& value) { return dump_with(value, 2); }

std::string dump_line(const Json& value) { return dump_with(value, -1); }

Json tool() { return {{"name", kToolName}, {"version", kToolVersion}}; }

Json rubric_identity(const Rubric& rubric) {
  return {{"id", rubric.id}, {"version", rubric.version}, {"hash", rubric.hash}};
}

Json place(Position at) { return {{"line", at.line}, {"column", at.column}}; }

Json places(const std::vector<Position>& lines) {
  auto all = Json::array();
  for (const auto at : lines) {
    if (at.line != 0) all.push_back(place(at));
  }
  return all;
}

void add_place(Json& object, Position at) {
  if (at.line == 0) return;
  object["line"] = at.line;
  object["column"] = at.column;
}

Json effort(const Effort& effort) {
  return {{"hours", Json::array({effort.hours_min, effort.hours_max})}, {"months", effort.months}};
}

Json stage_ids(const StageSet& stages, const Rubric& rubric) {
  auto ids = Json::array();
  for (std::uint16_t i = 0; i < rubric.stages.size(); ++i) {
    if (stages.contains({i})) ids.push_back(rubric.stages[i].id);
  }
  return ids;
}

Json stage_id(std::optional<StageIndex> stage, const Rubric& rubric) {
  return stage ? Json(rubric[*stage].id) : Json(nullptr);
}

}  // namespace upstream::json
