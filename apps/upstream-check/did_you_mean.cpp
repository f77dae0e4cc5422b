#include "did_you_mean.hpp"

#include <fmt/format.h>

#include "upstream/text/suggest.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::app {

Text did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  if (text::invalid_utf8_at(word)) return {};
  const auto near = text::closest(word, candidates);
  if (near.empty()) return {};
  return {fmt::format("もしかして「{}」ですか", near), fmt::format("did you mean '{}'?", near)};
}

}  // namespace upstream::app
