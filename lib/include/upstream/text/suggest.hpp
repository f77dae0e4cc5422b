#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace upstream::text {

/// Damerau–Levenshtein distance in code points (insert, delete, replace, swap neighbours).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, compared folded; empty where none is within 3 edits and half the word's
/// length.
[[nodiscard]] std::string_view closest(std::string_view word, std::span<const std::string_view> candidates);

/// The same where the candidates are `match_key`s already: the place of the nearest.
[[nodiscard]] std::optional<std::size_t> closest_key(std::string_view word,
                                                     std::span<const std::string> keys);

}  // namespace upstream::text
