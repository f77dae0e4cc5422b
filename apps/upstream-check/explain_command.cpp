#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "commands.hpp"
#include "output.hpp"
#include "rubric_in_use.hpp"
#include "text_options.hpp"
#include "upstream/report/explain.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::app {
namespace {

/// Whether rules name it as where they come from: "S1" of "S1 6-1; S2 skill 4".
bool is_source(std::string_view name, const Rubric& rubric) {
  const auto begins = fmt::format("{} ", name);
  const auto names_it = [&](const auto& rule) {
    return rule.source.starts_with(begins) || rule.source.find("; " + begins) != std::string::npos;
  };
  return std::any_of(rubric.stages.begin(), rubric.stages.end(), [&](const Stage& stage) {
    return std::any_of(stage.gates.begin(), stage.gates.end(), names_it) ||
           std::any_of(stage.requirements.begin(), stage.requirements.end(), names_it);
  });
}

Complaint unknown(const std::string& name, const Rubric& rubric) {
  const auto near = text::invalid_utf8_at(name) ? std::string() : explain_suggestion(name, rubric);
  Complaint error{{fmt::format("「{}」という名前はない", name), fmt::format("nothing is called '{}'", name)},
                  {"名前の一覧は upstream-check rubric show", "upstream-check rubric show lists the names"}};
  if (is_source(name, rubric)) {
    error.help = {
        fmt::format("「{}」は規則の出どころ。何かは、ルーブリックの初めにある(upstream-check rubric export)",
                    name),
        fmt::format("'{}' is where rules come from; the rubric begins by saying what it is (upstream-check "
                    "rubric export)",
                    name)};
  } else if (!near.empty()) {
    error.help = {fmt::format("もしかして「{}」ですか", near), fmt::format("did you mean '{}'?", near)};
  }
  return error;
}

}  // namespace

ExitCode run_explain(const Context& context) {
  const auto& operands = context.invocation.operands;
  if (operands.size() != 1) {
    context.messages.error(
        {{"explain には名前を一つだけ渡す", "explain takes one name"},
         {"例: upstream-check explain build", "for example: upstream-check explain build"}});
    return ExitCode::usage;
  }
  const auto rubric = load_rubric_in_use(context);
  if (!rubric) return ExitCode::usage;
  const auto& name = operands.front();
  const auto explanation =
      text::invalid_utf8_at(name) ? std::nullopt : explain(name, *rubric, text_options(context.settings));
  if (!explanation) {
    context.messages.error(unknown(name, *rubric));
    return ExitCode::usage;
  }
  Output output(context.invocation.options.value(Option::output));
  output.write(*explanation);
  return output.finish(context.messages);
}

}  // namespace upstream::app
