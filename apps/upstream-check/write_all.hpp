#pragma once

#include <string_view>

namespace upstream::app {

/// Writes every byte to the descriptor; 0, or the error number of the write that failed.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

}  // namespace upstream::app
