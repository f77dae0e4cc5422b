#pragma once

#include "upstream/text/text.hpp"

namespace upstream::app {

/// Why a system call did not work, in words: "no such file".
[[nodiscard]] Text system_reason(int error_number);

}  // namespace upstream::app
