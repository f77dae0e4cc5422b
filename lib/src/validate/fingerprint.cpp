#include "fingerprint.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "upstream/text/hash.hpp"

namespace upstream {
namespace {

std::uint64_t below(std::uint64_t path, std::string_view key) {
  return text::Hash().add_field(fmt::format("{:x}", path)).add_field(key).value();
}

}  // namespace

KeyPaths::KeyPaths(const yaml::Document& document) { add(document.root(), 0); }

void KeyPaths::add(yaml::Node node, std::uint64_t path) {
  // A collection begins where its first child begins; its own entry is then kept and means both.
  if (places_.empty() || places_.back().begin < node.span().begin)
    places_.push_back({node.span().begin, path});
  if (node.is_sequence()) {
    node.for_each_item([&](yaml::Node item) { add(item, below(path, "-")); });
  } else if (node.is_mapping()) {
    node.for_each_entry([&](yaml::Node key, yaml::Node value) {
      const auto entry = below(path, key.text());
      add(key, entry);
      add(value, entry);
    });
  }
}

std::uint64_t KeyPaths::at(Position place) const {
  const auto behind = std::upper_bound(places_.begin(), places_.end(), place,
                                       [](Position wanted, const Place& p) { return wanted < p.begin; });
  return behind == places_.begin() ? 0 : (behind - 1)->path;
}

std::uint64_t finding_key(const Diagnostic& diagnostic, const SourceFile& source, const KeyPaths& paths) {
  const auto& span = diagnostic.span;
  std::string_view shown;
  if (diagnostic.rule == Rule::missing_key) {
    // It points at what happens to stand first; only the message knows which key is missing.
    shown = diagnostic.message.en;
  } else if (span.begin.line != 0) {
    const auto begin = source.offset(span.begin);
    shown = source.text().substr(begin, source.offset(span.end) - begin);
    shown = shown.substr(0, shown.find_first_of("\r\n"));
  }
  return text::Hash()
      .add_field(rule_info(diagnostic.rule).id)
      .add_field(fmt::format("{:x}", paths.at(span.begin)))
      .add_field(shown)
      .value();
}

}  // namespace upstream
