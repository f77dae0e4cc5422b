#include "plan/brute_force_deeds.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace upstream::test::brute_force {
namespace {

SkillRating& rating(Profile& profile, SkillIndex skill) {
  for (auto& one : profile.skills) {
    if (one.skill == skill) return one;
  }
  profile.skills.push_back({});
  profile.skills.back().skill = skill;
  return profile.skills.back();
}

}  // namespace

void pass(Profile& profile, CertificationIndex certification, int month, const Case& given) {
  HeldCertification held;
  held.certification = certification;
  held.acquired = Date::of(given.day_of(month));
  profile.certifications.push_back(held);
}

void practise(Profile& profile, const Practice& what, int month, const Case& given) {
  const auto& proof = given.proof_of(what.skill);
  const auto today = Date::of(given.day_of(month));
  auto& one = rating(profile, what.skill);
  one.level = what.to;
  one.not_applicable = false;
  for (int level = what.from + 1; level <= what.studied; ++level) {
    if (level <= proof.own || level <= proof.study) {
      one.evidence.push_back({EvidenceKind::course, {}, today, {}});
    } else if (level <= proof.lab) {
      Lab lab;
      lab.stage = proof.lab_stages.empty() ? given.practice : proof.lab_stages.lowest();
      for (std::uint16_t d = 0; d < given.rubric.domains.size(); ++d) {
        if (lab.domains.empty() && given.rubric.domains[d].skill == what.skill)
          lab.domains.insert(DomainIndex{d});
      }
      lab.hours = likely(given.effort(what.skill, level));
      lab.artifact = true;
      lab.date = today;
      profile.labs.push_back(lab);
    }
  }
  if (what.evidence) one.evidence.push_back({EvidenceKind::work, {}, {}, {}});
  if (what.review) one.reviewed_level = what.to;
}

Profile profile_at(const Plan& plan, const Course& course, int month, const Case& given) {
  auto profile = given.profile;
  if (!course.jobs.empty() && course.stay < month) {
    for (auto& entry : profile.experience) {
      if (!given.goes_on(entry)) continue;
      const auto last =
          month_of(std::max(given.last_ended + course.stay, month_index(entry.from->first_day())));
      if (!entry.to || entry.to->first_day() > last.last_day()) entry.to = last;
    }
  }
  for (const auto& job : course.jobs) {
    const int months = std::min(job.months, month - job.begin);
    if (months <= 0) continue;
    Experience entry;
    entry.stages.insert(job.stage);
    entry.from = month_of(given.last_ended + job.begin + 1);
    entry.to = month_of(given.last_ended + job.begin + months);
    if (given.job != nullptr) {
      entry.role = given.job->role;
      entry.scale = given.job->scale;
      entry.customer_facing = given.job->customer_facing;
      for (std::uint16_t d = 0; d < given.rubric.domains.size(); ++d) {
        if (given.job->domains.contains({d}) && given.rubric.domains[d].infrastructure)
          entry.domains.insert(DomainIndex{d});
      }
    }
    if (job.elsewhere) entry.domains.insert(given.wished);
    if (!job.elsewhere && given.profile.environment && given.profile.environment->customer_contact == true)
      entry.customer_facing = true;
    profile.experience.push_back(entry);
  }
  for (const auto& passed : plan.passed) {
    if (passed.month <= month) pass(profile, passed.certification, passed.month, given);
  }
  for (const auto& [due, practice] : plan.practices) {
    if (due <= month) practise(profile, practice, due, given);
  }
  for (const auto& [due, lab] : plan.labs) {
    if (due <= month) profile.labs.push_back(lab);
  }
  return profile;
}

std::string tell(const Plan& plan, const Course& course) {
  std::string text = fmt::format("stay {}", course.stay);
  for (const auto& job : course.jobs)
    text += fmt::format(", {} at stage {} from {}{}", job.months, job.stage.value, job.begin,
                        job.asked ? fmt::format(" by {}", id(*job.asked)) : "");
  for (const auto& passed : plan.passed)
    text += fmt::format("; by {} pass {}", passed.month, passed.certification.value);
  for (const auto& [due, p] : plan.practices)
    text += fmt::format("; by {} skill {}: {}{}, study {}, work {}{}{}", due, p.skill.value,
                        p.stated ? "state " : "", p.from, p.studied, p.to, p.evidence ? ", evidence" : "",
                        p.review ? ", review" : "");
  for (const auto& [due, lab] : plan.labs)
    text += fmt::format("; by {} lab of {} h at stage {}{}", due, lab.hours, lab.stage->value,
                        lab.domains.empty() ? "" : fmt::format(" in domain {}", lab.domains.lowest().value));
  return text;
}

}  // namespace upstream::test::brute_force
