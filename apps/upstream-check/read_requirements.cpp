#include <charconv>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "requirements.hpp"
#include "upstream/rubric/names.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::app {
namespace {

/// A name that was given, and how messages speak of it.
struct GivenName {
  NameKind kind;
  std::string_view name;
  std::string_view origin;
  std::string_view ja;
  std::string_view en;
};

template <typename Items>
std::string ids_of(const Items& items) {
  std::string list;
  for (const auto& item : items) list += (list.empty() ? "" : " ") + item.id;
  return list;
}

Complaint unknown_name(const GivenName& given, const Rubric& rubric) {
  const auto& [kind, name, origin, ja, en] = given;
  const auto near = text::invalid_utf8_at(name) ? std::string_view() : rubric.names.closest(kind, name);
  const auto ids = kind == NameKind::stage ? ids_of(rubric.stages) : ids_of(rubric.paths);
  Complaint error{{fmt::format("{} の「{}」という{}はない", origin, name, ja),
                   fmt::format("{}: there is no {} '{}'", origin, en, name)},
                  {fmt::format("{}は {} のどれか", ja, ids), fmt::format("the {}s are: {}", en, ids)}};
  if (!near.empty()) {
    error.help = {fmt::format("もしかして「{}」ですか", near), fmt::format("did you mean '{}'?", near)};
  }
  return error;
}

Complaint no_single(const GivenName& given, const Lookup& lookup) {
  const auto& [kind, name, origin, ja, en] = given;
  Complaint complaint{{fmt::format("{} の「{}」は一つの{}に決まらない", origin, name, ja),
                       fmt::format("{}: '{}' is no single {}", origin, name, en)},
                      {}};
  if (lookup.candidates != nullptr && !lookup.candidates->empty()) {
    const auto ids = fmt::format("{}", fmt::join(*lookup.candidates, " "));
    complaint.help = {fmt::format("どれか一つを書いてください: {}", ids),
                      fmt::format("write one of: {}", ids)};
  } else if (lookup.question != nullptr) {
    complaint.help = *lookup.question;
  }
  return complaint;
}

Checked<std::uint16_t> find_name(const GivenName& given, const Rubric& rubric, const Messages& messages) {
  const auto& [kind, name, origin, ja, en] = given;
  const auto lookup = text::invalid_utf8_at(name) ? Lookup{} : rubric.names.find(kind, name);
  switch (lookup.result) {
    case Lookup::Result::found:
      return lookup.index;
    case Lookup::Result::noted: {
      const auto& id =
          kind == NameKind::stage ? rubric.stages[lookup.index].id : rubric.paths[lookup.index].id;
      messages.note({fmt::format("{} の「{}」は {} と読んだ", origin, name, id),
                     fmt::format("{}: '{}' is read as {}", origin, name, id)});
      return lookup.index;
    }
    case Lookup::Result::ambiguous:
    case Lookup::Result::excluded:
      return no_single(given, lookup);
    case Lookup::Result::unknown:
      break;
  }
  return unknown_name(given, rubric);
}

}  // namespace

Checked<Requirements> read_requirements(const Options& options, const Rubric& rubric,
                                        const Messages& messages) {
  Requirements requirements;
  if (const auto text = options.value(Option::fail_under)) {
    const auto origin = options.origin(Option::fail_under);
    int score = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), score);
    if (error != std::errc() || end != text->data() + text->size() || score < 0 || score > 100) {
      return Complaint{{fmt::format("{} の値「{}」は 0 から 100 までの整数ではない", origin, *text),
                        fmt::format("{} '{}' is no whole number from 0 to 100", origin, *text)},
                       {}};
    }
    requirements.score = Requirements::Asked<int>{score, std::string(origin)};
  }
  if (const auto name = options.value(Option::require_stage)) {
    const auto origin = options.origin(Option::require_stage);
    auto found = find_name({NameKind::stage, *name, origin, "工程", "stage"}, rubric, messages);
    if (auto* error = std::get_if<Complaint>(&found)) return std::move(*error);
    requirements.stage =
        Requirements::Asked<StageIndex>{StageIndex{std::get<std::uint16_t>(found)}, std::string(origin)};
  }
  const auto& names = options.all(Option::require_path);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto origin = options.origin(Option::require_path, i);
    auto found = find_name({NameKind::path, names[i], origin, "進路", "path"}, rubric, messages);
    if (auto* error = std::get_if<Complaint>(&found)) return std::move(*error);
    requirements.paths.push_back({PathIndex{std::get<std::uint16_t>(found)}, std::string(origin)});
  }
  return requirements;
}

}  // namespace upstream::app
