// Plans of the sample profiles under the built-in rubric.

#include <algorithm>
#include <chrono>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assess/evaluate.hpp"
#include "support/support.hpp"
#include "upstream/plan/plan.hpp"
#include "upstream/ways/whatif.hpp"

namespace upstream::test {
namespace {

using testing::IsEmpty;
using testing::Not;

struct SampleGoal {
  const char* profile;
  const char* goal;
};

class SamplePlan : public testing::TestWithParam<SampleGoal> {
 protected:
  static FileReport report() { return report_of_sample(GetParam().profile); }

  static FileReport report_of_sample(std::string_view name) {
    const auto path = "profiles/" + std::string(name) + ".yaml";
    return report_on(SourceFile(path, read_source_tree(path)), builtin_rubric(), {});
  }
  static PlanRequest request() {
    const auto& names = builtin_rubric().names;
    PlanRequest request;
    const auto stage = names.find(NameKind::stage, GetParam().goal);
    if (stage.result == Lookup::Result::found) {
      request.goal.of = StageIndex{stage.index};
    } else {
      request.goal.of = PathIndex{names.find(NameKind::path, GetParam().goal).index};
    }
    return request;
  }
  static Plan plan() {
    auto answer = find_plan(report(), builtin_rubric(), request());
    return std::move(std::get<Plan>(answer));
  }
  static bool is_reached(const Assessment& assessment) {
    const auto goal = request().goal;
    if (const auto* stage = std::get_if<StageIndex>(&goal.of)) return assessment.is_reached(*stage);
    return std::any_of(assessment.paths.begin(), assessment.paths.end(), [&](const PathFit& fit) {
      return fit.path == std::get<PathIndex>(goal.of) && fit.reached;
    });
  }
  /// Whether the goal is reached on the last day of the plan once the words have been supposed.
  static bool reaches(const std::vector<std::string>& words, Day end) {
    const auto outcome = suppose(report(), builtin_rubric(), supposition_of(words, end));
    const auto* whatif = std::get_if<Whatif>(&outcome);
    return whatif != nullptr && is_reached(*whatif->after.assessment);
  }
};

TEST_P(SamplePlan, CarriedOutByWhatifReachesTheGoal) {
  const auto made = plan();
  EXPECT_THAT(made.unproven, IsEmpty());
  EXPECT_TRUE(reaches(made.whatif, made.end));
}

// Of what its actions add, and what time alone brings or takes.
TEST_P(SamplePlan, PointsAddUp) {
  const auto made = plan();
  const auto& rubric = builtin_rubric();
  const auto* path = std::get_if<PathIndex>(&made.request.goal.of);
  const auto& ladder = path != nullptr ? rubric[*path].requirements
                                       : rubric[std::get<StageIndex>(made.request.goal.of)].requirements;
  const auto permille = [&](const FileReport& of) {
    return total(ladder, gather_facts(*of.profile, rubric, of.day), View::score);
  };
  int sum = made.drift.gain;
  for (const auto& action : made.actions) sum += action.gain;
  const auto outcome = suppose(report(), rubric, supposition_of(made.whatif, made.end));
  const auto& whatif = std::get<Whatif>(outcome);
  EXPECT_EQ(permille(report()) + sum, permille(whatif.after));
  // So is every gate told that is opened.
  auto told = made.drift.opens;
  for (const auto& action : made.actions) told.insert(told.end(), action.opens.begin(), action.opens.end());
  for (std::size_t i = 0; i < whatif.after.assessment->gates.size(); ++i) {
    const auto& now = whatif.after.assessment->gates[i];
    if (!now.open || whatif.before.assessment->gates[i].open) continue;
    EXPECT_THAT(told, testing::Contains(now.gate)) << now.gate->id;
  }
}

TEST_P(SamplePlan, CannotBeAMonthShorter) {
  const auto made = plan();
  if (made.months.likely == 0) return;
  auto sooner = request();
  sooner.by = made.end - std::chrono::days{1};
  EXPECT_TRUE(std::holds_alternative<NoPlan>(find_plan(report(), builtin_rubric(), sooner)));
}

TEST_P(SamplePlan, WaitsForTheGoalWithoutAnyOfItsActions) {
  const auto made = plan();
  ASSERT_THAT(made.actions, Not(IsEmpty()));
  EXPECT_FALSE(reaches({}, made.end));
}

/// Words of single actions put together. What adds to a list moves up where something before it is left out.
class Words {
 public:
  explicit Words(const Profile& profile) : labs_(profile.labs.size()), entries_(profile.experience.size()) {
    for (const auto& rating : profile.skills)
      evidence_[builtin_rubric()[rating.skill].id] = rating.evidence.size();
  }
  void add(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
      const auto word = words[i] == "--set" ? moved_up(words[i + 1]) : words[i + 1];
      // A level is set once, to the last that it is brought to.
      const auto path = word.substr(0, word.find('=') + 1);
      const auto same = std::find_if(taken.begin(), taken.end(), [&](const std::string& other) {
        return words[i] == "--set" && other.rfind(path, 0) == 0;
      });
      if (same != taken.end()) {
        *same = word;
        continue;
      }
      taken.push_back(words[i]);
      taken.push_back(word);
    }
  }
  std::vector<std::string> taken;

 private:
  std::string moved_up(const std::string& word) {
    const auto value = word.substr(word.find('='));
    const auto path = word.substr(0, word.find('='));
    if (path.rfind("labs.", 0) == 0) return "labs." + std::to_string(++labs_) + value;
    if (path.rfind("experience.", 0) == 0 && value[1] == '{')
      return "experience." + std::to_string(++entries_) + value;
    const auto evidence = path.find(".evidence.");
    if (evidence == std::string::npos) return word;
    const auto skill = path.substr(7, evidence - 7);
    return path.substr(0, evidence) + ".evidence." + std::to_string(++evidence_[skill]) + value;
  }

  std::size_t labs_;
  std::size_t entries_;
  std::map<std::string, std::size_t> evidence_;
};

// Of every skill the last steps, and everything else that is studied, passed or proven by itself.
TEST_P(SamplePlan, MissesTheGoalWithoutAnyOneOfItsStudies) {
  const auto made = plan();
  std::vector<const PlanAction*> by_end;
  for (const auto& action : made.actions) by_end.push_back(&action);
  std::stable_sort(by_end.begin(), by_end.end(),
                   [](const PlanAction* a, const PlanAction* b) { return a->end < b->end; });
  for (const auto* left_out : by_end) {
    if (left_out->kind == PlanActionKind::work || left_out->kind == PlanActionKind::ask_post) continue;
    Words words(*made.report.profile);
    bool is_behind = false;
    for (const auto* action : by_end) {
      is_behind = is_behind || action == left_out;
      // What builds on it is left out, too.
      const bool rests_on_it = is_behind && left_out->skill && action->skill == left_out->skill;
      if (action != left_out && !rests_on_it) words.add(action->whatif);
    }
    EXPECT_FALSE(reaches(words.taken, made.end)) << left_out->id;
  }
  Words all(*made.report.profile);
  for (const auto* action : by_end) all.add(action->whatif);
  EXPECT_TRUE(reaches(all.taken, made.end));
}

TEST_P(SamplePlan, IsNoQuickerForMore) {
  auto more = request();
  const auto* stage = std::get_if<StageIndex>(&more.goal.of);
  auto less = more;
  less.goal.score = 1;
  if (stage != nullptr) {
    less.goal.score.reset();
    more.goal.score = 30;
  }
  const auto easier = find_plan(report(), builtin_rubric(), less);
  const auto harder = find_plan(report(), builtin_rubric(), more);
  const auto* quicker = std::get_if<Plan>(&easier);
  const auto* slower = std::get_if<Plan>(&harder);
  if (slower == nullptr) return;
  ASSERT_NE(quicker, nullptr);
  EXPECT_LE(std::tie(quicker->months.likely, quicker->hours.likely),
            std::tie(slower->months.likely, slower->hours.likely));
}

TEST_P(SamplePlan, IsNeverSoonerThanTheEstimate) {
  const auto made = plan();
  const auto& assessment = *made.report.assessment;
  const auto goal = request().goal;
  const auto* stage = std::get_if<StageIndex>(&goal.of);
  if (stage == nullptr || *stage != builtin_rubric().target() || !assessment.estimate.months_to_target)
    return;
  EXPECT_LE(*assessment.estimate.months_to_target, made.months.likely);
}

TEST_P(SamplePlan, StudiesOneThingAfterTheOther) {
  const auto made = plan();
  Day busy_until = made.report.day;
  for (const auto& action : made.actions) {
    const bool is_study = action.kind == PlanActionKind::study || action.kind == PlanActionKind::lab ||
                          action.kind == PlanActionKind::certificate;
    if (!is_study) continue;
    EXPECT_GE(action.start, busy_until) << action.id;
    busy_until = action.end;
  }
}

TEST_P(SamplePlan, PlansNoCertificateWhereNoneIsWanted) {
  auto without = request();
  without.certificates = false;
  const auto answer = find_plan(report(), builtin_rubric(), without);
  const auto* made = std::get_if<Plan>(&answer);
  if (made == nullptr) return;
  for (const auto& action : made->actions) EXPECT_NE(action.kind, PlanActionKind::certificate) << action.id;
}

INSTANTIATE_TEST_SUITE_P(
    Samples, SamplePlan,
    testing::Values(SampleGoal{"case-h", "design"}, SampleGoal{"case-i", "design"},
                    SampleGoal{"case-y", "design"}, SampleGoal{"case-h", "cloud-engineer"},
                    SampleGoal{"case-n", "project-manager"}, SampleGoal{"minimal", "design"},
                    SampleGoal{"newcomer", "build"}, SampleGoal{"lab-only", "design"},
                    SampleGoal{"application-designer", "design"}, SampleGoal{"cloud-only", "cloud-engineer"},
                    SampleGoal{"everything", "cloud-engineer"},
                    SampleGoal{"stuck-in-monitoring", "maintenance"}, SampleGoal{"inflated", "design"}),
    [](const auto& row) {
      std::string name = std::string(row.param.profile) + "_" + row.param.goal;
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

}  // namespace
}  // namespace upstream::test
