#include "markdown.hpp"

#include "upstream/text/escape.hpp"

namespace upstream::markdown {
namespace {

/// `safe` is printable.
std::string without_markup(std::string_view safe) {
  constexpr std::string_view markup = "\\`*_{}[]()#!|~>$";
  std::string out;
  for (const char c : safe) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '@') {
      out += "&#64;";
    } else if (c == ':') {
      out += "&#58;";  // nor an address that becomes a link by itself
    } else {
      if (markup.find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view raw) { return without_markup(text::printable(raw)); }

std::string cell(std::string_view raw) {
  constexpr std::size_t most_columns = 200;
  return without_markup(text::printable(raw, most_columns));
}

}  // namespace upstream::markdown
