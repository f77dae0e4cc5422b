// From a profile to a report.

#include <chrono>
#include <span>

#include <benchmark/benchmark.h>

#include "benchmark/samples.hpp"
#include "upstream/assess/assess.hpp"
#include "upstream/profile/load.hpp"
#include "upstream/report/file_report.hpp"
#include "upstream/report/json_report.hpp"
#include "upstream/report/text_report.hpp"

namespace upstream::benchmarks {
namespace {

constexpr Day day() {
  using namespace std::chrono;
  return year{2026} / October / 31;
}

void assess_usual(benchmark::State& state, bool sensitivity, bool details) {
  const auto& rubric = builtin_rubric();
  Diagnostics diagnostics;
  const auto profile = load_profile(SourceFile("profile.yaml", usual_profile()), rubric, diagnostics);
  for (auto _ : state) benchmark::DoNotOptimize(assess(*profile, rubric, {day(), sensitivity, details}));
}

FileReport usual_report() {
  return report_on(SourceFile("profile.yaml", usual_profile()), builtin_rubric(),
                   {.day = day(), .today = day()});
}

void report(benchmark::State& state) {
  (void)builtin_rubric();
  for (auto _ : state) benchmark::DoNotOptimize(usual_report());
}

void json(benchmark::State& state) {
  const auto report = usual_report();
  for (auto _ : state) {
    benchmark::DoNotOptimize(render_json(std::span(&report, 1), builtin_rubric(), Language::ja));
  }
}

void text(benchmark::State& state) {
  const auto report = usual_report();
  for (auto _ : state) benchmark::DoNotOptimize(render_text(report, {.language = Language::ja}));
}

BENCHMARK_CAPTURE(assess_usual, with_sensitivity, true, true)->Name("assess/with_sensitivity");
BENCHMARK_CAPTURE(assess_usual, without_sensitivity, false, true)->Name("assess/without_sensitivity");
BENCHMARK_CAPTURE(assess_usual, without_details, false, false)->Name("assess/without_details");
BENCHMARK(report)->Name("report_on");
BENCHMARK(json)->Name("render_json");
BENCHMARK(text)->Name("render_text");

}  // namespace
}  // namespace upstream::benchmarks
