#pragma once

#include <cstdint>
#include <vector>

#include "facts.hpp"

namespace upstream {

/// Part of a whole, exact for every division a rubric is likely to ask for (by 1 to 16, 24, 36, 40, 60, 100,
/// 1000); anything else rounds down.
using Share = std::int64_t;
inline constexpr Share kWhole = 18'018'000;

struct Judgement {
  Share share = 0;
  bool met = false;
};

[[nodiscard]] Judgement judge(const Need& need, const Facts& facts, View view);
/// Whether the judgement would say that it is met, for less than all of it costs.
[[nodiscard]] bool is_met(const Need& need, const Facts& facts, View view);

/// Permille that a requirement earns, rounded down.
[[nodiscard]] int earned(const Requirement& requirement, const Facts& facts, View view);

/// Σ earned of a ladder, 0..1000.
[[nodiscard]] int total(const std::vector<Requirement>& requirements, const Facts& facts, View view);

/// Without `with_lines` it does not say what earned the points.
[[nodiscard]] std::vector<LedgerEntry> ledger(const std::vector<Requirement>& requirements,
                                              const Facts& facts, bool with_lines);

/// A gate is open when its need is met, or when its stage or one above has been worked at long enough to have
/// arrived.
[[nodiscard]] bool is_open(const Gate& gate, StageIndex stage, const Facts& facts);
[[nodiscard]] bool has_arrived(StageIndex stage, const Facts& facts);
/// The highest stage whose gates, and those of all stages below, are open.
[[nodiscard]] std::optional<StageIndex> reached_stage(const Facts& facts);

/// Months of infrastructure work at the stage or above.
[[nodiscard]] int months_from(StageIndex stage, const Facts& facts);

}  // namespace upstream
