#pragma once

#include <memory>
#include <vector>

#include "problem.hpp"

/// What decisions come to.
namespace upstream::planning {

/// Facts, with what they refer to beside the stop's own profile.
struct Outcome {
  std::unique_ptr<Profile> written = std::make_unique<Profile>();
  Facts facts{};
};

/// The facts at the stop with every decision carried out that is due by then. The stop must outlive them.
[[nodiscard]] Outcome outcome_of(const Problem& problem, const Stop& stop,
                                 const std::vector<Decision>& decisions);
/// Those facts once the decisions have been carried out as well, none of which is a certificate. What the
/// facts refer to must outlive the outcome.
[[nodiscard]] Outcome outcome_of(const Problem& problem, const Facts& facts,
                                 const std::vector<const Decision*>& decisions);
/// Those facts with more labs. What the facts refer to, and the labs, must outlive them.
[[nodiscard]] Facts with_labs(const Problem& problem, Facts facts, const std::vector<Lab>& labs);

[[nodiscard]] bool has_certificates(const std::vector<Decision>& decisions);
[[nodiscard]] std::vector<Decision> without_certificates(std::vector<Decision> decisions);

/// Whether the target is reached at the stop by the decisions. No gate may owe it to a certificate that is
/// only planned: those are welcome, never required.
[[nodiscard]] bool is_reached(const Problem& problem, const Stop& stop,
                              const std::vector<Decision>& decisions);
/// The same of the goal by a profile that may have certificates of the plan at its end.
[[nodiscard]] bool is_reached(const Problem& problem, Profile profile, int month);

}  // namespace upstream::planning
