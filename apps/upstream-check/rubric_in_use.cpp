#include "rubric_in_use.hpp"

#include <utility>

#include <fmt/format.h>

#include "input.hpp"
#include "say_diagnostics.hpp"
#include "upstream/rubric/load.hpp"
#include "upstream/text/escape.hpp"

namespace upstream::app {
namespace {

constexpr std::string_view kBuiltin = "<builtin rubric>";

void trace_rubric(const Context& context, std::string_view name, const Rubric& rubric, std::size_t bytes,
                  const Stopwatch& watch) {
  context.trace.debug("rubric {}: id {}, version {}, hash {}, {} bytes, {:.1f} ms", text::printable(name),
                      text::printable(rubric.id), text::printable(rubric.version), rubric.hash, bytes,
                      watch.milliseconds());
}

}  // namespace

std::optional<RubricText> read_rubric_in_use(const Context& context) {
  const auto path = context.invocation.options.value(Option::rubric);
  if (!path) return RubricText{std::string(kBuiltin), std::string(builtin_rubric_text())};
  auto input = read_file(std::string(*path));
  if (input.reading == Reading::read) return RubricText{std::string(*path), std::move(input.bytes)};
  const auto origin = context.invocation.options.origin(Option::rubric);
  context.messages.error(
      {{fmt::format("{} のルーブリック「{}」を読めない: {}", origin, *path, input.reason.ja),
        fmt::format("{}: the rubric '{}' cannot be read: {}", origin, *path, input.reason.en)},
       {"組み込みのルーブリックは upstream-check rubric export で取り出せます",
        "upstream-check rubric export writes the builtin rubric to start from"}});
  return std::nullopt;
}

std::optional<Rubric> load_rubric_in_use(const RubricText& text, const Context& context) {
  const Stopwatch watch;
  const SourceFile source(text.name, text.bytes);
  Diagnostics diagnostics;
  auto rubric = load_rubric(source, diagnostics);
  say_diagnostics(source, diagnostics, context.messages);
  if (!rubric) {
    const auto origin = context.invocation.options.origin(Option::rubric);
    context.messages.error({{fmt::format("{} のルーブリック「{}」は使えない", origin, text.name),
                             fmt::format("{}: the rubric '{}' cannot be used", origin, text.name)},
                            {}});
    return std::nullopt;
  }
  trace_rubric(context, text.name, *rubric, text.bytes.size(), watch);
  return rubric;
}

std::optional<Rubric> load_rubric_in_use(const Context& context) {
  if (!context.invocation.options.value(Option::rubric)) {
    const Stopwatch watch;
    auto rubric = load_builtin_rubric();
    trace_rubric(context, kBuiltin, rubric, builtin_rubric_text().size(), watch);
    return rubric;
  }
  const auto text = read_rubric_in_use(context);
  return text ? load_rubric_in_use(*text, context) : std::nullopt;
}

}  // namespace upstream::app
