#include "fuzz/both_lanes.hpp"

#include <fmt/format.h>

#include "upstream/yaml/read.hpp"

namespace upstream::test {

std::string difference_of_lanes(std::string_view bytes) {
  const SourceFile source("lanes.yaml", std::string(bytes));
  // What the fast lane leaves alone is read by the careful one whoever asks: nothing can differ.
  if (!yaml::takes_fast_lane(source)) return {};
  Diagnostics fast_findings;
  const auto fast = yaml::read(source, fast_findings, {}, yaml::Lane::fast);
  Diagnostics careful_findings;
  const auto careful = yaml::read(source, careful_findings, {}, yaml::Lane::careful);
  if (careful_findings.total() != fast_findings.total()) {
    if (careful_findings.items().empty()) return "only the fast lane has something to report";
    const auto& first = careful_findings.items().front();
    return fmt::format("{} findings against {}, the first at {}:{}: {}", careful_findings.total(),
                       fast_findings.total(), first.span.begin.line, first.span.begin.column,
                       first.message.en);
  }
  if (fast.has_value() != careful.has_value()) return "only one lane has a document";
  if (fast && !fast->same_tree(*careful)) return "the trees differ";
  return {};
}

}  // namespace upstream::test
