#include "plan_goal.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "did_you_mean.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::app {
namespace {

using Goal = std::variant<StageIndex, PathIndex>;

struct Meaning {
  NameKind kind;
  Lookup lookup;

  [[nodiscard]] bool is_one() const {
    return lookup.result == Lookup::Result::found || lookup.result == Lookup::Result::noted;
  }
  [[nodiscard]] const std::string& id(const Rubric& rubric) const {
    return kind == NameKind::stage ? rubric.stages[lookup.index].id : rubric.paths[lookup.index].id;
  }
};

/// Every goal that the name may mean, as kind:id.
std::vector<std::string> goals_meant(const std::vector<Meaning>& meanings, const Rubric& rubric) {
  std::vector<std::string> goals;
  for (const auto& meaning : meanings) {
    const auto add = [&](std::string_view id) {
      goals.push_back(fmt::format("{}:{}", upstream::id(meaning.kind), id));
    };
    if (meaning.is_one()) {
      add(meaning.id(rubric));
    } else if (meaning.lookup.candidates != nullptr) {
      for (const auto& id : *meaning.lookup.candidates) add(id);
    }
  }
  return goals;
}

template <typename Items>
std::string ids_of(const Items& items) {
  std::string list;
  for (const auto& item : items) list += (list.empty() ? "" : " ") + item.id;
  return list;
}

/// What else the name is, as something to ask `explain` about.
std::optional<Text> other_meaning(std::string_view name, const Rubric& rubric) {
  const auto found = [&](NameKind kind) {
    const auto lookup = rubric.names.find(kind, name);
    return lookup.result == Lookup::Result::found ? std::optional(lookup.index) : std::nullopt;
  };
  if (const auto certification = found(NameKind::certification)) {
    const auto& id = rubric.certifications[*certification].id;
    return Text{fmt::format("これは資格。何に効くかは upstream-check explain {}", id),
                fmt::format("it is a certificate: upstream-check explain {} tells what it counts for", id)};
  }
  if (const auto skill = found(NameKind::skill)) {
    const auto& id = rubric.skills[*skill].id;
    return Text{fmt::format("これは技能。上げ方は upstream-check explain {}", id),
                fmt::format("it is a skill: upstream-check explain {} tells how to raise it", id)};
  }
  return std::nullopt;
}

Complaint unknown(std::string_view name, const Rubric& rubric) {
  Text near;
  if (!text::invalid_utf8_at(name)) {
    if (auto other = other_meaning(name, rubric)) {
      return {{fmt::format("--to の「{}」は工程でも進路でもない", name),
               fmt::format("--to: '{}' is no stage and no path", name)},
              std::move(*other)};
    }
    const std::array candidates{rubric.names.closest(NameKind::stage, name),
                                rubric.names.closest(NameKind::path, name)};
    near = did_you_mean(name, candidates);
  }
  const auto stages = ids_of(rubric.stages);
  const auto paths = ids_of(rubric.paths);
  return {{fmt::format("--to の「{}」という工程も進路もない", name),
           fmt::format("--to: there is no stage and no path '{}'", name)},
          {fmt::format("{}工程は {}、進路は {}", near.ja.empty() ? "" : near.ja + "。", stages, paths),
           fmt::format("{}the stages are: {}; the paths are: {}", near.en.empty() ? "" : near.en + " ",
                       stages, paths)}};
}

Complaint no_single(std::string_view name, const std::vector<Meaning>& meanings, const Rubric& rubric) {
  Complaint complaint{{fmt::format("--to の「{}」は一つの目標に決まらない", name),
                       fmt::format("--to: '{}' is no single goal", name)},
                      {}};
  if (const auto goals = goals_meant(meanings, rubric); !goals.empty()) {
    const auto list = fmt::format("{}", fmt::join(goals, " "));
    complaint.help = {fmt::format("どれか一つを書いてください: {}", list),
                      fmt::format("write one of: {}", list)};
    return complaint;
  }
  for (const auto& meaning : meanings) {
    if (meaning.lookup.question != nullptr) complaint.help = *meaning.lookup.question;
  }
  return complaint;
}

}  // namespace

Checked<Goal> read_plan_goal(const Options& options, const Rubric& rubric, const Messages& messages) {
  const auto name = options.value(Option::to);
  if (!name) {
    return Complaint{{"plan には目標が要る(--to)", "plan needs a goal (--to)"},
                     {"例: upstream-check plan me.yaml --to design",
                      "for example: upstream-check plan me.yaml --to design"}};
  }
  std::vector<Meaning> meanings;
  for (const auto kind : {NameKind::stage, NameKind::path}) {
    const auto lookup = text::invalid_utf8_at(*name) ? Lookup{} : rubric.names.find(kind, *name);
    if (lookup.result != Lookup::Result::unknown) meanings.push_back({kind, lookup});
  }
  if (meanings.empty()) return unknown(*name, rubric);
  if (meanings.size() > 1 || !meanings.front().is_one()) return no_single(*name, meanings, rubric);
  const auto& [kind, lookup] = meanings.front();
  if (lookup.result == Lookup::Result::noted) {
    const auto& id = meanings.front().id(rubric);
    messages.note({fmt::format("--to の「{}」は {} と読んだ", *name, id),
                   fmt::format("--to: '{}' is read as {}", *name, id)});
  }
  if (kind == NameKind::stage) return Goal(StageIndex{lookup.index});
  return Goal(PathIndex{lookup.index});
}

}  // namespace upstream::app
