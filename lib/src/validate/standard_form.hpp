#pragma once

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream {

/// Reports what is read, but stands in a form of its own: aliases and full-width spellings of names and
/// words, Japanese era dates. The standard forms are ids and labels, and ISO dates. Each finding has its fix.
/// `root` is the profile.
void check_standard_forms(yaml::Node root, const Rubric& rubric, Diagnostics& diagnostics);

}  // namespace upstream
