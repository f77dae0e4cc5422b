#pragma once

#include "report/json_value.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream::ways {

using json::Json;

/// The tree as values, in the order of the file. x-… keys, which count nothing, are left out. What is
/// neither null, boolean nor number by the YAML core schema becomes a string, and so reads back as it was.
[[nodiscard]] Json tree_of(yaml::Node node);

/// The tree as a profile in JSON, which the reader takes as it takes YAML.
[[nodiscard]] std::string text_of(const Json& tree);

}  // namespace upstream::ways
