#pragma once

#include <optional>
#include <string>

#include "upstream/date/date.hpp"
#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/shape/shape.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/yaml/document.hpp"

namespace upstream {

/// Reads a profile in the terms of the rubric: everything that can be said without knowing the day. Nothing
/// where it reported an error.
[[nodiscard]] std::optional<Profile> load_profile(const SourceFile& source, const Rubric& rubric,
                                                  Diagnostics& diagnostics);

/// The same from a tree that has been read; `path` is the name of the input.
[[nodiscard]] std::optional<Profile> load_profile(const yaml::Document& document, const std::string& path,
                                                  const Rubric& rubric, Diagnostics& diagnostics);

/// As much of it as fits, whatever was reported: for checks that are to find everything in one run. Nothing
/// where the document is no mapping. Not to be assessed while there are errors.
[[nodiscard]] std::optional<Profile> read_profile(const yaml::Document& document, const std::string& path,
                                                  const Rubric& rubric, Diagnostics& diagnostics);

/// The shape of a profile file, version 1.
[[nodiscard]] const shape::Shape& profile_shape();

}  // namespace upstream
