#include "upstream/diagnostic/fix.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace upstream {
namespace {

bool is_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

/// Whether YAML reads the text back as the same string without quotes, in a block and between brackets.
bool may_stand_plain(std::string_view text) {
  constexpr std::array<std::string_view, 8> other_types{"null", "Null", "NULL",  "~",
                                                        "true", "True", "false", "False"};
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  };
  const auto may_stand = [&](char c) {
    return is_letter(c) || std::string_view("_./+-()& ").find(c) != std::string_view::npos;
  };
  return !text.empty() && is_letter(text.front()) && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), may_stand) && !is_number(text) &&
         std::find(other_types.begin(), other_types.end(), text) == other_types.end();
}

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    if (quote == '\'' && c == '\'') out += '\'';
    if (quote == '"' && (c == '"' || c == '\\')) out += '\\';
    out += c;
  }
  return out + quote;
}

}  // namespace

std::optional<Edit> edit_of(const Fix& fix, const SourceFile& source) {
  const auto begin = source.offset(fix.span.begin);
  const auto end = source.offset(fix.span.end);
  if (fix.span.begin.line == 0 || fix.span.begin.line != fix.span.end.line || end <= begin)
    return std::nullopt;
  const auto written = source.text().substr(begin, end - begin);
  const char first = written.front();
  const bool is_quoted = written.size() >= 2 && (first == '"' || first == '\'') && written.back() == first;
  // A plain scalar over several lines is pointed at by its first: what stands there is not all of it.
  if (!is_quoted && written != fix.from) return std::nullopt;
  if (fix.kind == Fix::Kind::bare) return Edit{begin, end - begin, fix.to};
  if (is_quoted) return Edit{begin, end - begin, quoted(fix.to, first)};
  return Edit{begin, end - begin, may_stand_plain(fix.to) ? fix.to : quoted(fix.to, '"')};
}

}  // namespace upstream
