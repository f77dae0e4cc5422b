#pragma once

#include <vector>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/validate/validated_file.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream {

/// The comments `# upstream-check: ignore[rule, rule] reason` of a file. One that cannot be understood is
/// reported (rule invalid-suppression). Text inside of scalars is no comment.
[[nodiscard]] std::vector<SuppressionComment> read_suppression_comments(const SourceFile& source,
                                                                        const yaml::Document& document,
                                                                        Diagnostics& diagnostics);

/// Whether a rule may be suppressed by whoever writes the profile: not what a job asks for, and not the
/// findings about suppressions themselves.
[[nodiscard]] bool may_be_suppressed(Rule rule);

}  // namespace upstream
