#pragma once

#include <memory>
#include <vector>

#include "courses.hpp"
#include "target.hpp"

namespace upstream::planning {

struct Problem;

/// Months of a plan in which work uses a skill, up to one of them.
struct UsedMonths {
  int at_the_end = 0;  ///< without a break
  int in_all = 0;
};

/// Certificates that may be planned for a target.
struct Offers {
  /// Some that together meet some of the needs that none held meets, for no more hours than any others that
  /// meet the same.
  struct Together {
    std::vector<CertificationIndex> certificates;
    int hours = 0;  ///< that they take at least
  };
  std::vector<Together> together;
  std::vector<CertificationIndex> beyond;  ///< for needs that are too many to be put together
  std::vector<std::uint8_t> passed;        ///< by CertificationIndex: on the way to any of them
};

/// A month by which something has to be reached, and what work has brought by then: before work at a stage
/// its gates must be open, and at the end the goal must be met. Of many courses it tells more than any of
/// them brings.
struct Stop {
  std::size_t place = 0;  ///< among those of the course
  int month = 0;
  int earliest = 0;  ///< where courses differ, the first month that it may be; `month` is the last
  Target target;
  std::shared_ptr<const Profile> work;   ///< the profile then, but for what is decided
  std::shared_ptr<const Facts> facts{};  ///< of it; of the skills those that are asked
  bool supervisor = false;               ///< whether somebody can review a level
  std::vector<int> months{};             ///< by those asked of the problem, as far as they are asked
  std::vector<UsedMonths> used;          ///< by SkillIndex
  Offers offers{};
  /// Where courses differ: certificates of the profile that count in any of the months.
  std::vector<std::uint8_t> held{};
  std::vector<std::uint8_t> proven{};
  /// Whether practice may have more months since an earlier stop than lie between the two.
  bool is_loose = false;
  /// What it takes at least by itself, of a stop that asks for gates alone.
  struct Least {
    int hours = 0;
    int beside_labs = 0;  ///< were labs to be had for nothing
  };
  Least least{};
  /// Levels to which skills may be brought though the target does not ask it.
  std::vector<int> also_to{};
  /// What an earlier stop takes, none of which is study of any other skills than those. Other studies may be
  /// labs of it.
  struct Reserved {
    int month = 0;
    Least least;
  };
  std::vector<Reserved> reserved{};  ///< in order
  /// Hours of lab that studies for earlier stops may have brought, by which what is lacking is less.
  std::vector<int> studied_labs{};
  /// What is to be decided for earlier ones is asked of this one, too: months of work before a break may have
  /// raised a skill then.
  bool after_others = false;
};

/// Those of a course, or of many, in order.
using Stops = std::vector<std::shared_ptr<const Stop>>;

/// A single stop, at which that profile is what work has brought. Of many courses: in one of those months.
[[nodiscard]] Stop stop_at(const Problem& problem, Courses::Span months, const Target& target, Profile work,
                           bool supervisor);

/// Whether everything that can be reached by the one course, or courses, can be reached by those others,
/// whose stops have the same targets. They may be taken for more than they are (`is_loose`).
[[nodiscard]] bool bring_no_more(const Stops& these, const Stops& others);

/// The facts of a profile at the stop, of the skills those that are asked; the profile must outlive them.
[[nodiscard]] Facts assess(const Problem& problem, const Stop& stop, const Profile& profile);

}  // namespace upstream::planning
