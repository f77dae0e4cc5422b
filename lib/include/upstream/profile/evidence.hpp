#pragma once

#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"

namespace upstream {

/// Whether work in the entry can have used the skill: in one of its domains, where the skill belongs to
/// domains; in infrastructure otherwise, or anywhere where the rubric lets application work count.
[[nodiscard]] bool uses_skill(const Experience& experience, SkillIndex skill, const Rubric& rubric);

/// Whether the entry is the field work that a piece of work evidence speaks of.
[[nodiscard]] bool matches(const Evidence& evidence, const Experience& experience, SkillIndex skill,
                           const Rubric& rubric);

}  // namespace upstream
