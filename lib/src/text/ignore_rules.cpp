#include "upstream/text/ignore_rules.hpp"

#include <utility>

namespace upstream::text {
namespace {

std::string_view without_trailing_spaces(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool quotes = line[i] == '\\' && i + 1 < line.size();
    if (quotes) ++i;
    if (quotes || line[i] != ' ') end = i + 1;
  }
  return line.substr(0, end);
}

}  // namespace

std::optional<Text> IgnoreRules::add_line(std::string_view line) {
  // As for git, which keeps lines in C strings.
  line = line.substr(0, line.find('\0'));
  if (line.starts_with('#')) return std::nullopt;
  line = without_trailing_spaces(line);
  if (line.empty()) return std::nullopt;
  const bool negated = line.starts_with('!');
  auto glob = Glob::parse(line.substr(negated ? 1 : 0));
  if (auto* reason = std::get_if<Text>(&glob)) return std::move(*reason);
  rules_.push_back({std::move(std::get<Glob>(glob)), negated ? Verdict::kept : Verdict::ignored});
  return std::nullopt;
}

IgnoreRules::Verdict IgnoreRules::check(std::string_view path, bool is_folder) const {
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule) {
    if (rule->glob.matches(path, is_folder)) return rule->verdict;
  }
  return Verdict::silent;
}

LoadedIgnoreRules load_ignore_rules(std::string_view text) {
  LoadedIgnoreRules loaded;
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    auto fault = loaded.rules.add_line(line);
    if (fault && loaded.faulty_line == 0) {
      loaded.faulty_line = number;
      loaded.fault = std::move(*fault);
    }
  }
  return loaded;
}

}  // namespace upstream::text
