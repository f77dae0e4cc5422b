#pragma once

#include <string>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/text/text.hpp"
#include "upstream/validate/validated_file.hpp"

/// What the formats of `validate` say in the same words.
namespace upstream::validation_wording {

/// "12 more findings in this file"
[[nodiscard]] Text hidden(std::size_t count);
/// Message, help and those notes that have no place, as sentences one behind the other; raw.
[[nodiscard]] std::string whole_message(const Diagnostic& diagnostic, Language language);
[[nodiscard]] std::string_view severity(Severity severity, Language language);

}  // namespace upstream::validation_wording
