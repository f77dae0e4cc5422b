#include "upstream/yaml/read.hpp"

#include <fmt/format.h>

#include "builder.hpp"
#include "bytes.hpp"
#include "libyaml.hpp"
#include "surrogates.hpp"
#include "yaml_cpp.hpp"

namespace upstream::yaml {

namespace {

/// A document that libyaml read without anything to report, not even by the builder.
std::optional<Document> read_fast(const SourceFile& source, const Limits& limits) {
  // libyaml refuses the pairs in quotes; outside of them the other lane's detour may not be quite invisible.
  if (has_surrogate_pairs(source.text())) return std::nullopt;
  Diagnostics findings;
  Builder builder(source, limits, findings);
  if (!read_with_libyaml(source, builder) || !builder.has_root()) return std::nullopt;
  auto document = std::move(builder).finish();
  if (findings.total() > 0 || document.root().is_null()) return std::nullopt;
  return document;
}

}  // namespace

bool takes_fast_lane(const SourceFile& source, const Limits& limits) {
  return read_fast(source, limits).has_value();
}

std::optional<Document> read(const SourceFile& source, Diagnostics& diagnostics, const Limits& limits,
                             Lane lane) {
  if (source.text().size() > limits.bytes) {
    diagnostics.report(Rule::file_too_large, {{1, 1}, {1, 1}},
                       {fmt::format("上限の {} バイトを超える", limits.bytes),
                        fmt::format("more than the limit of {} bytes", limits.bytes)},
                       {"ファイルを分けてください", "split the file"});
    return std::nullopt;
  }
  auto bytes = check_bytes(source, diagnostics);
  if (!bytes.readable) return std::nullopt;
  if (lane == Lane::fast && !bytes.replaced) {
    if (auto document = read_fast(source, limits)) return document;
  }

  auto text = std::move(bytes.replaced).value_or(std::string(source.text()));
  if (has_surrogate_pairs(text)) text = hide_surrogate_pairs(std::move(text));
  Builder builder(source, limits, diagnostics);
  if (!read_with_yaml_cpp(source, text, builder, diagnostics)) return std::nullopt;
  if (!builder.has_root()) {
    diagnostics.report(
        Rule::empty_document, {{1, 1}, {1, 1}}, {"ファイルが空", "the file is empty"},
        {"`upstream-check init` でひな型を作れます", "`upstream-check init` writes a template"});
    return std::nullopt;
  }
  auto document = std::move(builder).finish();
  if (document.root().is_null()) {
    diagnostics.report(
        Rule::empty_document, document.root().span(), {"中身がない", "there is nothing in it"},
        {"`upstream-check init` でひな型を作れます", "`upstream-check init` writes a template"});
    return std::nullopt;
  }
  return document;
}

}  // namespace upstream::yaml
