#pragma once

#include "exit_code.hpp"

namespace upstream::app {

/// The whole program. The world is touched from here on: files, streams, environment, clock.
[[nodiscard]] ExitCode run(int argument_count, const char* const* arguments);

/// For what nothing else has caught.
[[nodiscard]] ExitCode internal_error(const char* what) noexcept;

}  // namespace upstream::app
