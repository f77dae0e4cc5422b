#pragma once

#include <span>
#include <string_view>

#include "cli.hpp"
#include "exit_code.hpp"
#include "messages.hpp"
#include "settings.hpp"
#include "trace.hpp"

namespace upstream::app {

/// What every command is given. Nothing in it changes while one runs.
struct Context {
  const Invocation& invocation;
  const Settings& settings;
  const Messages& messages;
  spdlog::logger& trace;
};

[[nodiscard]] ExitCode run_assess(const Context& context);
[[nodiscard]] ExitCode run_validate(const Context& context);
[[nodiscard]] ExitCode run_batch(const Context& context);
[[nodiscard]] ExitCode run_team(const Context& context);
[[nodiscard]] ExitCode run_plan(const Context& context);
[[nodiscard]] ExitCode run_explain(const Context& context);
[[nodiscard]] ExitCode run_rubric(const Context& context);
[[nodiscard]] ExitCode run_schema(const Context& context);
[[nodiscard]] ExitCode run_init(const Context& context);
[[nodiscard]] ExitCode run_completion(const Context& context);
[[nodiscard]] ExitCode run_whatif(const Context& context);
[[nodiscard]] ExitCode run_compare(const Context& context);
[[nodiscard]] ExitCode run_timeline(const Context& context);

// What may follow rubric, schema and completion.
[[nodiscard]] std::span<const std::string_view> rubric_verbs();
[[nodiscard]] std::span<const std::string_view> schema_names();
[[nodiscard]] std::span<const std::string_view> completion_shells();

}  // namespace upstream::app
