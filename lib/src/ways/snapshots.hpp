#pragma once

#include <map>
#include <vector>

#include "past.hpp"
#include "upstream/assess/assessment.hpp"

namespace upstream::ways {

/// What a timeline keeps of an assessment.
struct Snapshot {
  TimelinePoint point;
  std::vector<bool> gates;  ///< open, in the order of `Assessment::gates`
  std::vector<bool> stale;  ///< by SkillIndex: backing that is too old would prove more
  std::vector<CertificationState> certifications;  ///< in the order of the profile
};

/// Assessments of one profile by day; each day is assessed once.
class Snapshots {
 public:
  /// On `day` and after it the profile is taken as it is, before that as `past` has it.
  Snapshots(const Profile& profile, const Rubric& rubric, Day day, const Past& past)
      : profile_(profile), rubric_(rubric), day_(day), past_(past) {}

  [[nodiscard]] const Snapshot& at(Day day);

 private:
  const Profile& profile_;
  const Rubric& rubric_;
  Day day_;
  const Past& past_;
  std::map<Day, Snapshot> known_;
};

}  // namespace upstream::ways
