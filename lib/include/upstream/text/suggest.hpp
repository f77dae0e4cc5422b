#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace upstream::text {

/// Damerau–Levenshtein distance in code points (insert, delete, replace, swap neighbours).
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, compared folded; empty where none is within 3 edits and half the word's
/// length.
[[nodiscard]] std::string_view closest(std::string_view word, std::span<const std::string_view> candidates);

/// The same where the candidates are `match_key`s already: the place of the nearest.
[[nodiscard]] std::optional<std::size_t> closest_key(std::string_view word,
                                                     std::span<const std::string> keys);

/// The places of all candidates that are nearest alike, where `word` can only be a slip of one of them: one
/// edit away in a word of four characters or more, or two in one of eight. Otherwise empty. What all of them
/// mean may be put in its place unasked.
[[nodiscard]] std::vector<std::size_t> slips_of(std::string_view word, std::span<const std::string> keys);

}  // namespace upstream::text
