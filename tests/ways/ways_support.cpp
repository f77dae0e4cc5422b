#include "ways_support.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "support/support.hpp"
#include "upstream/report/json_report.hpp"

namespace upstream::test {
namespace {

void drop_places(nlohmann::ordered_json& value) {
  if (value.is_object()) {
    for (const char* key :
         {"line", "column", "evidence", "profile", "facts", "diagnostics", "diagnostics_total"})
      value.erase(key);
  }
  if (!value.is_structured()) return;
  for (auto& item : value) drop_places(item);
}

}  // namespace

std::string meaning(const FileReport& report) {
  auto value =
      nlohmann::ordered_json::parse(render_json({&report, 1}, *report.assessment->rubric, Language::ja));
  drop_places(value);
  return value.dump(1);
}

void expect_ways_golden(std::string_view name, const std::string& actual) {
  expect_golden("tests/ways/golden/" + std::string(name), actual);
}

}  // namespace upstream::test
