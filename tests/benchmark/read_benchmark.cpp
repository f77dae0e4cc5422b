// From bytes to a profile, and to a rubric.

#include <span>

#include <benchmark/benchmark.h>

#include "benchmark/samples.hpp"
#include "upstream/profile/load.hpp"
#include "upstream/rubric/load.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::benchmarks {
namespace {

void read_all(benchmark::State& state, std::span<const std::string> texts, yaml::Lane lane) {
  std::vector<SourceFile> sources;
  std::size_t bytes = 0;
  for (const auto& text : texts) {
    sources.emplace_back("profile.yaml", text);
    bytes += text.size();
  }
  for (auto _ : state) {
    for (const auto& source : sources) {
      Diagnostics diagnostics;
      benchmark::DoNotOptimize(yaml::read(source, diagnostics, {}, lane));
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void read(benchmark::State& state, yaml::Lane lane) { read_all(state, std::span(&usual_profile(), 1), lane); }
void read_samples(benchmark::State& state, yaml::Lane lane) { read_all(state, sample_profiles(), lane); }

void source_file(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(SourceFile("profile.yaml", usual_profile()));
}

void shape_check(benchmark::State& state) {
  Diagnostics diagnostics;
  const auto document = yaml::read(SourceFile("profile.yaml", usual_profile()), diagnostics);
  for (auto _ : state) shape::check(profile_shape(), document->root(), diagnostics);
}

void load(benchmark::State& state) {
  const auto& rubric = builtin_rubric();
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(load_profile(SourceFile("profile.yaml", usual_profile()), rubric, diagnostics));
  }
}

void load_rubric_text(benchmark::State& state) {
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(
        load_rubric(SourceFile("rubric.yaml", std::string(builtin_rubric_text())), diagnostics));
  }
}

void load_packed_rubric(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load_builtin_rubric());
}

BENCHMARK_CAPTURE(read, fast, yaml::Lane::fast);
BENCHMARK_CAPTURE(read, careful, yaml::Lane::careful);
BENCHMARK_CAPTURE(read_samples, fast, yaml::Lane::fast);
BENCHMARK_CAPTURE(read_samples, careful, yaml::Lane::careful);
BENCHMARK(source_file);
BENCHMARK(shape_check);
BENCHMARK(load)->Name("load_profile");
BENCHMARK(load_rubric_text)->Name("load_rubric/text")->Unit(benchmark::kMillisecond);
BENCHMARK(load_packed_rubric)->Name("load_rubric/packed")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace upstream::benchmarks
