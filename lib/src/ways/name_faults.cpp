#include "name_faults.hpp"

#include <fmt/format.h>

namespace upstream::ways {

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
