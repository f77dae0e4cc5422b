#include "baseline_file.hpp"

#include <utility>

#include <fmt/format.h>

#include "input.hpp"
#include "output.hpp"
#include "say_diagnostics.hpp"

namespace upstream::app {
namespace {

constexpr std::size_t kMostBaselineBytes = std::size_t{64} * 1024 * 1024;

}  // namespace

Checked<std::optional<Baseline>> read_baseline(const Context& context) {
  const auto& options = context.invocation.options;
  const auto path = options.value(Option::baseline);
  const bool updates = options.given(Option::update_baseline);
  if (!path) {
    if (!updates) return std::optional<Baseline>();
    return Complaint{
        {"--update-baseline には --baseline FILE が要る", "--update-baseline needs --baseline FILE"},
        {"例: --baseline .upstream-check-baseline.json --update-baseline",
         "for example: --baseline .upstream-check-baseline.json --update-baseline"}};
  }
  if (is_standard_output(*path)) {
    return Complaint{{"ベースラインには名前のあるファイルが要る", "a baseline is a file with a name"}, {}};
  }
  auto input = read_file(std::string(*path), kMostBaselineBytes);
  if (input.reading == Reading::absent && updates) return std::optional(Baseline{});
  if (input.reading != Reading::read) {
    return Complaint{{fmt::format("ベースライン「{}」を読めない: {}", *path, input.reason.ja),
                      fmt::format("the baseline '{}' cannot be read: {}", *path, input.reason.en)},
                     {"--update-baseline を付けると作ります", "--update-baseline makes it"}};
  }
  const SourceFile source(std::string(*path), std::move(input.bytes));
  Diagnostics diagnostics;
  auto baseline = load_baseline(source, diagnostics);
  say_diagnostics(source, diagnostics, context.messages);
  if (baseline) return std::optional(std::move(*baseline));
  return Complaint{{fmt::format("ベースライン「{}」は使えない", *path),
                    fmt::format("the baseline '{}' cannot be used", *path)},
                   {"消してから --update-baseline で作り直せます",
                    "remove it and run with --update-baseline to make it anew"}};
}

}  // namespace upstream::app
