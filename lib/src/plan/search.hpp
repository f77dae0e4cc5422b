#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "courses.hpp"
#include "problem.hpp"
#include "stops.hpp"

namespace upstream::planning {

/// Exact: branch and bound over all decisions, with bounds that never exceed what is still to be done, so
/// that what it leaves out cannot be better (docs/planning.md tells the proof).
class Search {
 public:
  explicit Search(const Problem& problem)
      : problem_(problem),
        stops_(problem),
        earliest_(problem.rubric.stages.size(), 0),
        is_settled_(problem.rubric.stages.size(), false) {}

  /// Whether anything at all may reach the goal within so many months. False is certain.
  [[nodiscard]] bool may_reach(int months);
  /// The cheapest solution of exactly so many months, if there is one.
  [[nodiscard]] std::optional<Solution> cheapest(int months);

 private:
  /// Courses, and what they take at least as far as is known.
  struct Prospect {
    enum class Known : std::uint8_t { nothing, roughly, at_the_end, in_full };
    std::vector<Job> jobs;
    bool open = true;  ///< whether other work may follow; the others are known only then
    Courses courses{};
    Stops stops{};
    std::shared_ptr<const Stop> end{};  ///< the last, of which all that the others take is asked as well
    Solution at_least;
    Known known = Known::nothing;
    std::optional<Solution> at_the_end{};  ///< a way if all could be done as late as one likes
    std::optional<Solution> in_full{};     ///< a way
  };
  /// Courses of which none has a cheaper way than the best.
  struct Refuted {
    Stops stops;
    int hours = 0;  ///< that work costs by itself
    int moves = 0;
  };
  [[nodiscard]] bool is_refuted(const Prospect& prospect) const;
  [[nodiscard]] std::vector<Prospect> parts_of(const Prospect& prospect) const;
  [[nodiscard]] bool ask_at_the_end(const Stop& stop, const Facts& facts, Stop& end, const Facts& at_the_end,
                                    int earliest) const;
  [[nodiscard]] bool reckon(Prospect& prospect);
  void inherit(Prospect& prospect, std::optional<Solution>& best) const;
  [[nodiscard]] bool look_closer(Prospect& prospect, std::optional<Solution>& best) const;

  void find_earliest(int months);
  [[nodiscard]] int least_hours_by(const StageSet& stages, const Target& target, int months,
                                   const std::vector<int>& earliest) const;

  const Problem& problem_;
  StopMaker stops_;
  /// By stage the months that pass at least before work there can begin; known as far as plans have been
  /// looked for.
  std::vector<int> earliest_;
  std::vector<bool> is_settled_;
  std::vector<Refuted> refuted_;  ///< of the months that are looked at
};

}  // namespace upstream::planning
