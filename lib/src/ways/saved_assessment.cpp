#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "upstream/text/unicode.hpp"
#include "upstream/ways/compare.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream {
namespace {

using yaml::Node;

constexpr std::int64_t kSchemaVersion = 1;
constexpr std::int64_t kWhole = 1000;

/// Whether the text is what `--format json` of some command wrote. A profile has a version, not a
/// schema_version.
bool is_output(Node root) {
  return root.is_mapping() && root.find("schema_version") && !root.find("version");
}

std::optional<Node> find(Node root, std::string_view first, std::string_view second) {
  const auto node = root.find(first);
  return node && node->is_mapping() ? node->find(second) : std::nullopt;
}

Fault fault(const SourceFile& source, const Text& what, Text help) {
  return {
      {fmt::format("「{}」: {}", source.path(), what.ja), fmt::format("'{}': {}", source.path(), what.en)},
      std::move(help)};
}

Text how_to_save() {
  return {
      "upstream-check me.yaml --format json -o before.json で保存したものか、プロフィールを渡してください",
      "give a profile, or what upstream-check me.yaml --format json -o before.json saved"};
}

Fault lacks(const SourceFile& source, std::string_view key) {
  return fault(source,
               {fmt::format("保存した評価として読めない: {} がない、または値が違う", key),
                fmt::format("no saved assessment: {} is missing or has no such value", key)},
               how_to_save());
}

std::optional<std::string> text_of(std::optional<Node> node) {
  if (!node || !node->is_scalar()) return std::nullopt;
  return std::string(node->text());
}

/// Where the JSON object that begins at `begin` ends: a node's span tells only where its first line does.
std::size_t end_of_object(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  bool in_string = false;
  for (auto at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return text.size();
}

/// The text with all but the facts blanked, so that what is found in them has its place in the file. Only
/// their first brace moves to the beginning of its line: what follows it may not be indented less.
std::string only_facts(const SourceFile& source, Position facts) {
  const auto text = source.text();
  const auto begin = source.offset(facts);
  const auto end = end_of_object(text, begin);
  std::string blanked;
  blanked.reserve(text.size());
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (at == begin) {
      blanked += ' ';
      blanked[line] = '{';
      blanked.append(text, begin + 1, end - begin - 1);
      at = end;
      continue;
    }
    const auto code_point = text::next_code_point(text, at);
    blanked += code_point == '\n' || code_point == '\r' ? static_cast<char>(code_point) : ' ';
    if (code_point == '\n') line = blanked.size();
  }
  return blanked;
}

/// Calls `take` with every mapping of that list; with none where there is no list.
template <typename Take>
void for_each_in(Node root, std::string_view key, Take&& take) {
  const auto list = root.find(key);
  if (!list || !list->is_sequence()) return;
  list->for_each_item([&](Node item) {
    if (item.is_mapping()) take(item);
  });
}

std::vector<std::pair<std::string, int>> ledger_of(Node root) {
  std::vector<std::pair<std::string, int>> ledger;
  for_each_in(root, "ledger", [&](Node item) {
    const auto requirement = text_of(item.find("requirement"));
    const auto earned = item.find("earned") ? item.find("earned")->integer() : std::nullopt;
    if (requirement && earned)
      ledger.emplace_back(*requirement, static_cast<int>(std::clamp<std::int64_t>(*earned, 0, kWhole)));
  });
  return ledger;
}

SavedStanding standing_of(Node root) {
  SavedStanding standing;
  const auto reached = find(root, "stage", "reached");
  if (reached && !reached->is_null()) standing.reached = text_of(reached);
  for_each_in(root, "gates", [&](Node item) {
    const auto id = text_of(item.find("id"));
    const auto open = item.find("open") ? item.find("open")->boolean() : std::nullopt;
    if (id && open) standing.gates.emplace_back(*id, *open);
  });
  return standing;
}

std::variant<ComparedSide, Fault> read_saved(const SourceFile& source, Node root, const Rubric& rubric,
                                             const ReportOptions& options) {
  const auto version = root.find("schema_version")->integer();
  if (!version || *version < 1) return lacks(source, "schema_version");
  if (*version > kSchemaVersion) {
    return fault(
        source,
        {fmt::format("schema_version {} の評価は読めない。この版が読むのは {}", *version, kSchemaVersion),
         fmt::format("its schema_version is {}; this program reads {}", *version, kSchemaVersion)},
        {"それを書いた版の upstream-check か、それより新しい版を使ってください",
         "use the upstream-check that wrote it, or a later one"});
  }
  const auto ok = root.find("ok") ? root.find("ok")->boolean() : std::nullopt;
  if (ok == false) {
    return fault(source,
                 {"評価できなかったときの出力で、比べる評価がない",
                  "it was written of a profile with an error and holds no assessment"},
                 how_to_save());
  }
  const auto facts = root.find("facts");
  if (!ok || !facts || !facts->is_mapping()) return lacks(source, "facts");
  SavedAssessment saved;
  const auto permille = find(root, "readiness", "permille");
  const auto value = permille ? permille->integer() : std::nullopt;
  if (!value || *value < 0 || *value > kWhole) return lacks(source, "readiness.permille");
  saved.permille = static_cast<int>(*value);
  const auto as_of = text_of(root.find("as_of"));
  const auto day = as_of ? parse_date(*as_of) : std::nullopt;
  if (!day) return lacks(source, "as_of");
  saved.as_of = day->last_day();
  const auto tool = text_of(find(root, "tool", "version"));
  if (!tool) return lacks(source, "tool.version");
  saved.tool_version = *tool;
  const auto hash = text_of(find(root, "rubric", "hash"));
  if (!hash) return lacks(source, "rubric.hash");
  saved.rubric_hash = *hash;
  saved.ledger = ledger_of(root);
  saved.standing = standing_of(root);

  auto on_its_day = options;
  if (!on_its_day.day) on_its_day.day = saved.as_of;
  return ComparedSide{
      report_on(SourceFile(source.path(), only_facts(source, facts->span().begin)), rubric, on_its_day),
      std::move(saved)};
}

}  // namespace

std::variant<ComparedSide, Fault> read_side(SourceFile source, const Rubric& rubric,
                                            const ReportOptions& options) {
  const auto first = source.text().find_first_not_of(" \t\r\n");
  const char begins_with = first == std::string_view::npos ? '\0' : source.text()[first];
  if (begins_with == '{' || begins_with == '[') {
    Diagnostics findings;  // of what is no output of ours the reader of profiles says them, below
    const auto document = yaml::read(source, findings);
    if (document && document->root().is_sequence()) {
      return fault(
          source,
          {fmt::format("一覧に {} 件ある。比べるのは一つ", document->root().size()),
           fmt::format("it is a list of {}; one is compared", document->root().size())},
          {"ファイルを一つずつ評価して保存してください", "save the assessment of each file by itself"});
    }
    if (document && is_output(document->root())) {
      if (!findings.has_errors()) return read_saved(source, document->root(), rubric, options);
      findings.sort();
      return ComparedSide{{std::move(source), std::move(findings), options.today, nullptr, std::nullopt}, {}};
    }
  }
  return ComparedSide{report_on(std::move(source), rubric, options), std::nullopt};
}

}  // namespace upstream
