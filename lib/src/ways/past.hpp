#pragma once

#include <optional>
#include <vector>

#include "upstream/profile/profile.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/ways/timeline.hpp"

namespace upstream::ways {

/// The first date of an entry, a lab, a certificate or evidence.
[[nodiscard]] std::optional<Day> first_date(const Profile& profile);

/// A profile as it may have stood earlier. Entries, labs, certificates and evidence with dates are left to
/// `assess`, which counts none before its time. Levels are statements of the day the file was written, and
/// held since the first dated thing that speaks for them, if that is not still to come.
class Past {
 public:
  /// `stated`: the day of the levels.
  Past(const Profile& profile, const Rubric& rubric, Day stated);

  /// Without the levels that nothing speaks for yet.
  [[nodiscard]] Profile on(Day day) const;

  /// What is taken for granted of statements without a date.
  [[nodiscard]] std::vector<TimelineAssumption> assumptions() const;

 private:
  [[nodiscard]] std::optional<Day> begin_of(const SkillRating& rating) const;

  const Profile& profile_;
  const Rubric& rubric_;
  std::vector<std::optional<Day>> begins_;  ///< by rating; absent: throughout
};

}  // namespace upstream::ways
