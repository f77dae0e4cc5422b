#include "fault_words.hpp"

#include <fmt/format.h>

#include "upstream/text/unicode.hpp"

namespace upstream::ways {

std::string shortened(std::string_view asked) {
  constexpr std::size_t columns = 100;
  const auto shown = text::clip_to_width(asked, columns);
  return fmt::format("{}{}", shown, shown.size() < asked.size() ? "…" : "");
}

bool is_known(const Lookup& lookup) {
  return lookup.result == Lookup::Result::found || lookup.result == Lookup::Result::noted;
}

Text name_help(const Rubric& rubric, NameKind kind, std::string_view name) {
  const auto lookup = rubric.names.find(kind, name);
  if (lookup.question != nullptr) {
    auto help = *lookup.question;
    if (lookup.candidates != nullptr && !lookup.candidates->empty()) {
      help.ja += fmt::format("({})", fmt::join(*lookup.candidates, " "));
      help.en += fmt::format(" ({})", fmt::join(*lookup.candidates, ", "));
    }
    return help;
  }
  if (const auto near = rubric.names.closest(kind, name); !near.empty())
    return {fmt::format("もしかして「{}」ですか", near), fmt::format("did you mean '{}'?", near)};
  return {fmt::format("名前の一覧は upstream-check rubric show({}s)", id(kind)),
          fmt::format("upstream-check rubric show lists the names ({}s)", id(kind))};
}

}  // namespace upstream::ways
