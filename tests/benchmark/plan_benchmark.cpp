// From a profile to a plan, for every sample and member of the sample team: every stage and path, and 50 and
// 80 points of design, in the present post and in another. What an iteration takes is the sum; the counters
// tell of single plans.

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "benchmark/samples.hpp"
#include "upstream/plan/plan.hpp"
#include "upstream/report/file_report.hpp"

namespace upstream::benchmarks {
namespace {

struct Asked {
  std::string name;
  PlanRequest request;
};

std::vector<Asked> everything_asked() {
  const auto& rubric = builtin_rubric();
  std::vector<Asked> all;
  for (const bool change : {false, true}) {
    const auto ask = [&](PlanGoal goal, std::string name) {
      PlanRequest request;
      request.goal = goal;
      request.change_post = change;
      all.push_back({std::move(name) + (change ? " --change-post" : ""), request});
    };
    for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) ask({StageIndex{s}, {}}, rubric.stages[s].id);
    for (const int score : {50, 80}) {
      ask({rubric.target(), score}, rubric[rubric.target()].id + " --score " + std::to_string(score));
    }
    for (std::uint16_t p = 0; p < rubric.paths.size(); ++p) ask({PathIndex{p}, {}}, rubric.paths[p].id);
  }
  return all;
}

std::vector<std::string> everyone() {
  auto paths = sample_paths();
  paths.insert(paths.end(), team_paths().begin(), team_paths().end());
  return paths;
}

void plan(benchmark::State& state) {
  using namespace std::chrono;
  const auto path = everyone()[static_cast<std::size_t>(state.range(0))];
  const auto text = read_source_tree(path);
  const auto asked = everything_asked();
  std::vector<std::pair<double, std::string>> times;
  for (auto _ : state) {
    times.clear();
    for (const auto& one : asked) {
      auto report = report_on(SourceFile(path, std::string(text)), builtin_rubric(),
                              {.day = {}, .today = year{2026} / October / 31});
      if (!report.ok()) continue;
      const auto begin = steady_clock::now();
      const auto answer = find_plan(std::move(report), builtin_rubric(), one.request);
      const duration<double, std::milli> taken = steady_clock::now() - begin;
      benchmark::DoNotOptimize(answer);
      times.emplace_back(taken.count(), one.name);
    }
  }
  if (times.empty()) return state.SkipWithError("no profile to plan for");
  std::sort(times.begin(), times.end());
  state.counters["plans"] = static_cast<double>(times.size());
  state.counters["within_100_ms"] = static_cast<double>(
      std::count_if(times.begin(), times.end(), [](const auto& one) { return one.first <= 100; }));
  state.counters["median_ms"] = times[times.size() / 2].first;
  state.counters["longest_ms"] = times.back().first;
  state.SetLabel(path + ", longest: " + times.back().second);
}

BENCHMARK(plan)
    ->Apply([](benchmark::internal::Benchmark* all) {
      for (std::size_t i = 0; i < everyone().size(); ++i) all->Arg(static_cast<std::int64_t>(i));
    })
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

}  // namespace
}  // namespace upstream::benchmarks
