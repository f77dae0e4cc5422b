#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "upstream/text/escape.hpp"
#include "upstream/validate/fixes.hpp"

namespace upstream {
namespace {

constexpr std::size_t kContext = 3;  // lines, as diff -u

/// With their line breaks.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

/// Harmless, and still a line that `patch` finds: tabs and the carriage return at its end stay.
std::string shown(char sign, std::string_view line) {
  const bool ends = line.ends_with('\n');
  if (ends) line.remove_suffix(1);
  const bool returns = line.ends_with('\r');
  if (returns) line.remove_suffix(1);
  std::string out(1, sign);
  for (std::size_t at = 0; at <= line.size();) {
    const auto tab = std::min(line.find('\t', at), line.size());
    out += text::printable(line.substr(at, tab - at));
    if (tab < line.size()) out += '\t';
    at = tab + 1;
  }
  return out + (returns ? "\r\n" : "\n") + (ends ? "" : "\\ No newline at end of file\n");
}

}  // namespace

std::string render_diff(std::string_view path, std::string_view before, std::string_view after) {
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < old_lines.size() && i < new_lines.size(); ++i) {
    if (old_lines[i] != new_lines[i]) changed.push_back(i);
  }
  if (changed.empty()) return {};
  const auto name = text::printable(path);
  auto out = fmt::format("--- a/{0}\n+++ b/{0}\n", name);
  for (std::size_t c = 0; c < changed.size();) {
    // Changes whose surroundings touch stand in one hunk.
    auto last = c;
    while (last + 1 < changed.size() && changed[last + 1] - changed[last] <= 2 * kContext) ++last;
    const auto begin = changed[c] - std::min(changed[c], kContext);
    const auto end = std::min(changed[last] + kContext + 1, old_lines.size());
    out += fmt::format("@@ -{0},{1} +{0},{1} @@\n", begin + 1, end - begin);
    for (auto i = begin; i < end; ++i) {
      if (old_lines[i] == new_lines[i]) {
        out += shown(' ', old_lines[i]);
        continue;
      }
      // A run of changed lines: all the old ones, then all the new.
      auto run = i;
      while (run < end && old_lines[run] != new_lines[run]) ++run;
      for (auto k = i; k < run; ++k) out += shown('-', old_lines[k]);
      for (auto k = i; k < run; ++k) out += shown('+', new_lines[k]);
      i = run - 1;
    }
    c = last + 1;
  }
  return out;
}

}  // namespace upstream
