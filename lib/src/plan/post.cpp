#include "post.hpp"

#include <algorithm>
#include <tuple>

#include "target.hpp"

namespace upstream::planning {
namespace {

bool is_last_of_month(Day day) { return month_index(day + std::chrono::days{1}) != month_index(day); }

bool goes_on(const Experience& entry, Day day) {
  return entry.from && has_begun(entry, day) && (!entry.to || entry.to->last_day() >= day);
}

Date month(int index) {
  constexpr int kMonths = 12;
  return *Date::of(Date::kFirstYear + index / kMonths, static_cast<unsigned>(index % kMonths) + 1);
}

bool leaves_early(const Environment& post, const Seat& seat) {
  const bool brief = post.assignment_months && *post.assignment_months <= seat.short_assignment_months;
  return (brief && seat.leave_early.contains(index_of(Signal::short_assignments))) ||
         (post.other_direction == true && seat.leave_early.contains(index_of(Signal::other_direction)));
}

/// With nothing written in it, it is no post.
bool says_anything(const Environment& post) {
  return post.sales_strength || post.customer_contact || post.assignment_months || post.other_direction ||
         post.stages_offered || post.subcontract_tier;
}

/// What texts suggest is known by the facts of the first day, and without them much evidence is the same.
Profile without_texts(Profile profile) {
  for (auto& entry : profile.experience) entry.duties.clear();
  for (auto& lab : profile.labs) lab.title.clear();
  for (auto& rating : profile.skills) {
    auto& evidence = rating.evidence;
    for (auto& one : evidence) one.note.clear();
    const auto key = [](const Evidence& one) {
      const auto first = one.date ? one.date->first_day() : Day::min();
      const auto last = one.date ? one.date->last_day() : Day::min();
      return std::tuple(one.kind, first, last);
    };
    std::sort(evidence.begin(), evidence.end(),
              [&](const Evidence& a, const Evidence& b) { return key(a) < key(b); });
    const auto same = [&](const Evidence& a, const Evidence& b) { return key(a) == key(b); };
    evidence.erase(std::unique(evidence.begin(), evidence.end(), same), evidence.end());
  }
  return profile;
}

}  // namespace

Day months_after(Day day, int months) {
  const auto later = Date::of(day).plus_months(months);
  if (!is_last_of_month(day)) return later.last_day();
  return month(month_index(later.first_day())).last_day();
}

Post::Post(const Facts& facts, bool may_change, DomainSet wished)
    : facts_(facts),
      profile_(without_texts(*facts.profile)),
      rubric_(*facts.rubric),
      may_change_(may_change),
      wished_(wished),
      last_ended_(month_index(facts.day + std::chrono::days{1}) - 1) {
  for (const auto& work : facts.work) {
    const auto& entry = *work.entry;
    if (!work.infrastructure) continue;
    if (work.counts()) experienced_ = std::max(experienced_, std::optional(entry.stages.highest()));
    if (!entry.from) there_ = true;
    if (!goes_on(entry, facts.day)) continue;
    there_ = true;
    now_.insert(entry.stages);
    if (!entry.to) unending_.insert(entry.stages);
    if (entry_ == nullptr || entry_->from->first_day() <= entry.from->first_day()) entry_ = &entry;
    // An entry that begins in the month that has not ended yet cannot end before it.
    if (month_index(entry.from->first_day()) > last_ended_) least_stay_ = 1;
  }
  if (profile_.environment && says_anything(*profile_.environment)) {
    there_ = true;
    if (leaves_early(*profile_.environment, rubric_.seat)) change_ = ActionKind::change_employer;
  }
  for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
    const bool can_be_had = job_at({s}, false, rubric_.target()).has_value();
    if (can_be_had || now_.contains({s})) stages_.insert(StageIndex{s});
  }
}

std::optional<Job> Post::job_at(StageIndex stage, bool moved, StageIndex highest) const {
  const auto by = [&](ActionKind kind) {
    return Job{stage, kind, rubric_.actions[static_cast<std::size_t>(kind)].effort.months};
  };
  if (!there_ && !moved) return by(ActionKind::apply);
  const bool known = facts_.offered && !moved;
  if (!known || facts_.offered->contains(stage)) {
    const bool new_to_it = !experienced_ || stage > *experienced_;
    return entry_ != nullptr || new_to_it ? by(ActionKind::take_offered_work) : Job{stage, std::nullopt, 0};
  }
  return job_elsewhere(stage, moved, highest);
}

std::optional<Job> Post::job_elsewhere(StageIndex stage, bool moved, StageIndex highest) const {
  const bool is_back = experienced_ && stage < *experienced_;
  if (!may_change_ || !there_ || moved || is_back || stage.value > highest.value + 1) return std::nullopt;
  return Job{stage, change_, rubric_.actions[static_cast<std::size_t>(change_)].effort.months};
}

void Post::leave_out_lower_work(const std::vector<const Need*>& needs, std::optional<StageIndex> reached) {
  const auto months = asked_months(needs);
  const auto does_as_well = [&](StageIndex higher, StageIndex lower) {
    const auto serves = [&](const StageSet& stages) {
      return stages.empty() || !stages.contains(lower) || stages.contains(higher);
    };
    return std::all_of(months.begin(), months.end(),
                       [&](const MonthsAtLeast* need) { return serves(need->filter.stages); }) &&
           std::all_of(rubric_.certifications.begin(), rubric_.certifications.end(),
                       [&](const Certification& one) {
                         return !one.experience || serves(one.experience->filter.stages);
                       });
  };
  // Work that is begun may bring clients, which what goes on as now does not.
  const bool clients_are_new =
      entry_ != nullptr && !entry_->customer_facing && entry_at({}, 0, 1, false).customer_facing &&
      std::any_of(months.begin(), months.end(),
                  [](const MonthsAtLeast* need) { return need->filter.customer_facing; });
  for (std::uint16_t h = 1; h < rubric_.stages.size(); ++h) {
    const StageIndex higher{h};
    const auto way_up = job_at(higher, false, experienced_.value_or(StageIndex{}));
    if (!way_up || !is_open(higher, reached) || (clients_are_new && unending_.contains(higher))) continue;
    bool beats_present = !now_.empty();
    for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
      const bool beaten = s < h && does_as_well(higher, {s});
      if (now_.contains({s}) && !beaten) beats_present = false;
      const auto way = job_at({s}, false, experienced_.value_or(StageIndex{}));
      if (beaten && way && way->by == way_up->by) left_out_.insert(StageIndex{s});
    }
    if (beats_present) at_once_.insert(higher);
  }
}

std::vector<Job> Post::jobs_after(const std::vector<Job>& before) const {
  const bool is_first = before.empty();
  const bool moved =
      std::any_of(before.begin(), before.end(), [](const Job& job) { return job.is_elsewhere(); });
  const auto lowest = static_cast<std::uint16_t>(is_first ? 0 : before.back().stage.value + 1);
  auto highest = experienced_.value_or(StageIndex{});
  if (!is_first) highest = std::max(highest, before.back().stage);
  std::vector<Job> jobs;
  for (auto s = lowest; s < rubric_.stages.size(); ++s) {
    const StageIndex stage{s};
    const auto job = job_at(stage, moved, highest);
    // To go on as now is the first part of every course.
    const bool is_present = is_first && unending_.contains(stage);
    if (job && !is_present && (job->is_elsewhere() || !left_out_.contains(stage))) jobs.push_back(*job);
    // What the present post offers as well can be had elsewhere in other domains; nobody moves for the work
    // they have, but at the top.
    const bool is_for_domains = !wished_.empty() && (!unending_.contains(stage) || stage == rubric_.target());
    const auto elsewhere = is_for_domains ? job_elsewhere(stage, moved, highest) : std::nullopt;
    if (elsewhere && (!job || job->by != elsewhere->by)) jobs.push_back(*elsewhere);
  }
  return jobs;
}

int Post::most_stay(const Job& first, int months) const {
  return at_once_.contains(first.stage) ? std::max(first.lead, least_stay_) : months;
}

Day Post::first_day_of_work(int begin) const {
  return std::max(month(last_ended_ + begin + 1).first_day(), months_after(facts_.day, begin));
}

Day Post::last_day_of_work(int months) const { return month(last_ended_ + months).last_day(); }

Experience Post::entry_at(StageIndex stage, int begin, int months, bool elsewhere) const {
  Experience entry;
  entry.stages.insert(stage);
  entry.from = month(last_ended_ + begin + 1);
  entry.to = month(last_ended_ + begin + months);
  if (entry_ != nullptr) {
    for (std::uint16_t d = 0; d < rubric_.domains.size(); ++d) {
      if (entry_->domains.contains({d}) && rubric_.infrastructure.contains({d}))
        entry.domains.insert(DomainIndex{d});
    }
    entry.role = entry_->role;
    entry.scale = entry_->scale;
    entry.team_size = entry_->team_size;
    entry.customer_facing = entry_->customer_facing;
  }
  if (elsewhere) entry.domains.insert(wished_);
  if (!elsewhere && profile_.environment && profile_.environment->customer_contact == true)
    entry.customer_facing = true;
  return entry;
}

void Post::leave(Profile& profile, int stay) const {
  for (auto& entry : profile.experience) {
    if (entry.stages.empty() || !is_infrastructure(entry, rubric_) || !goes_on(entry, facts_.day)) continue;
    const int last = std::max(last_ended_ + stay, month_index(entry.from->first_day()));
    if (!entry.to || month_index(entry.to->first_day()) > last) entry.to = month(last);
  }
}

void Post::leave_at_once(Profile& profile) const { leave(profile, 0); }

Profile Post::work_through(const Course& course, int upto) const {
  Profile profile = profile_;
  if (!course.segments.empty() && course.stay < upto) leave(profile, course.stay);
  bool elsewhere = false;
  for (const auto& [job, begin, length] : course.segments) {
    elsewhere = elsewhere || job.is_elsewhere();
    const int months = std::min(length, upto - begin);
    if (months > 0) profile.experience.push_back(entry_at(job.stage, begin, months, elsewhere));
  }
  return profile;
}

Profile Post::work_at_most(int stay, int upto, const std::vector<std::pair<Job, int>>& jobs) const {
  Profile profile = profile_;
  if (stay < upto) leave(profile, stay);
  bool elsewhere = false;
  for (const auto& [job, months] : jobs) {
    elsewhere = elsewhere || job.is_elsewhere();
    auto entry = entry_at(job.stage, 0, months, elsewhere);
    entry.from = entry.to = std::nullopt;
    entry.undated_months = months;
    profile.experience.push_back(std::move(entry));
  }
  return profile;
}

Profile Post::work_everywhere(const StageSet& stages, int months, const std::vector<int>& earliest) const {
  Profile profile = profile_;
  for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
    const int first = earliest[s];
    if (!stages_.contains({s}) || !stages.contains({s}) || first >= months) continue;
    profile.experience.push_back(entry_at({s}, first, months - first, false));
    if (may_change_ || !there_) profile.experience.push_back(entry_at({s}, first, months - first, true));
  }
  return profile;
}

}  // namespace upstream::planning
