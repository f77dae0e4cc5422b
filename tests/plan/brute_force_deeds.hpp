#pragma once

#include <string>

#include "plan/brute_force_case.hpp"

namespace upstream::test::brute_force {

/// Writes into the profile that the certificate was passed in that month.
void pass(Profile& profile, CertificationIndex certification, int month, const Case& given);

/// Writes into the profile what was done with a skill by that month.
void practise(Profile& profile, const Practice& what, int month, const Case& given);

/// The profile of the case after so many months of the course, with all that the plan has done by then.
[[nodiscard]] Profile profile_at(const Plan& plan, const Course& course, int month, const Case& given);

/// For whoever reads why two answers differ.
[[nodiscard]] std::string tell(const Plan& plan, const Course& course);

}  // namespace upstream::test::brute_force
