#include "post.hpp"

#include <algorithm>

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

/// What texts suggest is known by the facts of the first day.
Profile without_texts(Profile profile) {
  for (auto& entry : profile.experience) entry.duties.clear();
  for (auto& lab : profile.labs) lab.title.clear();
  for (auto& rating : profile.skills) {
    for (auto& evidence : rating.evidence) evidence.note.clear();
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
  if (profile_.environment) {
    there_ = true;
    if (leaves_early(*profile_.environment, rubric_.seat)) change_ = ActionKind::change_employer;
  }
  for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
    const bool can_be_had = way_to({s}, false, rubric_.target()).has_value();
    if (can_be_had || now_.contains({s})) stages_.insert(StageIndex{s});
  }
}

std::optional<Post::Way> Post::way_to(StageIndex stage, bool moved, StageIndex highest) const {
  const auto lead = [&](ActionKind kind) {
    return rubric_.actions[static_cast<std::size_t>(kind)].effort.months;
  };
  const auto way = [&](ActionKind kind) { return Way{kind, lead(kind)}; };
  if (!there_ && !moved) return way(ActionKind::apply);
  const bool known = facts_.offered && !moved;
  if (!known || facts_.offered->contains(stage)) {
    const bool new_to_it = !experienced_ || stage > *experienced_;
    return entry_ != nullptr || new_to_it ? way(ActionKind::take_offered_work) : Way{};
  }
  return way_elsewhere(stage, moved, highest);
}

std::optional<Post::Way> Post::way_elsewhere(StageIndex stage, bool moved, StageIndex highest) const {
  const bool is_back = experienced_ && stage < *experienced_;
  if (!may_change_ || !there_ || moved || is_back || stage.value > highest.value + 1) return std::nullopt;
  return Way{change_, rubric_.actions[static_cast<std::size_t>(change_)].effort.months};
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
  for (std::uint16_t h = 1; h < rubric_.stages.size(); ++h) {
    const StageIndex higher{h};
    const auto way_up = way_to(higher, false, experienced_.value_or(StageIndex{}));
    if (!way_up || !is_open(higher, reached)) continue;
    bool beats_present = !now_.empty();
    for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
      const bool beaten = s < h && does_as_well(higher, {s});
      if (now_.contains({s}) && !beaten) beats_present = false;
      const auto way = way_to({s}, false, experienced_.value_or(StageIndex{}));
      if (beaten && way && way->by == way_up->by) left_out_.insert(StageIndex{s});
    }
    if (beats_present) at_once_.insert(higher);
  }
}

void Post::for_each_course(int months, const Questions& questions) const {
  bool goes_on = true;
  for (int stay = std::min(months, least_stay_); stay <= months && goes_on; ++stay) {
    Course course;
    course.stay = stay;
    if (stay == months) {
      goes_on = questions.visit(course);
    } else {
      extend(course, months, false, questions, goes_on);
    }
  }
}

void Post::extend(Course& course, int months, bool moved, const Questions& questions, bool& goes_on) const {
  const bool is_first = course.segments.empty();
  const int begin = is_first ? course.stay : course.segments.back().begin + course.segments.back().months;
  const auto lowest = static_cast<std::uint16_t>(is_first ? 0 : course.segments.back().stage.value + 1);
  if (lowest >= rubric_.stages.size() || !questions.may_end(course, begin, {lowest})) return;
  StageIndex highest = experienced_.value_or(StageIndex{});
  if (!is_first) highest = std::max(highest, course.segments.back().stage);
  for (auto s = lowest; s < rubric_.stages.size() && goes_on; ++s) {
    const StageIndex stage{s};
    if (left_out_.contains(stage)) continue;
    const auto way = way_to(stage, moved, highest);
    // To go on as now is the first part of every course.
    if (way && !(is_first && unending_.contains(stage)))
      work_at(stage, *way, course, months, moved, questions, goes_on);
    // What the present post offers as well can be had elsewhere in other domains; nobody moves for the work
    // they have, but at the top.
    const bool is_for_domains = !wished_.empty() && (!unending_.contains(stage) || stage == rubric_.target());
    const auto elsewhere = is_for_domains ? way_elsewhere(stage, moved, highest) : std::nullopt;
    if (goes_on && elsewhere && (!way || way->by != elsewhere->by))
      work_at(stage, *elsewhere, course, months, moved, questions, goes_on);
  }
}

void Post::work_at(StageIndex stage, const Way& way, Course& course, int months, bool moved,
                   const Questions& questions, bool& goes_on) const {
  const bool is_first = course.segments.empty();
  const int begin = is_first ? course.stay : course.segments.back().begin + course.segments.back().months;
  if (way.lead > begin) return;
  if (is_first && at_once_.contains(stage) && begin > std::max(way.lead, least_stay_)) return;
  if (!has_worked_at(stage) && !questions.may_begin(course, stage, begin - way.lead)) return;
  const bool elsewhere = way.by && *way.by != ActionKind::take_offered_work;
  for (int length = 1; begin + length <= months && goes_on; ++length) {
    course.segments.push_back({stage, begin, length, way.by, way.lead});
    if (begin + length == months) {
      goes_on = questions.visit(course);
    } else {
      extend(course, months, moved || elsewhere, questions, goes_on);
    }
    course.segments.pop_back();
  }
}

Day Post::first_day_of_work(int begin) const {
  return std::max(month(last_ended_ + begin + 1).first_day(), facts_.day);
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
  for (const auto& segment : course.segments) {
    elsewhere = elsewhere || (segment.by && *segment.by != ActionKind::take_offered_work);
    const int months = std::min(segment.months, upto - segment.begin);
    if (months > 0) profile.experience.push_back(entry_at(segment.stage, segment.begin, months, elsewhere));
  }
  return profile;
}

Profile Post::work_everywhere(const Course& course, int begin, StageIndex lowest, int months,
                              const std::vector<int>& earliest) const {
  Profile profile = work_through(course, begin);
  for (auto s = lowest.value; s < rubric_.stages.size(); ++s) {
    const int first = std::max(begin, earliest[s]);
    if (!stages_.contains({s}) || first >= months) continue;
    profile.experience.push_back(entry_at({s}, first, months - first, false));
    if (may_change_ || !there_) profile.experience.push_back(entry_at({s}, first, months - first, true));
  }
  return profile;
}

}  // namespace upstream::planning
