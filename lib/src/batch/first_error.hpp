#pragma once

#include <string>

#include "upstream/batch/record.hpp"

namespace upstream {

/// "3:1 unknown key 'experiance' [unknown-key]": of an entry that was not assessed. Raw.
[[nodiscard]] std::string first_error(const BatchEntry& entry, Language language);

}  // namespace upstream
