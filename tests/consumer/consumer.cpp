#include <cstdio>
#include <string>

#include <upstream/report/file_report.hpp>
#include <upstream/rubric/load.hpp>

int main() {
  upstream::Diagnostics diagnostics;
  const auto rubric =
      upstream::load_rubric({"rubric.yaml", std::string(upstream::builtin_rubric_text())}, diagnostics);
  if (!rubric) return 1;
  const std::string text = "version: 1\nname: x\nexperience: [{stage: 保守, years: 2, domains: [network]}]\n";
  upstream::ReportOptions options;
  options.today = upstream::Date::of(2026, 10, 31)->first_day();
  const auto report = upstream::report_on({"x.yaml", text}, *rubric, options);
  if (!report.ok()) return 1;
  std::printf("%d\n", report.assessment->readiness.score);
  return 0;
}
