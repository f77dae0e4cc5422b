#pragma once

#include <utility>

#include "plan/gains.hpp"
#include "plan/held.hpp"
#include "plan/menus.hpp"
#include "plan/problem.hpp"
#include "support/support.hpp"

namespace upstream::planning {

/// A problem of the built-in rubric, with all that it refers to.
struct SmallProblem {
  Profile profile;
  Facts facts;
  Post post{facts, false, {}};
  Budget budget;
  KnownGains known_gains;
  HeldByMonth held{facts};
  Menus menus;
  Problem problem;

  explicit SmallProblem(Profile of)
      : profile(std::move(of)),
        facts(gather_facts(profile, test::builtin_rubric(), Day{})),
        problem{
            test::builtin_rubric(), facts, post, {}, nullptr, 6, true, {}, budget, known_gains, held, menus} {
    const auto needs = all_needs_of(problem.everything(), problem.rubric);
    const auto levels = asked_levels(needs, problem.rubric);
    for (std::uint16_t i = 0; i < levels.size(); ++i) {
      if (levels[i] > 0) problem.skills_asked.push_back({i});
    }
    problem.months_asked = asked_months(needs);
    problem.labs_asked = asked_labs(needs);
    problem.levels_asked = levels;
    problem.study_labs = study_labs(problem.rubric, {});
  }
  SmallProblem(const SmallProblem&) = delete;
  SmallProblem& operator=(const SmallProblem&) = delete;
};

}  // namespace upstream::planning
