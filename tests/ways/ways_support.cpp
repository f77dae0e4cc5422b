#include "ways_support.hpp"

#include <algorithm>
#include <cstdlib>

#include <gtest/gtest.h>

#include "report/json_facts.hpp"
#include "support/support.hpp"
#include "upstream/report/json_report.hpp"

namespace upstream::test {
namespace {

void drop_places(json::Json& value) {
  if (value.is_object()) {
    for (const char* key :
         {"line", "column", "evidence", "profile", "facts", "diagnostics", "diagnostics_total"})
      value.erase(key);
  }
  if (!value.is_structured()) return;
  for (auto& item : value) drop_places(item);
}

}  // namespace

std::string written(const Profile& profile, const Rubric& rubric, Day day) {
  return json::facts(profile, rubric, day).dump(1);
}

std::string meaning(const FileReport& report) {
  auto value = json::Json::parse(render_json({&report, 1}, *report.assessment->rubric, Language::ja));
  drop_places(value);
  return value.dump(1);
}

int property_runs() {
  const char* wanted = std::getenv("UPSTREAM_PROPERTY_RUNS");
  return wanted != nullptr ? std::clamp(std::atoi(wanted), 1, 10'000) : 300;
}

void expect_ways_golden(std::string_view name, const std::string& actual) {
  expect_golden("tests/ways/golden/" + std::string(name), actual);
}

}  // namespace upstream::test
