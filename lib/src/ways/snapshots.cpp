#include "snapshots.hpp"

#include "upstream/assess/assess.hpp"

namespace upstream::ways {
namespace {

Snapshot taken_of(const Assessment& assessment) {
  const auto& readiness = assessment.readiness;
  Snapshot snapshot;
  snapshot.point = {assessment.day, readiness.score, readiness.permille,
                    readiness.low,  readiness.high,  assessment.reached};
  for (const auto& gate : assessment.gates) snapshot.gates.push_back(gate.open);
  for (const auto& skill : assessment.skills)
    snapshot.stale.push_back(skill.rating != nullptr && skill.with_stale > skill.proven);
  snapshot.certifications = assessment.certifications;
  return snapshot;
}

}  // namespace

const Snapshot& Snapshots::at(Day day) {
  if (const auto found = known_.find(day); found != known_.end()) return found->second;
  if (day >= day_) return known_[day] = taken_of(assess(profile_, rubric_, {day, false, false}));
  const auto earlier = past_.on(day);
  return known_[day] = taken_of(assess(earlier, rubric_, {day, false, false}));
}

}  // namespace upstream::ways
