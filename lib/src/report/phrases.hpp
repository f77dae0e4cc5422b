#pragma once

#include <span>
#include <string>
#include <string_view>

#include "upstream/assess/assessment.hpp"
#include "upstream/text/text.hpp"

/// Small parts of sentences that several wordings share.
namespace upstream::phrases {

/// "6 か月", "1 month".
[[nodiscard]] Text months(int count);
/// "1 hour", "20–40 hours".
[[nodiscard]] Text hours(int min, int max);
/// Permille as points: 257 is "25.7", 80 is "8".
[[nodiscard]] std::string points(int permille);

/// A、B、C / A, B, C; nothing for an empty list.
[[nodiscard]] Text list(std::span<const Text> items);
/// 「A」と「B」 / A and B, for names of two or fewer; 「A」など 3 つ / A and 2 more beyond.
[[nodiscard]] Text few(std::span<const Text> items);

/// "保守", "保守以上", "保守か設計"; 実務 where any stage will do.
[[nodiscard]] Text stages(StageSet stages, const Rubric& rubric);
/// What may be passed, in short: "any base certificate", "one of CCNA, CCNP", "PMP".
[[nodiscard]] Text certificates(const CertificateAmong& among, const Rubric& rubric);

/// "行 12" / "line 12".
[[nodiscard]] Text line(Position at);

}  // namespace upstream::phrases
