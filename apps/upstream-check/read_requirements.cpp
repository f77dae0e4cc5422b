#include <charconv>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "requirements.hpp"
#include "upstream/rubric/names.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::app {
namespace {

struct NameWords {
  NameKind kind;
  Option option;
  std::string_view ja;
  std::string_view en;
};

template <typename Items>
std::string ids_of(const Items& items) {
  std::string list;
  for (const auto& item : items) list += (list.empty() ? "" : " ") + item.id;
  return list;
}

Complaint unknown_name(const NameWords& words, std::string_view name, const Rubric& rubric) {
  const auto near = text::invalid_utf8_at(name) ? std::string_view() : rubric.names.closest(words.kind, name);
  const auto ids = words.kind == NameKind::stage ? ids_of(rubric.stages) : ids_of(rubric.paths);
  Complaint error{
      {fmt::format("{} の「{}」という{}はない", info(words.option).name, name, words.ja),
       fmt::format("{}: there is no {} '{}'", info(words.option).name, words.en, name)},
      {fmt::format("{}は {} のどれか", words.ja, ids), fmt::format("the {}s are: {}", words.en, ids)}};
  if (!near.empty()) {
    error.help = {fmt::format("もしかして「{}」ですか", near), fmt::format("did you mean '{}'?", near)};
  }
  return error;
}

Complaint no_single(const NameWords& words, std::string_view name, const Lookup& lookup) {
  const auto option = info(words.option).name;
  Complaint complaint{{fmt::format("{} の「{}」は一つの{}に決まらない", option, name, words.ja),
                       fmt::format("{}: '{}' is no single {}", option, name, words.en)},
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

Checked<std::uint16_t> find_name(const NameWords& words, std::string_view name, const Rubric& rubric,
                                 const Messages& messages) {
  const auto lookup = text::invalid_utf8_at(name) ? Lookup{} : rubric.names.find(words.kind, name);
  const auto option = info(words.option).name;
  switch (lookup.result) {
    case Lookup::Result::found:
      return lookup.index;
    case Lookup::Result::noted: {
      const auto& id =
          words.kind == NameKind::stage ? rubric.stages[lookup.index].id : rubric.paths[lookup.index].id;
      messages.note({fmt::format("{} の「{}」は {} と読んだ", option, name, id),
                     fmt::format("{}: '{}' is read as {}", option, name, id)});
      return lookup.index;
    }
    case Lookup::Result::ambiguous:
    case Lookup::Result::excluded:
      return no_single(words, name, lookup);
    case Lookup::Result::unknown:
      break;
  }
  return unknown_name(words, name, rubric);
}

}  // namespace

Checked<Requirements> read_requirements(const Options& options, const Rubric& rubric,
                                        const Messages& messages) {
  Requirements requirements;
  if (const auto text = options.value(Option::fail_under)) {
    int score = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), score);
    if (error != std::errc() || end != text->data() + text->size() || score < 0 || score > 100) {
      return Complaint{{fmt::format("--fail-under の値「{}」は 0 から 100 までの整数ではない", *text),
                        fmt::format("--fail-under '{}' is no whole number from 0 to 100", *text)},
                       {}};
    }
    requirements.score = score;
  }
  if (const auto name = options.value(Option::require_stage)) {
    auto found =
        find_name({NameKind::stage, Option::require_stage, "工程", "stage"}, *name, rubric, messages);
    if (auto* error = std::get_if<Complaint>(&found)) return std::move(*error);
    requirements.stage = StageIndex{std::get<std::uint16_t>(found)};
  }
  for (const auto& name : options.all(Option::require_path)) {
    auto found = find_name({NameKind::path, Option::require_path, "進路", "path"}, name, rubric, messages);
    if (auto* error = std::get_if<Complaint>(&found)) return std::move(*error);
    requirements.paths.push_back(PathIndex{std::get<std::uint16_t>(found)});
  }
  return requirements;
}

}  // namespace upstream::app
