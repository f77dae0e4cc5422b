#include "fuzz/other_ways.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "fuzz/fuzzed_rubric.hpp"
#include "upstream/text/unicode.hpp"
#include "upstream/ways/compare.hpp"
#include "upstream/ways/timeline.hpp"
#include "upstream/ways/whatif.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::test {
namespace {

constexpr TextOptions kText{.language = Language::ja, .width = 60};

FileReport report_of(std::string_view text, Day day) {
  return report_on(SourceFile("profile.yaml", std::string(text)), fuzzed_rubric(),
                   {.day = day, .today = day});
}

int permille_of(const std::vector<Change>& changes) {
  int sum = 0;
  for (const auto& change : changes) {
    if (change.kind == ChangeKind::requirement) sum += change.permille;
  }
  return sum;
}

std::string broken_rendering(std::string_view of, const std::string& text, const std::string& json) {
  if (!is_harmless(text)) return fmt::format("the text of {} is not harmless", of);
  if (!nlohmann::json::accept(json)) return fmt::format("the JSON of {} does not parse", of);
  return {};
}

std::string broken_faults(const std::vector<Fault>& faults) {
  if (faults.empty()) return "something cannot be supposed, and nobody says why";
  const bool all_speak =
      std::all_of(faults.begin(), faults.end(), [](const Fault& fault) { return !fault.message.en.empty(); });
  return all_speak ? "" : "a fault says nothing";
}

std::string broken_whatif(const Whatif& whatif) {
  const int old = whatif.before.assessment->readiness.permille;
  const int now = whatif.after.assessment->readiness.permille;
  if (permille_of(whatif.changes) != now - old)
    return fmt::format("whatif: the changes add up to {}, not {}", permille_of(whatif.changes), now - old);
  return broken_rendering("whatif", render_whatif_text(whatif, kText),
                          render_whatif_json(whatif, Language::en));
}

std::string broken_addition(FileReport report) {
  const int before = report.assessment->readiness.permille;
  const auto answer = suppose(std::move(report), fuzzed_rubric(), {{}, {"ccnp"}, {"build=12"}, {}});
  if (const auto* faults = std::get_if<std::vector<Fault>>(&answer)) return broken_faults(*faults);
  const auto& whatif = std::get<Whatif>(answer);
  const int after = whatif.after.assessment->readiness.permille;
  if (after < before) return fmt::format("a certificate and a year of work take {} from {}", after, before);
  return broken_whatif(whatif);
}

std::string broken_timeline(FileReport report) {
  constexpr std::chrono::days quarter{90};
  const auto first = Date::of(Date::kFirstYear, 1, 1)->first_day();
  const auto last = Date::of(Date::kLastYear, 12, 31)->first_day();
  const Day day = report.day;
  const int permille = report.assessment->readiness.permille;
  const auto answer =
      follow(std::move(report), {std::max(first, day - quarter), std::min(last, day + quarter)});
  const auto* timeline = std::get_if<Timeline>(&answer);
  if (timeline == nullptr) return "half a year cannot be followed";
  const auto today = std::find_if(timeline->points.begin(), timeline->points.end(),
                                  [&](const TimelinePoint& point) { return point.date == day; });
  if (today == timeline->points.end() || today->permille != permille)
    return "the timeline does not pass through the assessment";
  return broken_rendering("timeline", render_timeline_text(*timeline, {kText, false}),
                          render_timeline_json(*timeline, Language::en));
}

std::string broken_self_comparison(const Comparison& comparison) {
  if (std::any_of(std::begin(comparison.parts), std::end(comparison.parts),
                  [](int part) { return part != 0; }))
    return "something compared with itself differs";
  if (!comparison.changes.empty()) return "something compared with itself has changed";
  return broken_rendering("compare", render_comparison_text(comparison, kText),
                          render_comparison_json(comparison, Language::en));
}

}  // namespace

bool is_harmless(std::string_view rendered) {
  if (text::invalid_utf8_at(rendered)) return false;
  for (std::size_t offset = 0; offset < rendered.size();) {
    const auto c = text::next_code_point(rendered, offset);
    const bool control = (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0);
    const bool reorders = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (control || reorders) return false;
  }
  return true;
}

std::string broken_way(const FileReport& report) {
  const auto again = [&] { return report_of(report.source.text(), report.day); };
  if (auto broken = broken_addition(again()); !broken.empty()) return broken;
  if (auto broken = broken_timeline(again()); !broken.empty()) return broken;
  return broken_self_comparison(compare({again(), {}}, {again(), {}}, fuzzed_rubric()));
}

std::string broken_supposition(std::string_view bytes) {
  constexpr std::string_view profile =
      "version: 1\nname: a\nas_of: 2026-10-31\nexperience: [{stage: 保守, from: 2021-04, domains: "
      "[network]}]\n"
      "labs: [{title: a, hours: 40}]\nskills: {network: {level: 2, evidence: [a]}, server: 1}\n"
      "certifications: [CCNA]\n";
  static const Day day = Date::of(2026, 10, 31)->first_day();
  Diagnostics findings;
  const auto read = yaml::read(SourceFile("value", std::string(bytes)), findings);
  for (const std::string_view path : {"", "skills.network="}) {
    const auto answer =
        suppose(report_of(profile, day), fuzzed_rubric(), {{std::string(path).append(bytes)}, {}, {}, {}});
    if (const auto* faults = std::get_if<std::vector<Fault>>(&answer)) {
      if (auto broken = broken_faults(*faults); !broken.empty()) return broken;
      continue;
    }
    if (!path.empty() && (!read || findings.has_errors())) return "a value is taken that no profile may hold";
    if (auto broken = broken_whatif(std::get<Whatif>(answer)); !broken.empty()) return broken;
  }
  return {};
}

std::string broken_comparison(std::string_view bytes) {
  static const Day today = Date::of(2026, 10, 31)->first_day();
  const auto side = [&] {
    return read_side(SourceFile("saved.json", std::string(bytes)), fuzzed_rubric(),
                     {.day = {}, .today = today});
  };
  auto before = side();
  if (const auto* fault = std::get_if<Fault>(&before)) return broken_faults({*fault});
  if (!std::get<ComparedSide>(before).report.ok()) return {};
  auto after = side();
  return broken_self_comparison(compare(std::move(std::get<ComparedSide>(before)),
                                        std::move(std::get<ComparedSide>(after)), fuzzed_rubric()));
}

}  // namespace upstream::test
