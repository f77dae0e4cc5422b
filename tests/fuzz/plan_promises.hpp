#pragma once

#include <string>
#include <string_view>

namespace upstream::test {

/// Plans for the profile in `bytes`; the goal and its terms are chosen by their hash. The first promise that
/// was broken, in words; empty where all were kept, or where there is no such profile.
[[nodiscard]] std::string broken_plan(std::string_view bytes);

}  // namespace upstream::test
