#pragma once

#include <span>
#include <string_view>

#include "upstream/text/text.hpp"

namespace upstream::app {

/// "did you mean 'x'?", or empty where no candidate is near. `word` may be any bytes.
[[nodiscard]] Text did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace upstream::app
