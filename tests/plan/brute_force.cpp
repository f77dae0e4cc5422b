#include "plan/brute_force.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "assess/evaluate.hpp"
#include "plan/brute_force_deeds.hpp"
#include "upstream/profile/evidence.hpp"

namespace upstream::test {
namespace {

using namespace brute_force;

constexpr long kMostJudgements = 100'000;
constexpr int kMostLabs = 3;  // of one stop

class Attempt {
 public:
  Attempt(const Profile& profile, const Rubric& rubric, Day day, const PlanRequest& request)
      : given_(profile, rubric, day, request) {}

  BruteForceAnswer run(int most_months) {
    for (int months = 0; months <= most_months && !answer_.cost && !gave_up(); ++months) {
      for (int stay = months; stay >= 0; --stay) try_courses({stay, {}}, months, false);
    }
    answer_.gave_up = gave_up();
    if (answer_.gave_up) answer_.cost.reset();
    return answer_;
  }

 private:
  [[nodiscard]] bool has_supervisor(int month) const {
    return given_.there || std::any_of(course_->jobs.begin(), course_->jobs.end(),
                                       [&](const Job& job) { return job.begin < month; });
  }

  /// What a skill is brought further from.
  struct Base {
    bool stated = false;
    int level = 0;
  };
  struct Beginning {
    std::vector<const Need*> parts;
    std::vector<int> asked;    ///< highest level, by skill
    std::vector<Base> bases;   ///< by skill
    std::vector<int> by_work;  ///< level that work proves, or would with evidence
    std::vector<std::pair<const LabHoursAtLeast*, int>> lacking;  ///< hours
    bool proves_by_lab = false;                                   ///< and not by reviews, which take less
  };

  [[nodiscard]] Beginning beginning(const Stop& stop, const Profile& profile) {
    // What gates ask for is asked without the certificates of the plan.
    auto bare = profile;
    bare.certifications.resize(given_.profile.certifications.size());
    const auto facts = judge(bare, stop.month);
    Beginning begin{
        given_.parts_of(stop, facts), std::vector<int>(given_.rubric.skills.size(), 0), {}, {}, {}, false};
    for (std::size_t i = 0; i < facts.skills.size(); ++i) {
      const auto* rating = facts.skills[i].rating;
      int level = rating != nullptr ? rating->level : 0;
      if (rating != nullptr && rating->reviewed_level) level = std::min(level, *rating->reviewed_level);
      begin.by_work.push_back(facts.skills[i].by_work);
      begin.bases.push_back({given_.suggested[i] > level, std::max(given_.suggested[i], level)});
    }
    for (const auto* part : begin.parts) {
      const auto* need = std::get_if<SkillAtLeast>(&part->kind);
      if (need != nullptr)
        begin.asked[need->skill.value] = std::max(begin.asked[need->skill.value], need->level);
    }
    std::vector<int> highest(given_.rubric.skills.size(), 0);
    for (const auto* part : given_.whole) {
      if (const auto* lab = std::get_if<LabHoursAtLeast>(&part->kind))
        begin.lacking.emplace_back(lab, lab->hours - facts.lab_hours(*lab));
      const auto* need = std::get_if<SkillAtLeast>(&part->kind);
      if (need != nullptr) highest[need->skill.value] = std::max(highest[need->skill.value], need->level);
    }
    const auto asked = std::count_if(highest.begin(), highest.end(), [](int level) { return level > 0; });
    begin.proves_by_lab =
        !has_supervisor(stop.month) ||
        asked * likely(given_.rubric.actions[static_cast<std::size_t>(ActionKind::ask_review)].effort) >=
            given_.rubric.settings.lab_proof_hours;
    return begin;
  }

  // --- courses of work

  void try_courses(const Course& course, int months, bool moved) {
    const int begin =
        course.jobs.empty() ? course.stay : course.jobs.back().begin + course.jobs.back().months;
    if (begin == months) return try_course(course, months);
    for (std::uint16_t s = 0; s < given_.rubric.stages.size(); ++s) {
      const StageIndex stage{s};
      if (!course.jobs.empty() && stage <= course.jobs.back().stage) continue;
      auto highest = given_.experienced.value_or(StageIndex{});
      if (!course.jobs.empty()) highest = std::max(highest, course.jobs.back().stage);
      const bool is_back = given_.experienced && stage < *given_.experienced;
      const bool may_change =
          given_.request.change_post && given_.there && !moved && !is_back && s <= highest.value + 1;
      const bool goes_on_anyway = course.jobs.empty() && given_.unending.contains(stage);
      Job job{stage, begin, 0, {}, 0, moved};
      if (!given_.there && !moved) {
        job.asked = ActionKind::apply;
      } else if (moved || !given_.offered || given_.offered->contains(stage)) {
        if (given_.job != nullptr || !given_.experienced || stage > *given_.experienced)
          job.asked = ActionKind::take_offered_work;
        const bool sideways = given_.unending.contains(stage) && stage != given_.rubric.target();
        if (may_change && !given_.wished.empty() && !sideways) {
          auto other = job;
          other.asked = given_.change;
          try_job(other, course, months, begin);
        }
      } else if (may_change) {
        job.asked = given_.change;
      } else {
        continue;
      }
      if (!goes_on_anyway || job.asked == given_.change) try_job(job, course, months, begin);
    }
  }

  void try_job(Job job, const Course& course, int months, int begin) {
    if (job.asked) job.lead = given_.rubric.actions[static_cast<std::size_t>(*job.asked)].effort.months;
    if (job.asked && *job.asked != ActionKind::take_offered_work) job.elsewhere = true;
    if (job.lead > begin) return;
    for (job.months = 1; begin + job.months <= months; ++job.months) {
      auto longer = course;
      longer.jobs.push_back(job);
      try_courses(longer, months, job.elsewhere);
    }
  }

  void try_course(const Course& course, int months) {
    Plan plan;
    std::vector<Stop> stops;
    for (const auto& job : course.jobs) {
      plan.moves += job.asked ? 2 : 1;
      if (job.asked) plan.hours += likely(given_.rubric.actions[static_cast<std::size_t>(*job.asked)].effort);
      if (!given_.experienced || job.stage > *given_.experienced)
        stops.push_back({job.begin - job.lead, job.stage, false});
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const Stop& a, const Stop& b) { return a.month < b.month; });
    stops.push_back({months, given_.goal, true});
    months_ = months;
    course_ = &course;
    stops_ = stops;
    go_on(0, plan);
  }

  // --- plans

  [[nodiscard]] bool gave_up() const { return answer_.judgements > kMostJudgements; }

  Facts judge(const Profile& profile, int month) {
    ++answer_.judgements;
    return gather_facts(profile, given_.rubric, given_.day_of(month));
  }

  /// Month by month the hours go to what is due first; whatever is due must be done then.
  [[nodiscard]] bool in_time(const Plan& plan) const {
    auto left = plan.tasks;
    std::stable_sort(left.begin(), left.end(), [](const Task& a, const Task& b) { return a.due < b.due; });
    int spent = 0;
    for (int month = 0; month <= months_; ++month) {
      int hours = given_.weekly * 52 * month / 12 - spent;
      for (auto& task : left) {
        const int now = std::min(hours, task.hours);
        task.hours -= now;
        hours -= now;
        spent += now;
        if (task.due <= month && task.hours > 0) return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool is_dearer(const Plan& plan) const {
    return answer_.cost &&
           std::tie(plan.hours, plan.moves) >= std::tie(answer_.cost->hours, answer_.cost->moves);
  }

  [[nodiscard]] bool is_futile(const Plan& plan) const {
    return gave_up() || is_dearer(plan) || !in_time(plan);
  }

  void go_on(std::size_t stop, const Plan& plan) {
    if (is_futile(plan)) return;
    if (stop == stops_.size()) {
      answer_.cost = PlanCost{months_, plan.hours, plan.moves};
      answer_.story = tell(plan, *course_);
      return;
    }
    const auto profile = profile_at(plan, *course_, stops_[stop].month, given_);
    if (stops_[stop].last && given_.request.certificates && given_.ladder != nullptr) {
      unmet_.clear();
      const auto facts = judge(profile, stops_[stop].month);
      // A gate gives no reason for one: none opens it.
      std::vector<const Need*> parts;
      for (const auto& requirement : *given_.ladder) collect(requirement.need, parts);
      for (const auto* part : parts) {
        const auto* among = std::get_if<CertificateAmong>(&part->kind);
        if (among != nullptr && !upstream::judge(*part, facts, View::score).met) unmet_.push_back(among);
      }
      return try_certificates(stop, plan, profile);
    }
    try_skills(stop, plan, profile, 0);
  }

  [[nodiscard]] bool may_sit(CertificationIndex one, const Facts& facts) const {
    const auto& wanted = given_.rubric[one];
    if (facts.held[one.value] != 0 || wanted.effort.hours_max == 0) return false;
    if (wanted.experience && facts.months(wanted.experience->filter) < wanted.experience->months)
      return false;
    for (const auto before : wanted.prerequisites) {
      if (facts.held[before.value] == 0) return false;
    }
    for (std::uint16_t c = 0; c < given_.rubric.certifications.size(); ++c) {
      const bool below = has(wanted.renewed_by, CertificationIndex{c}) ||
                         has(given_.rubric.certifications[c].prerequisites, one);
      if (facts.held[c] != 0 && below) return false;
    }
    return true;
  }

  void try_certificates(std::size_t stop, const Plan& plan, const Profile& profile) {
    if (is_futile(plan)) return;
    // Each meets a need that none of the others does, or stands before one that is passed.
    const auto& passed = plan.passed;
    const bool all_of_use = std::all_of(passed.begin(), passed.end(), [&](const Pass& one) {
      const auto others = [&](auto&& holds) {
        return std::any_of(passed.begin(), passed.end(), [&](const Pass& other) {
          return other.certification != one.certification && holds(other.certification);
        });
      };
      return others([&](auto other) { return has(given_.rubric[other].prerequisites, one.certification); }) ||
             std::any_of(unmet_.begin(), unmet_.end(), [&](const CertificateAmong* need) {
               return has(need->of, one.certification) &&
                      !others([&](auto other) { return has(need->of, other); });
             });
    });
    if (all_of_use) try_skills(stop, plan, profile, 0);
    const auto facts = judge(profile, stops_[stop].month);
    for (std::uint16_t c = 0; c < given_.rubric.certifications.size(); ++c) {
      const CertificationIndex one{c};
      if (!may_sit(one, facts)) continue;
      auto then = plan;
      const int hours = likely(given_.rubric[one].effort);
      then.hours += hours;
      then.moves += 1;
      then.passed.push_back({one, stops_[stop].month, then.tasks.size()});
      then.tasks.push_back({hours, stops_[stop].month});
      auto with = profile;
      pass(with, one, stops_[stop].month, given_);
      try_certificates(stop, then, with);
    }
  }

  /// Months up to `upto` and after `from`, without a break, in which work uses the skill.
  [[nodiscard]] int unbroken(const Profile& profile, SkillIndex skill, int from, int upto) const {
    int count = 0;
    for (int month = upto; month > from; --month) {
      const bool used =
          std::any_of(profile.experience.begin(), profile.experience.end(), [&](const Experience& entry) {
            const auto range = months_of(entry, given_.day_of(upto));
            const int index = given_.last_ended + month;
            return !entry.stages.empty() && is_infrastructure(entry, given_.rubric) &&
                   uses_skill(entry, skill, given_.rubric) && range.first <= index && index <= range.last;
          });
      if (!used) break;
      ++count;
    }
    return count;
  }

  void try_skills(std::size_t stop, const Plan& plan, const Profile& profile, std::uint16_t skill) {
    if (is_futile(plan)) return;
    if (skill == 0) begin_[stop] = beginning(stops_[stop], profile);
    if (skill == given_.rubric.skills.size()) return try_labs(stop, plan, profile, 0);
    try_skills(stop, plan, profile, static_cast<std::uint16_t>(skill + 1));

    const int month = stops_[stop].month;
    const SkillIndex index{skill};
    const int asked = begin_[stop].asked[skill];
    if (asked == 0) return;
    const bool worked =
        std::any_of(profile.experience.begin(), profile.experience.end(),
                    [&](const auto& entry) { return uses_skill(entry, index, given_.rubric); });
    const bool supervisor = has_supervisor(month);
    // What was done for an earlier stop comes first; and nobody goes back to study once work has begun.
    int since = 0;
    bool may_study = true;
    for (const auto& [due, practice] : plan.practices) {
      if (practice.skill != index) continue;
      since = std::max(since, due);
      may_study = may_study && practice.to == practice.studied;
    }
    const int used = unbroken(profile, index, since, month);
    const int given = begin_[stop].by_work[skill];
    const bool looked_at = std::any_of(profile.skills.begin(), profile.skills.end(), [&](const auto& one) {
      return one.skill == index && one.reviewed_level;
    });
    const auto& base = begin_[stop].bases[skill];
    Practice what{index, base.stated, base.level, 0, 0, false, false};
    for (what.studied = what.from; what.studied <= kHighestLevel; ++what.studied) {
      if (what.studied > what.from) {
        const auto& step = given_.rubric[index].levels[static_cast<std::size_t>(what.studied - 1)];
        const bool by_work_alone = step.effort.hours_max == 0 && step.effort.months > 0;
        if (step.field_only || by_work_alone || !may_study) break;
      }
      int months = 0;
      for (what.to = what.studied; what.to <= std::max(asked, what.from); ++what.to) {
        if (what.to > what.studied) {
          const int step = given_.effort(index, what.to).months;
          months += step;
          if (step == 0 || months > used || what.to > given) break;
        }
        for (const bool evidence : {false, true}) {
          for (const bool review : {false, true}) {
            what.evidence = evidence;
            what.review = review;
            if ((evidence && !worked) ||
                (review && (!supervisor || what.to == 0 || (looked_at && what.to == what.from))))
              continue;
            if (!what.stated && what.to == what.from && !evidence && !review) continue;
            take(stop, plan, profile, what, months);
          }
        }
      }
    }
  }

  void take(std::size_t stop, const Plan& plan, const Profile& profile, const Practice& what,
            int work_months) {
    const int month = stops_[stop].month;
    auto then = plan;
    const auto add = [&](int hours, int due) {
      then.hours += hours;
      then.moves += 1;
      then.tasks.push_back({hours, due});
    };
    for (int level = what.from + 1; level <= what.studied; ++level)
      add(likely(given_.effort(what.skill, level)), month - work_months);
    then.moves += what.to - what.studied;
    const auto act = [&](bool wanted, ActionKind kind) {
      if (wanted) add(likely(given_.rubric.actions[static_cast<std::size_t>(kind)].effort), month);
    };
    act(what.stated, ActionKind::state_skill);
    act(what.evidence, ActionKind::add_evidence);
    act(what.review, ActionKind::ask_review);
    then.practices.emplace_back(month, what);
    auto after = profile;
    practise(after, what, month, given_);
    try_skills(stop, then, after, static_cast<std::uint16_t>(what.skill.value + 1));
  }

  void try_labs(std::size_t stop, const Plan& plan, const Profile& profile, int labs) {
    if (is_futile(plan)) return;
    const int month = stops_[stop].month;
    if (reaches(stop, plan, profile)) return go_on(stop + 1, plan);
    if (labs == kMostLabs || given_.weekly == 0) return;
    // By hours, and where: what a need lacks where it counts, or what proves a skill anywhere.
    std::set<std::pair<int, int>> choices;
    for (std::uint16_t s = 0; s < given_.rubric.stages.size(); ++s) {
      if (begin_[stop].proves_by_lab && counts_for_most(s, {}, begin_[stop]))
        choices.emplace(given_.rubric.settings.lab_proof_hours, s);
      for (const auto& [need, lacking] : begin_[stop].lacking) {
        if (!counts_for_most(s, need->stages, begin_[stop])) continue;
        int hours = lacking;
        for (auto lab = plan.labs.end() - labs; lab != plan.labs.end(); ++lab) {
          if (need->stages.empty() || need->stages.contains(*lab->second.stage)) hours -= lab->second.hours;
        }
        choices.emplace(hours, s);
      }
    }
    for (const auto& [hours, s] : choices) {
      if (hours > 0) {
        for (const auto& domain : given_.lab_domains()) {
          Lab lab;
          lab.stage = StageIndex{static_cast<std::uint16_t>(s)};
          if (domain) lab.domains.insert(*domain);
          lab.hours = hours;
          lab.artifact = true;
          lab.date = Date::of(given_.day_of(month));
          auto then = plan;
          then.hours += hours;
          then.moves += 1;
          then.tasks.push_back({hours, month});
          then.labs.emplace_back(month, lab);
          auto with = profile;
          with.labs.push_back(lab);
          try_labs(stop, then, with, labs + 1);
        }
      }
    }
  }

  /// Whether no other of the stages (all, where there are none) lets a lab count for more. That of practice
  /// may always be.
  [[nodiscard]] bool counts_for_most(std::uint16_t stage, const StageSet& within,
                                     const Beginning& begin) const {
    const auto is_within = [&](std::uint16_t s) { return within.empty() || within.contains({s}); };
    if (!is_within(stage)) return false;
    if (stage == given_.practice.value) return true;
    const auto uses = [&](std::uint16_t s) {
      std::set<int> all;
      int use = 0;
      for (const auto* part : given_.whole) {
        const auto* need = std::get_if<LabHoursAtLeast>(&part->kind);
        if (need != nullptr && need->stages.contains({s})) all.insert(use);
        ++use;
      }
      for (std::uint16_t i = 0; i < given_.rubric.skills.size(); ++i) {
        const auto& proof = given_.proof_of({i});
        if (begin.asked[i] > 0 && !proof.by_domain && proof.lab_stages.contains({s})) all.insert(use);
        ++use;
      }
      return all;
    };
    const auto mine = uses(stage);
    for (std::uint16_t s = 0; s < given_.rubric.stages.size(); ++s) {
      const auto others = uses(s);
      if (is_within(s) && others.size() > mine.size() &&
          std::includes(others.begin(), others.end(), mine.begin(), mine.end()))
        return false;
    }
    return true;
  }

  /// The gates are open without any certificate of the plan, and the points are there.
  [[nodiscard]] bool reaches(std::size_t stop, const Plan& plan, const Profile& profile) {
    auto bare = profile;
    bare.certifications.resize(given_.profile.certifications.size());
    const auto reached = reached_stage(judge(plan.passed.empty() ? profile : bare, stops_[stop].month));
    if (!reached || *reached < stops_[stop].stage) return false;
    return !stops_[stop].last || given_.ladder == nullptr ||
           total(*given_.ladder, judge(profile, stops_[stop].month), View::score) >= given_.permille;
  }

  const Case given_;

  int months_ = 0;
  const Course* course_ = nullptr;
  std::vector<Stop> stops_;
  std::vector<const CertificateAmong*> unmet_;
  std::map<std::size_t, Beginning> begin_;  ///< by stop
  BruteForceAnswer answer_;
};

}  // namespace

BruteForceAnswer try_every_plan(const Profile& profile, const Rubric& rubric, Day day,
                                const PlanRequest& request, int most_months) {
  return Attempt(profile, rubric, day, request).run(most_months);
}

}  // namespace upstream::test
