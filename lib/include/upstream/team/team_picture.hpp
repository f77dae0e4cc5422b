#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "upstream/team/member.hpp"
#include "upstream/team/withhold.hpp"

/// What many profiles mean together: values only. Everything in it is about the group or by id; nothing
/// orders people by what they can do.
namespace upstream {

/// How people are called.
enum class Naming : std::uint8_t { ids, names, pseudonyms };

/// Of how many profiles the picture is drawn.
struct TeamInputs {
  int profiles = 0;
  int with_errors = 0;
  int unreadable = 0;
};

struct TeamOptions {
  Naming naming = Naming::ids;
  int min_group = 1;                      ///< above 1: numbers of people only, none below it
  std::vector<std::string> without = {};  ///< ids of those who leave; only where `min_group` is 1
  int lapses_within = 0;                  ///< days; what the members were observed with
  TeamInputs inputs = {};
};

/// What there must be somebody for.
using Subject = std::variant<SkillIndex, StageIndex>;

/// For a skill: level 3 or more, proven; and claimed. For a stage: could be given its work by what is proven;
/// and by what is claimed. able ≤ claimed ≤ people.
struct Coverage {
  Subject subject;
  Figure able;
  Figure claimed;
};

using PersonIndex = std::size_t;  ///< in TeamPicture::persons

struct SinglePoint {
  Subject subject;
  PersonIndex person = 0;
};

struct Person {
  std::string id;    ///< as it is shown: a pseudonym where such are wanted; raw
  std::string name;  ///< empty where names are not wanted; raw
  std::optional<StageIndex> experienced;
  std::optional<StageIndex> reached;
  std::vector<Member::Skill> skills;  ///< by SkillIndex
};

/// A requirement of the target or a gate that half of the people or more still lack.
struct SharedGap {
  const Requirement* requirement = nullptr;
  const Gate* gate = nullptr;
  StageIndex stage;
  Figure people;
  int gain = 0;  ///< permille that all of them together could still earn; 0 for a gate
};

/// What a training would do, taken by all who could take it and gain by it.
struct TrainingEffect {
  Training training;
  Figure people;
  Figure lifted;  ///< of them: those who reach a further stage
  int gain = 0;   ///< permille, summed over them
  Effort effort;  ///< from the least to the most that one of them needs
};

struct Candidate {
  PersonIndex person = 0;
  const Gate* gate = nullptr;  ///< the only one that is shut; absent: none is
};

/// Who could be given the target's work, those left out who stay by choice.
struct Bench {
  Figure now;
  Figure one_gate;
  std::vector<Candidate> people;  ///< by id
};

struct TeamLapse {
  PersonIndex person = 0;
  Member::Lapse lapse;
};

struct CoverageChange {
  Subject subject;
  int before = 0;  ///< able
  int after = 0;
};

/// What is left when some leave together.
struct Absence {
  std::vector<PersonIndex> gone;
  std::vector<CoverageChange> coverage;    ///< of every subject
  std::vector<SinglePoint> single_points;  ///< those that come up
  std::vector<Subject> uncovered;          ///< those that come up
};

struct TeamPicture {
  const Rubric* rubric = nullptr;
  Day day{};
  TeamOptions options;
  int people = 0;

  std::vector<Person> persons;   ///< by id, then path, in byte order; empty where only groups are shown
  std::vector<Coverage> stages;  ///< by StageIndex; empty where only groups are shown
  std::vector<Coverage> skills;  ///< by SkillIndex
  std::vector<SinglePoint> single_points;  ///< exactly one is able
  std::vector<Subject> uncovered;          ///< nobody is
  std::vector<SharedGap> shared_gaps;      ///< by people, then gain
  std::vector<TrainingEffect> trainings;   ///< the best of each kind, most points first, certificates last
  std::vector<Figure> experienced;         ///< nobody's stage first, then by StageIndex
  std::vector<Figure> reached;             ///< the same
  Bench bench;
  Figure lapsing;                       ///< people who lose something by a lapse to come
  std::vector<TeamLapse> lapses;        ///< by day, person, certificate
  std::array<Figure, kVerdicts> seats;  ///< by Verdict
  std::optional<Absence> absence;       ///< where `without` names somebody

  /// Whether people are shown one by one.
  [[nodiscard]] bool by_person() const { return options.min_group <= 1; }
};

/// `trainings` is the list the members were observed with. The order of the members makes no difference.
[[nodiscard]] TeamPicture draw_team(std::vector<Member> members, const Rubric& rubric, Day day,
                                    std::span<const Training> trainings, TeamOptions options);

}  // namespace upstream
