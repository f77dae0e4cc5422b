#include "plan/brute_force.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "assess/evaluate.hpp"
#include "assess/overloaded.hpp"
#include "upstream/profile/evidence.hpp"

namespace upstream::test {
namespace {

constexpr long kMostJudgements = 100'000;
constexpr int kMostLabs = 3;  // of one stop

int likely(const Effort& effort) { return (effort.hours_min + effort.hours_max + 1) / 2; }

Date month_of(int index) {
  return *Date::of(Date::kFirstYear + index / 12, static_cast<unsigned>(index % 12) + 1);
}

template <typename List, typename Item>
bool has(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// Months of work at one stage; `begin` months have passed before.
struct Job {
  StageIndex stage;
  int begin = 0;
  int months = 0;
  std::optional<ActionKind> asked;
  int lead = 0;
  bool elsewhere = false;
};

struct Course {
  int stay = 0;
  std::vector<Job> jobs;
};

/// A month by which something has to be reached.
struct Stop {
  int month = 0;
  StageIndex stage;
  bool last = false;
};

/// Something done with one skill, for one stop.
struct Practice {
  SkillIndex skill;
  bool stated = false;
  int from = 0;
  int studied = 0;
  int to = 0;
  bool evidence = false;
  bool review = false;
};

struct Task {
  int hours = 0;
  int due = 0;
};

struct Pass {
  CertificationIndex certification;
  int month = 0;
  std::size_t task = 0;  ///< its study
};

/// What has been decided: the deeds that change the profile, by the month in which they are done.
struct Plan {
  int hours = 0;
  int moves = 0;
  std::vector<Task> tasks;
  std::vector<std::pair<int, Practice>> practices;
  std::vector<Pass> passed;
  std::vector<std::pair<int, Lab>> labs;
};

/// The simple needs in a need.
void collect(const Need& need, std::vector<const Need*>& parts) {
  std::visit(Overloaded{
                 [&](const AllOf& n) {
                   for (const auto& one : n.of) collect(one, parts);
                 },
                 [&](const AtLeast& n) {
                   for (const auto& one : n.of) collect(one, parts);
                 },
                 [&](const auto&) { parts.push_back(&need); },
             },
             need.kind);
}

class Attempt {
 public:
  Attempt(const Profile& profile, const Rubric& rubric, Day day, const PlanRequest& request)
      : profile_(profile), rubric_(rubric), day_(day), request_(request) {
    last_ended_ = month_index(day + std::chrono::days{1}) - 1;
    if (const auto* stage = std::get_if<StageIndex>(&request.goal.of)) {
      goal_ = *stage;
      if (request.goal.score) ladder_ = &rubric[*stage].requirements;
      permille_ = 10 * request.goal.score.value_or(0);
    } else {
      const auto& path = rubric[std::get<PathIndex>(request.goal.of)];
      goal_ = rubric.target();
      ladder_ = &path.requirements;
      permille_ = 10 * request.goal.score.value_or(rubric.settings.path_reached_at);
      wished_ = path.direction.filter.domains;
    }
    weekly_ = std::min(15, request.weekly_hours.value_or(profile.preferences.study_hours_per_week.value_or(
                               rubric.settings.weekly_hours)));
    look_at_post();
    practice_ = practice_stage();
    const auto facts = gather_facts(profile, rubric, day);
    for (std::uint16_t s = 0; s < rubric.stages.size(); ++s) {
      for (const auto& gate : rubric.stages[s].gates) {
        if (!is_open(gate, {s}, facts)) collect(gate.need, whole_);
      }
    }
    if (ladder_ != nullptr) {
      for (const auto& requirement : *ladder_) collect(requirement.need, whole_);
    }
    for (const auto& state : gather_facts(profile, rubric, day).skills)
      suggested_.push_back(state.rating == nullptr ? state.suggested : 0);
  }

  BruteForceAnswer run(int most_months) {
    for (int months = 0; months <= most_months && !answer_.cost && !gave_up(); ++months) {
      for (int stay = months; stay >= 0; --stay) try_courses({stay, {}}, months, false);
    }
    answer_.gave_up = gave_up();
    if (answer_.gave_up) answer_.cost.reset();
    return answer_;
  }

 private:
  // --- the post

  void look_at_post() {
    const auto& post = profile_.environment;
    there_ = post.has_value();
    if (post && post->stages_offered) offered_ = post->stages_offered;
    for (const auto& entry : profile_.experience) {
      if (entry.stages.empty() || !has_begun(entry, day_) || !is_infrastructure(entry, rubric_)) continue;
      const auto range = months_of(entry, day_);
      if (entry.undated_months > 0 || range.first <= range.last)
        experienced_ = std::max(experienced_, std::optional(entry.stages.highest()));
      if (!entry.from) there_ = true;
      if (!goes_on(entry)) continue;
      there_ = true;
      if (!entry.to) unending_.insert(entry.stages);
      if (offered_) offered_->insert(entry.stages);
      if (job_ == nullptr || job_->from->first_day() <= entry.from->first_day()) job_ = &entry;
    }
    if (!post) return;
    const auto leave = [&](Signal signal) { return rubric_.seat.leave_early.contains(index_of(signal)); };
    const bool brief =
        post->assignment_months && *post->assignment_months <= rubric_.seat.short_assignment_months;
    if ((brief && leave(Signal::short_assignments)) ||
        (post->other_direction == true && leave(Signal::other_direction)))
      change_ = ActionKind::change_employer;
  }

  [[nodiscard]] bool goes_on(const Experience& entry) const {
    return !entry.stages.empty() && is_infrastructure(entry, rubric_) && entry.from &&
           has_begun(entry, day_) && (!entry.to || entry.to->last_day() >= day_);
  }

  [[nodiscard]] bool has_supervisor(int month) const {
    return there_ || std::any_of(course_->jobs.begin(), course_->jobs.end(),
                                 [&](const Job& job) { return job.begin < month; });
  }

  /// What is asked at a stop: by the gates that are shut, and by the ladder.
  [[nodiscard]] std::vector<const Need*> parts_of(const Stop& stop, const Facts& facts) const {
    std::vector<const Need*> parts;
    for (std::uint16_t s = 0; s <= stop.stage.value; ++s) {
      for (const auto& gate : rubric_.stages[s].gates) {
        if (!is_open(gate, {s}, facts)) collect(gate.need, parts);
      }
    }
    if (stop.last && ladder_ != nullptr) {
      for (const auto& requirement : *ladder_) collect(requirement.need, parts);
    }
    return parts;
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
    bare.certifications.resize(profile_.certifications.size());
    const auto facts = judge(bare, stop.month);
    Beginning begin{parts_of(stop, facts), std::vector<int>(rubric_.skills.size(), 0), {}, {}, {}, false};
    for (std::size_t i = 0; i < facts.skills.size(); ++i) {
      const auto* rating = facts.skills[i].rating;
      int level = rating != nullptr ? rating->level : 0;
      if (rating != nullptr && rating->reviewed_level) level = std::min(level, *rating->reviewed_level);
      begin.by_work.push_back(facts.skills[i].by_work);
      begin.bases.push_back({suggested_[i] > level, std::max(suggested_[i], level)});
    }
    for (const auto* part : begin.parts) {
      const auto* need = std::get_if<SkillAtLeast>(&part->kind);
      if (need != nullptr)
        begin.asked[need->skill.value] = std::max(begin.asked[need->skill.value], need->level);
    }
    std::vector<int> highest(rubric_.skills.size(), 0);
    for (const auto* part : whole_) {
      if (const auto* lab = std::get_if<LabHoursAtLeast>(&part->kind))
        begin.lacking.emplace_back(lab, lab->hours - facts.lab_hours(*lab));
      const auto* need = std::get_if<SkillAtLeast>(&part->kind);
      if (need != nullptr) highest[need->skill.value] = std::max(highest[need->skill.value], need->level);
    }
    const auto asked = std::count_if(highest.begin(), highest.end(), [](int level) { return level > 0; });
    begin.proves_by_lab =
        !has_supervisor(stop.month) ||
        asked * likely(rubric_.actions[static_cast<std::size_t>(ActionKind::ask_review)].effort) >=
            rubric_.settings.lab_proof_hours;
    return begin;
  }

  /// The lowest stage whose labs serve most of the lab needs.
  [[nodiscard]] StageIndex practice_stage() const {
    const auto facts = gather_facts(profile_, rubric_, day_);
    std::vector<int> served(rubric_.stages.size(), 0);
    for (const auto* part : parts_of({0, goal_, true}, facts)) {
      const auto* lab = std::get_if<LabHoursAtLeast>(&part->kind);
      for (std::uint16_t s = 0; lab != nullptr && s < served.size(); ++s)
        served[s] += lab->stages.contains({s}) ? 1 : 0;
    }
    const auto most = std::max_element(served.begin(), served.end());
    return {static_cast<std::uint16_t>(most - served.begin())};
  }

  // --- courses of work

  void try_courses(const Course& course, int months, bool moved) {
    const int begin =
        course.jobs.empty() ? course.stay : course.jobs.back().begin + course.jobs.back().months;
    if (begin == months) return try_course(course, months);
    for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
      const StageIndex stage{s};
      if (!course.jobs.empty() && stage <= course.jobs.back().stage) continue;
      auto highest = experienced_.value_or(StageIndex{});
      if (!course.jobs.empty()) highest = std::max(highest, course.jobs.back().stage);
      const bool is_back = experienced_ && stage < *experienced_;
      const bool may_change = request_.change_post && there_ && !moved && !is_back && s <= highest.value + 1;
      const bool goes_on_anyway = course.jobs.empty() && unending_.contains(stage);
      Job job{stage, begin, 0, {}, 0, moved};
      if (!there_ && !moved) {
        job.asked = ActionKind::apply;
      } else if (moved || !offered_ || offered_->contains(stage)) {
        if (job_ != nullptr || !experienced_ || stage > *experienced_)
          job.asked = ActionKind::take_offered_work;
        const bool sideways = unending_.contains(stage) && stage != rubric_.target();
        if (may_change && !wished_.empty() && !sideways) {
          auto other = job;
          other.asked = change_;
          try_job(other, course, months, begin);
        }
      } else if (may_change) {
        job.asked = change_;
      } else {
        continue;
      }
      if (!goes_on_anyway || job.asked == change_) try_job(job, course, months, begin);
    }
  }

  void try_job(Job job, const Course& course, int months, int begin) {
    if (job.asked) job.lead = rubric_.actions[static_cast<std::size_t>(*job.asked)].effort.months;
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
      if (job.asked) plan.hours += likely(rubric_.actions[static_cast<std::size_t>(*job.asked)].effort);
      if (!experienced_ || job.stage > *experienced_)
        stops.push_back({job.begin - job.lead, job.stage, false});
    }
    std::stable_sort(stops.begin(), stops.end(),
                     [](const Stop& a, const Stop& b) { return a.month < b.month; });
    stops.push_back({months, goal_, true});
    months_ = months;
    course_ = &course;
    stops_ = stops;
    go_on(0, plan);
  }

  [[nodiscard]] Day day_of(int month) const {
    const bool at_end = month_index(day_ + std::chrono::days{1}) != month_index(day_);
    if (at_end) return month_of(month_index(day_) + month).last_day();
    return Date::of(day_).plus_months(month).last_day();
  }

  [[nodiscard]] Profile profile_at(const Plan& plan, int month) const {
    auto profile = profile_;
    if (!course_->jobs.empty() && course_->stay < month) {
      for (auto& entry : profile.experience) {
        if (!goes_on(entry)) continue;
        const auto last =
            month_of(std::max(last_ended_ + course_->stay, month_index(entry.from->first_day())));
        if (!entry.to || entry.to->first_day() > last.last_day()) entry.to = last;
      }
    }
    for (const auto& job : course_->jobs) {
      const int months = std::min(job.months, month - job.begin);
      if (months <= 0) continue;
      Experience entry;
      entry.stages.insert(job.stage);
      entry.from = month_of(last_ended_ + job.begin + 1);
      entry.to = month_of(last_ended_ + job.begin + months);
      if (job_ != nullptr) {
        entry.role = job_->role;
        entry.scale = job_->scale;
        entry.customer_facing = job_->customer_facing;
        for (std::uint16_t d = 0; d < rubric_.domains.size(); ++d) {
          if (job_->domains.contains({d}) && rubric_.domains[d].infrastructure)
            entry.domains.insert(DomainIndex{d});
        }
      }
      if (job.elsewhere) entry.domains.insert(wished_);
      if (!job.elsewhere && profile_.environment && profile_.environment->customer_contact == true)
        entry.customer_facing = true;
      profile.experience.push_back(entry);
    }
    for (const auto& passed : plan.passed) {
      if (passed.month <= month) pass(profile, passed.certification, passed.month);
    }
    for (const auto& [due, practice] : plan.practices) {
      if (due <= month) practise(profile, practice, due);
    }
    for (const auto& [due, lab] : plan.labs) {
      if (due <= month) profile.labs.push_back(lab);
    }
    return profile;
  }

  // --- what deeds write

  static SkillRating& rating(Profile& profile, SkillIndex skill) {
    for (auto& one : profile.skills) {
      if (one.skill == skill) return one;
    }
    profile.skills.push_back({});
    profile.skills.back().skill = skill;
    return profile.skills.back();
  }

  [[nodiscard]] const ProofClass& proof_of(SkillIndex skill) const {
    return rubric_.proofs[rubric_[skill].proof];
  }

  void pass(Profile& profile, CertificationIndex certification, int month) const {
    HeldCertification held;
    held.certification = certification;
    held.acquired = Date::of(day_of(month));
    profile.certifications.push_back(held);
  }

  void practise(Profile& profile, const Practice& what, int month) const {
    const auto& proof = proof_of(what.skill);
    const auto today = Date::of(day_of(month));
    auto& one = rating(profile, what.skill);
    one.level = what.to;
    one.not_applicable = false;
    for (int level = what.from + 1; level <= what.studied; ++level) {
      if (level <= proof.own || level <= proof.study) {
        one.evidence.push_back({EvidenceKind::course, {}, today, {}});
      } else if (level <= proof.lab) {
        Lab lab;
        lab.stage = proof.lab_stages.empty() ? practice_ : proof.lab_stages.lowest();
        for (std::uint16_t d = 0; d < rubric_.domains.size(); ++d) {
          if (lab.domains.empty() && rubric_.domains[d].skill == what.skill)
            lab.domains.insert(DomainIndex{d});
        }
        lab.hours = likely(effort(what.skill, level));
        lab.artifact = true;
        lab.date = today;
        profile.labs.push_back(lab);
      }
    }
    if (what.evidence) one.evidence.push_back({EvidenceKind::work, {}, {}, {}});
    if (what.review) one.reviewed_level = what.to;
  }

  [[nodiscard]] const Effort& effort(SkillIndex skill, int level) const {
    return rubric_[skill].levels[static_cast<std::size_t>(level - 1)].effort;
  }

  // --- plans

  [[nodiscard]] bool gave_up() const { return answer_.judgements > kMostJudgements; }

  Facts judge(const Profile& profile, int month) {
    ++answer_.judgements;
    return gather_facts(profile, rubric_, day_of(month));
  }

  /// Month by month the hours go to what is due first; whatever is due must be done then.
  [[nodiscard]] bool in_time(const Plan& plan) const {
    auto left = plan.tasks;
    std::stable_sort(left.begin(), left.end(), [](const Task& a, const Task& b) { return a.due < b.due; });
    int spent = 0;
    for (int month = 0; month <= months_; ++month) {
      int hours = weekly_ * 52 * month / 12 - spent;
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
      answer_.story = tell(plan);
      return;
    }
    const auto profile = profile_at(plan, stops_[stop].month);
    if (stops_[stop].last && request_.certificates && ladder_ != nullptr) {
      unmet_.clear();
      const auto facts = judge(profile, stops_[stop].month);
      // A gate gives no reason for one: none opens it.
      std::vector<const Need*> parts;
      for (const auto& requirement : *ladder_) collect(requirement.need, parts);
      for (const auto* part : parts) {
        const auto* among = std::get_if<CertificateAmong>(&part->kind);
        if (among != nullptr && !upstream::judge(*part, facts, View::score).met) unmet_.push_back(among);
      }
      return try_certificates(stop, plan, profile);
    }
    try_skills(stop, plan, profile, 0);
  }

  [[nodiscard]] bool may_sit(CertificationIndex one, const Facts& facts) const {
    const auto& wanted = rubric_[one];
    if (facts.held[one.value] != 0 || wanted.effort.hours_max == 0) return false;
    if (wanted.experience && facts.months(wanted.experience->filter) < wanted.experience->months)
      return false;
    for (const auto before : wanted.prerequisites) {
      if (facts.held[before.value] == 0) return false;
    }
    for (std::uint16_t c = 0; c < rubric_.certifications.size(); ++c) {
      const bool below =
          has(wanted.renewed_by, CertificationIndex{c}) || has(rubric_.certifications[c].prerequisites, one);
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
      return others([&](auto other) { return has(rubric_[other].prerequisites, one.certification); }) ||
             std::any_of(unmet_.begin(), unmet_.end(), [&](const CertificateAmong* need) {
               return has(need->of, one.certification) &&
                      !others([&](auto other) { return has(need->of, other); });
             });
    });
    if (all_of_use) try_skills(stop, plan, profile, 0);
    const auto facts = judge(profile, stops_[stop].month);
    for (std::uint16_t c = 0; c < rubric_.certifications.size(); ++c) {
      const CertificationIndex one{c};
      if (!may_sit(one, facts)) continue;
      auto then = plan;
      const int hours = likely(rubric_[one].effort);
      then.hours += hours;
      then.moves += 1;
      then.passed.push_back({one, stops_[stop].month, then.tasks.size()});
      then.tasks.push_back({hours, stops_[stop].month});
      auto with = profile;
      pass(with, one, stops_[stop].month);
      try_certificates(stop, then, with);
    }
  }

  /// Months up to `upto` and after `from`, without a break, in which work uses the skill.
  [[nodiscard]] int unbroken(const Profile& profile, SkillIndex skill, int from, int upto) const {
    int count = 0;
    for (int month = upto; month > from; --month) {
      const bool used =
          std::any_of(profile.experience.begin(), profile.experience.end(), [&](const Experience& entry) {
            const auto range = months_of(entry, day_of(upto));
            const int index = last_ended_ + month;
            return !entry.stages.empty() && is_infrastructure(entry, rubric_) &&
                   uses_skill(entry, skill, rubric_) && range.first <= index && index <= range.last;
          });
      if (!used) break;
      ++count;
    }
    return count;
  }

  void try_skills(std::size_t stop, const Plan& plan, const Profile& profile, std::uint16_t skill) {
    if (is_futile(plan)) return;
    if (skill == 0) begin_[stop] = beginning(stops_[stop], profile);
    if (skill == rubric_.skills.size()) return try_labs(stop, plan, profile, 0);
    try_skills(stop, plan, profile, static_cast<std::uint16_t>(skill + 1));

    const int month = stops_[stop].month;
    const SkillIndex index{skill};
    const int asked = begin_[stop].asked[skill];
    if (asked == 0) return;
    const bool worked = std::any_of(profile.experience.begin(), profile.experience.end(),
                                    [&](const auto& entry) { return uses_skill(entry, index, rubric_); });
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
        const auto& step = rubric_[index].levels[static_cast<std::size_t>(what.studied - 1)];
        const bool by_work_alone = step.effort.hours_max == 0 && step.effort.months > 0;
        if (step.field_only || by_work_alone || !may_study) break;
      }
      int months = 0;
      for (what.to = what.studied; what.to <= std::max(asked, what.from); ++what.to) {
        if (what.to > what.studied) {
          const int step = effort(index, what.to).months;
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
      add(likely(effort(what.skill, level)), month - work_months);
    then.moves += what.to - what.studied;
    const auto act = [&](bool wanted, ActionKind kind) {
      if (wanted) add(likely(rubric_.actions[static_cast<std::size_t>(kind)].effort), month);
    };
    act(what.stated, ActionKind::state_skill);
    act(what.evidence, ActionKind::add_evidence);
    act(what.review, ActionKind::ask_review);
    then.practices.emplace_back(month, what);
    auto after = profile;
    practise(after, what, month);
    try_skills(stop, then, after, static_cast<std::uint16_t>(what.skill.value + 1));
  }

  void try_labs(std::size_t stop, const Plan& plan, const Profile& profile, int labs) {
    if (is_futile(plan)) return;
    const int month = stops_[stop].month;
    if (reaches(stop, plan, profile)) return go_on(stop + 1, plan);
    if (labs == kMostLabs || weekly_ == 0) return;
    // By hours, and where: what a need lacks where it counts, or what proves a skill anywhere.
    std::set<std::pair<int, int>> choices;
    for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
      if (begin_[stop].proves_by_lab && counts_for_most(s, {}, begin_[stop]))
        choices.emplace(rubric_.settings.lab_proof_hours, s);
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
        for (const auto& domain : lab_domains()) {
          Lab lab;
          lab.stage = StageIndex{static_cast<std::uint16_t>(s)};
          if (domain) lab.domains.insert(*domain);
          lab.hours = hours;
          lab.artifact = true;
          lab.date = Date::of(day_of(month));
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
    if (stage == practice_.value) return true;
    const auto uses = [&](std::uint16_t s) {
      std::set<int> all;
      int use = 0;
      for (const auto* part : whole_) {
        const auto* need = std::get_if<LabHoursAtLeast>(&part->kind);
        if (need != nullptr && need->stages.contains({s})) all.insert(use);
        ++use;
      }
      for (std::uint16_t i = 0; i < rubric_.skills.size(); ++i) {
        const auto& proof = proof_of({i});
        if (begin.asked[i] > 0 && !proof.by_domain && proof.lab_stages.contains({s})) all.insert(use);
        ++use;
      }
      return all;
    };
    const auto mine = uses(stage);
    for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
      const auto others = uses(s);
      if (is_within(s) && others.size() > mine.size() &&
          std::includes(others.begin(), others.end(), mine.begin(), mine.end()))
        return false;
    }
    return true;
  }

  /// A domain is told apart only by skills that are proven by domain; a lab in one of them is no worse than
  /// one in none.
  [[nodiscard]] std::vector<std::optional<DomainIndex>> lab_domains() const {
    std::vector<std::optional<DomainIndex>> domains;
    for (std::uint16_t d = 0; d < rubric_.domains.size(); ++d) {
      const auto skill = rubric_.domains[d].skill;
      if (skill && proof_of(*skill).by_domain) domains.emplace_back(DomainIndex{d});
    }
    if (domains.empty()) domains.emplace_back();
    return domains;
  }

  /// The gates are open without any certificate of the plan, and the points are there.
  [[nodiscard]] bool reaches(std::size_t stop, const Plan& plan, const Profile& profile) {
    auto bare = profile;
    bare.certifications.resize(profile_.certifications.size());
    const auto reached = reached_stage(judge(plan.passed.empty() ? profile : bare, stops_[stop].month));
    if (!reached || *reached < stops_[stop].stage) return false;
    return !stops_[stop].last || ladder_ == nullptr ||
           total(*ladder_, judge(profile, stops_[stop].month), View::score) >= permille_;
  }

  [[nodiscard]] std::string tell(const Plan& plan) const {
    std::string text = fmt::format("stay {}", course_->stay);
    for (const auto& job : course_->jobs)
      text += fmt::format(", {} at stage {} from {}{}", job.months, job.stage.value, job.begin,
                          job.asked ? fmt::format(" by {}", id(*job.asked)) : "");
    for (const auto& passed : plan.passed)
      text += fmt::format("; by {} pass {}", passed.month, passed.certification.value);
    for (const auto& [due, p] : plan.practices)
      text += fmt::format("; by {} skill {}: {}{}, study {}, work {}{}{}", due, p.skill.value,
                          p.stated ? "state " : "", p.from, p.studied, p.to, p.evidence ? ", evidence" : "",
                          p.review ? ", review" : "");
    for (const auto& [due, lab] : plan.labs)
      text +=
          fmt::format("; by {} lab of {} h at stage {}{}", due, lab.hours, lab.stage->value,
                      lab.domains.empty() ? "" : fmt::format(" in domain {}", lab.domains.lowest().value));
    return text;
  }

  const Profile& profile_;
  const Rubric& rubric_;
  Day day_;
  const PlanRequest& request_;
  StageIndex goal_;
  const std::vector<Requirement>* ladder_ = nullptr;
  int permille_ = 0;
  int weekly_ = 0;
  DomainSet wished_;
  int last_ended_ = 0;
  bool there_ = false;
  const Experience* job_ = nullptr;  ///< that is gone on with, the last begun
  StageSet unending_;
  std::optional<StageSet> offered_;
  std::optional<StageIndex> experienced_;
  ActionKind change_ = ActionKind::ask_reassignment;
  StageIndex practice_;
  std::vector<const Need*> whole_;  ///< of the ladder and the gates that are shut on the first day
  std::vector<int> suggested_;      ///< level by the entries of the first day, by skill

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
