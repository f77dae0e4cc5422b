#pragma once

#include "json_value.hpp"
#include "upstream/assess/assessment.hpp"

/// The members of an assessment's JSON object, each by itself. Keys are public: docs/json.md,
/// assessment.schema.json.
namespace upstream::json {

/// What every part needs to know.
struct Context {
  const Assessment& assessment;
  Language language;

  [[nodiscard]] const Rubric& rubric() const { return *assessment.rubric; }
  [[nodiscard]] const std::string& in(const Text& text) const { return text.in(language); }
};

[[nodiscard]] Json step(const Step& step, const Context& context);
[[nodiscard]] Json steps(const std::vector<Step>& steps, const Context& context);
[[nodiscard]] Json gaps(const std::vector<Gap>& gaps, const Context& context);
[[nodiscard]] Json gates(const Context& context);
[[nodiscard]] Json next_actions(const Context& context);

[[nodiscard]] Json stage(const Context& context);
[[nodiscard]] Json readiness(const Context& context);
[[nodiscard]] Json months_at(const Context& context);
[[nodiscard]] Json ledger(const std::vector<LedgerEntry>& ledger, const Context& context);
[[nodiscard]] Json skills(const Context& context);
[[nodiscard]] Json certifications(const Context& context);

[[nodiscard]] Json paths(const Context& context);
[[nodiscard]] Json entry_routes(const Context& context);
[[nodiscard]] Json environment(const Context& context);
[[nodiscard]] Json conditions(const Context& context);
[[nodiscard]] Json findings(const Context& context);
[[nodiscard]] Json market(const Context& context);
[[nodiscard]] Json estimate(const Context& context);
[[nodiscard]] Json sensitivity(const Context& context);

}  // namespace upstream::json
