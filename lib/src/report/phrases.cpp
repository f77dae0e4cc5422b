#include "phrases.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace upstream::phrases {
namespace {

const CertificationGroup* find_group(std::string_view id, const Rubric& rubric) {
  const auto& groups = rubric.certification_groups;
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.id == id; });
  return found == groups.end() ? nullptr : &*found;
}

std::string_view plural(int count) { return count == 1 ? "" : "s"; }

}  // namespace

Text months(int count) {
  return {fmt::format("{} か月", count), fmt::format("{} month{}", count, plural(count))};
}

Text hours(int min, int max) {
  if (min == max) return {fmt::format("{} 時間", max), fmt::format("{} hour{}", max, plural(max))};
  return {fmt::format("{}–{} 時間", min, max), fmt::format("{}–{} hours", min, max)};
}

std::string points(int permille) {
  return permille % 10 == 0 ? fmt::format("{}", permille / 10)
                            : fmt::format("{}.{}", permille / 10, permille % 10);
}

Text list(std::span<const Text> items) {
  Text all;
  for (const auto& item : items) {
    all.ja += (all.ja.empty() ? "" : "、") + item.ja;
    all.en += (all.en.empty() ? "" : ", ") + item.en;
  }
  return all;
}

Text few(std::span<const Text> items) {
  if (items.empty()) return {};
  const auto& first = items.front();
  if (items.size() == 1) return {fmt::format("「{}」", first.ja), first.en};
  if (items.size() == 2) {
    return {fmt::format("「{}」と「{}」", first.ja, items[1].ja),
            fmt::format("{} and {}", first.en, items[1].en)};
  }
  return {fmt::format("「{}」など {} つ", first.ja, items.size()),
          fmt::format("{} and {} more", first.en, items.size() - 1)};
}

Text stages(StageSet stages, const Rubric& rubric) {
  const auto all = static_cast<int>(rubric.stages.size());
  if (stages.empty() || stages.size() == all) return {"実務", "field work"};
  const auto lowest = stages.lowest();
  if (stages.size() == 1) return rubric[lowest].label;
  if (stages.highest() == rubric.target() && stages.size() == all - lowest.value) {
    return {rubric[lowest].label.ja + "以上", rubric[lowest].label.en + " or above"};
  }
  Text any;
  for (std::uint16_t i = 0; i < all; ++i) {
    if (!stages.contains({i})) continue;
    any.ja += (any.ja.empty() ? "" : "か") + rubric[StageIndex{i}].label.ja;
    any.en += (any.en.empty() ? "" : " or ") + rubric[StageIndex{i}].label.en;
  }
  return any;
}

Text certificates(const CertificateAmong& among, const Rubric& rubric) {
  for (const auto& id : among.written) {
    if (const auto* group = find_group(id, rubric))
      return {group->label.ja + "を一つ", "any " + group->label.en};
  }
  constexpr std::size_t most = 3;
  std::vector<Text> labels;
  for (const auto certification : among.of) {
    if (labels.size() < most) labels.push_back(rubric[certification].label);
  }
  const auto names = list(labels);
  if (labels.size() == 1) return names;
  const bool more = among.of.size() > most;
  return {fmt::format("{}{}のどれか", names.ja, more ? "など" : ""),
          fmt::format("one of {}{}", names.en, more ? " …" : "")};
}

Text line(Position at) { return {fmt::format("行 {}", at.line), fmt::format("line {}", at.line)}; }

}  // namespace upstream::phrases
