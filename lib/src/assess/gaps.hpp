#pragma once

#include <vector>

#include "facts.hpp"

namespace upstream {

/// Every gate; with `details` also what is met of it and what is still to do.
[[nodiscard]] std::vector<GateState> gate_states(const Facts& facts, bool details);

/// One gap for each ledger entry below its possible, by gain; ties in ledger order.
[[nodiscard]] std::vector<Gap> ledger_gaps(const std::vector<LedgerEntry>& ledger, StageIndex stage,
                                           const Facts& facts);

/// The gaps of an assessment: blockers of the next stage, then everything else by gain.
[[nodiscard]] std::vector<Gap> all_gaps(const std::vector<GateState>& gates,
                                        const std::vector<LedgerEntry>& ledger,
                                        std::optional<StageIndex> next, const Facts& facts);

}  // namespace upstream
