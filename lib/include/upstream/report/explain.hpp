#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "upstream/report/text_report.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream {

/// What a rule, stage, gate, requirement, skill, certificate, path or entry route is, from the rubric (or the
/// table of rules): by id, `kind:id`, label or alias. Nothing where no such thing is known.
[[nodiscard]] std::optional<std::string> explain(std::string_view name, const Rubric& rubric,
                                                 const TextOptions& options);

/// The id or name nearest to `name`, for a did-you-mean; empty where none is near.
[[nodiscard]] std::string explain_suggestion(std::string_view name, const Rubric& rubric);

struct Explainable {
  std::string id;
  Text label;  ///< may be empty
};
/// All that `explain` knows by an id, in the order in which a name is looked up; an id that several things
/// share stands once.
[[nodiscard]] std::vector<Explainable> list_explainable(const Rubric& rubric);

/// The ladder with gates and weights, skills, paths and certificates on a few pages.
[[nodiscard]] std::string render_rubric(const Rubric& rubric, const TextOptions& options);

/// A commented profile to start from; assesses without a finding.
[[nodiscard]] std::string_view profile_template(Language language);

}  // namespace upstream
