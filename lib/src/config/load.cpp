#include "upstream/config/load.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "upstream/yaml/read.hpp"

namespace upstream {
namespace {

using yaml::Node;

/// Patterns only leave files out; / in front of one means the folder of the settings file.
constexpr std::array<std::string_view, 2> kKeysOfFiles{"rubric", "baseline"};

/// What the reader calls an error in a profile or a rubric is a settings file without a setting.
bool holds_nothing(const SourceFile& source) {
  Diagnostics findings;
  if (yaml::read(source, findings) || findings.total() != 1) return false;
  return findings.items().front().rule == Rule::empty_document;
}

bool leads_out(std::string_view path) {
  if (path.starts_with('/')) return true;
  while (true) {
    const auto slash = path.find('/');
    if (path.substr(0, slash) == "..") return true;
    if (slash == std::string_view::npos) return false;
    path.remove_prefix(slash + 1);
  }
}

void check_file_name(Node node, Diagnostics& diagnostics) {
  const auto path = node.text();
  const bool has_control =
      std::any_of(path.begin(), path.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; });
  if (has_control) {
    diagnostics.report(
        Rule::control_character, node.span(),
        {"ファイル名に制御文字が入っている", "a control character stands in the name of a file"});
  } else if (leads_out(path)) {
    diagnostics.report(Rule::config_path, node.span(),
                       {fmt::format("「{}」は設定ファイルのフォルダーの外を指す", path),
                        fmt::format("'{}' leads out of the folder of the settings file", path)},
                       {"そのフォルダー以下のファイルを相対パスで書いてください。ほかの場所のファイルは"
                        "オプションか環境変数で渡せます",
                        "name a file in or below that folder; any other can be given by the option or by "
                        "its environment variable"});
  }
}

void check_days(Node node, Diagnostics& diagnostics) {
  const auto text = node.text();
  if (parse_days(text)) return;
  const bool is_number = text.front() >= '0' && text.front() <= '9';
  diagnostics.report(is_number ? Rule::out_of_range : Rule::wrong_type, node.span(),
                     {fmt::format("「{}」は 0 から {} までの日数ではない", text, kMostDays),
                      fmt::format("'{}' is no number of days from 0 to {}", text, kMostDays)},
                     {"90 か 90d のように書いてください", "write it like 90 or 90d"});
}

template <typename Visit>
void for_each_value(Node node, Visit&& visit) {
  if (node.is_sequence()) {
    node.for_each_item(visit);
  } else {
    visit(node);
  }
}

void check_beyond_shape(std::string_view key, Node node, Diagnostics& diagnostics) {
  const bool is_file = std::find(kKeysOfFiles.begin(), kKeysOfFiles.end(), key) != kKeysOfFiles.end();
  for_each_value(node, [&](Node value) {
    if (!value.is_string() || value.text().empty()) return;  // reported with the shape
    if (is_file) check_file_name(value, diagnostics);
    if (key == "expiring_within") check_days(value, diagnostics);
  });
}

std::string text_of(const shape::Shape& shape, Node node) {
  if (const auto boolean = node.boolean()) return *boolean ? "true" : "false";
  if (const auto integer = node.integer()) return std::to_string(*integer);
  if (shape.type != shape::Type::choice) return std::string(node.text());
  const auto word = shape::find_word(shape.words, node.text());
  return word < 0 ? std::string() : std::string(shape.words[static_cast<std::size_t>(word)].id);
}

}  // namespace

const std::vector<Config::Value>& Config::values(std::string_view key) const {
  static const std::vector<Value> none;
  const auto found = std::find_if(settings.begin(), settings.end(),
                                  [&](const Setting& setting) { return setting.key == key; });
  return found == settings.end() ? none : found->values;
}

std::optional<int> parse_days(std::string_view text) {
  if (text.ends_with('d')) text.remove_suffix(1);
  unsigned days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && days <= kMostDays ? std::optional(static_cast<int>(days)) : std::nullopt;
}

Config load_config(const SourceFile& source, Diagnostics& diagnostics) {
  Config config;
  if (holds_nothing(source)) return config;
  const auto document = yaml::read(source, diagnostics);
  if (!document) return config;
  const auto root = document->root();
  shape::check(config_shape(), root, diagnostics);
  for (const auto& field : config_shape().fields) {
    const auto node = root.find(field.key);
    if (!node) continue;
    check_beyond_shape(field.key, *node, diagnostics);
    Config::Setting setting{field.key, {}};
    for_each_value(*node, [&](Node value) {
      auto text = value.is_scalar() ? text_of(*field.shape, value) : std::string();
      if (!text.empty()) setting.values.push_back({std::move(text), value.span().begin});
    });
    config.settings.push_back(std::move(setting));
  }
  diagnostics.sort();
  return config;
}

}  // namespace upstream
