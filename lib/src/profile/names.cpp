#include "names.hpp"

#include <fmt/format.h>

#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

struct Unknown {
  Rule rule;
  std::string_view ja;
  std::string_view en;
};

Unknown unknown(NameKind kind) {
  switch (kind) {
    case NameKind::stage:
      return {Rule::unknown_stage, "工程", "stage"};
    case NameKind::skill:
      return {Rule::unknown_skill, "技能", "skill"};
    case NameKind::domain:
      return {Rule::unknown_domain, "分野", "domain"};
    case NameKind::value:
      return {Rule::unknown_value, "価値観", "value"};
    case NameKind::path:
      return {Rule::unknown_path, "進路", "path"};
    case NameKind::certification:
      break;
  }
  return {Rule::unknown_certification, "資格", "certificate"};
}

template <typename Items>
Text ids_and_labels(const Items& items) {
  Text all;
  for (const auto& item : items) {
    all.ja += fmt::format("{}{}({})", all.ja.empty() ? "" : "、", item.id, item.label.ja);
    all.en += fmt::format("{}{}", all.en.empty() ? "" : ", ", item.id);
  }
  return all;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t columns = 40;
  const auto shown = text::clip_to_width(text, columns);
  return fmt::format("{}{}", shown, shown.size() < text.size() ? "…" : "");
}

}  // namespace

Text NameReader::known_ids(NameKind kind) const {
  switch (kind) {
    case NameKind::stage:
      return ids_and_labels(rubric_.stages);
    case NameKind::skill:
      return ids_and_labels(rubric_.skills);
    case NameKind::domain:
      return ids_and_labels(rubric_.domains);
    case NameKind::value:
      return ids_and_labels(rubric_.values);
    case NameKind::path:
      return ids_and_labels(rubric_.paths);
    case NameKind::certification:
      break;
  }
  return {};
}

void NameReader::report_unknown(NameKind kind, yaml::Node name) {
  const auto [rule, ja, en] = unknown(kind);
  Text help;
  if (const auto near = rubric_.names.closest(kind, name.text()); !near.empty()) {
    help = {fmt::format("「{}」のことですか?", near), fmt::format("did you mean '{}'?", near)};
  } else if (kind == NameKind::certification) {
    help = {"そのままでかまいません", "you may leave it"};
  } else {
    const auto all = known_ids(kind);
    help = {fmt::format("書ける{}: {}", ja, all.ja), fmt::format("known: {}", all.en)};
  }
  if (kind == NameKind::certification) {
    diagnostics_.report(
        rule, name.span(),
        {fmt::format("「{}」はこの道具が知らない資格なので数えない", quoted(name.text())),
         fmt::format("certificate '{}' is not known here and counts nothing", quoted(name.text()))},
        std::move(help));
    return;
  }
  auto& finding = diagnostics_.report(rule, name.span(),
                                      {fmt::format("「{}」という{}はない", quoted(name.text()), ja),
                                       fmt::format("unknown {} '{}'", en, quoted(name.text()))},
                                      std::move(help));
  if (const auto meant = rubric_.names.meant(kind, name.text()); !meant.empty())
    finding.fix = Fix{name.span(), std::string(name.text()), std::string(meant), Fix::Kind::word};
}

std::optional<std::uint16_t> NameReader::find(NameKind kind, yaml::Node name) {
  if (!name.is_string() || name.text().empty()) return std::nullopt;
  const auto lookup = rubric_.names.find(kind, name.text());
  switch (lookup.result) {
    case Lookup::Result::found:
      return lookup.index;
    case Lookup::Result::noted: {
      const auto& label = rubric_.stages[lookup.index].label;
      diagnostics_.report(Rule::stage_reading, name.span(),
                          {fmt::format("「{}」は{}として数える", name.text(), label.ja),
                           fmt::format("'{}' is read as {}", name.text(), label.en)},
                          {"監視だけの仕事なら「監視」と書いてください",
                           "write 'monitoring' if the work was monitoring alone"});
      return lookup.index;
    }
    case Lookup::Result::ambiguous: {
      const auto candidates = fmt::format("{}", fmt::join(*lookup.candidates, ", "));
      diagnostics_.report(Rule::ambiguous_name, name.span(),
                          {fmt::format("「{}」は一つに決まらないので数えない({})", name.text(), candidates),
                           fmt::format("'{}' is ambiguous and counts nothing ({})", name.text(), candidates)},
                          *lookup.question);
      return std::nullopt;
    }
    case Lookup::Result::excluded:
      diagnostics_.report(Rule::not_a_stage, name.span(),
                          {fmt::format("「{}」はこのはしごの工程ではないので数えない", name.text()),
                           fmt::format("'{}' is no stage of this ladder and counts nothing", name.text())},
                          *lookup.question);
      return std::nullopt;
    case Lookup::Result::unknown:
      break;
  }
  report_unknown(kind, name);
  return std::nullopt;
}

}  // namespace upstream
