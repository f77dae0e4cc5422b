#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "search.hpp"

namespace upstream::planning {

/// Whether all study is done when it is due.
[[nodiscard]] bool is_in_time(const std::vector<Decision>& decisions, int weekly_hours);

/// Branch and bound over the skills of one stop, certificates and labs being decided.
class Climb {
 public:
  /// `decided`: for earlier stops. `start`: the facts without the certificates of this one; absent where
  /// these are only supposed.
  Climb(const Problem& problem, const Profile& profile, const Facts& facts, const Stop& stop, bool supervisor,
        const std::vector<Decision>& decided, const Facts* start);

  /// The facts where every skill is brought as far as it can be by itself, and every lab is done: more than
  /// can really be. To be asked once, in place of `run`.
  [[nodiscard]] const Facts& at_most();
  /// No fewer hours come to the target; kNever where none do. To be asked before.
  [[nodiscard]] int least_hours() const { return least_hours(0); }

  void run(const Solution& so_far, std::optional<Solution>& best, long& nodes,
           const std::function<void(const Solution&)>& propose);

 private:
  struct Option {
    Decision decision;
    int score = 0;  ///< level that counts then, at best
    std::vector<Lab> labs;
  };
  struct Skill {
    SkillIndex skill;
    std::vector<Option> options;
    std::vector<int>
        least_hours;  ///< by level: of the cheapest option that brings it; kNever where none does
    int highest = 0;  ///< level that can be had at best
  };
  /// A piece of what a skill can add to a ladder: so much for so many hours, dearer ones after cheaper ones.
  struct Piece {
    std::size_t skill = 0;
    std::int64_t gain = 0;  ///< permille, times kWhole
    int hours = 0;
  };

  [[nodiscard]] std::vector<SkillChoice> choices_of(SkillIndex skill) const;
  void find_options();
  void suppose_studied_labs();
  void find_pieces();
  [[nodiscard]] int score_of(const SkillChoice& choice, const Facts& facts) const;
  [[nodiscard]] std::int64_t points(const Facts& facts) const;

  void branch(std::size_t next, Solution& now);
  [[nodiscard]] bool is_hopeless(std::size_t next, const Solution& now);
  [[nodiscard]] int least_hours(std::size_t next) const;
  [[nodiscard]] int least_hours(const Need& need, std::size_t next) const;
  [[nodiscard]] int least_hours_of_ladder(std::size_t next) const;
  /// Proposes and is done where the decisions really meet the target.
  [[nodiscard]] bool settle(const Solution& now);
  [[nodiscard]] bool cannot_win(const Solution& now, int hours_to_come) const;
  [[nodiscard]] int& score(SkillIndex skill) { return then_.skills[skill.value].levels.score; }

  const Problem& problem_;
  const Profile& profile_;
  const Facts& facts_;
  Stop stop_;
  bool supervisor_;
  const std::vector<Decision>& before_;
  const Facts* start_;
  std::vector<const Need*> needs_;
  std::vector<const LabHoursAtLeast*> labs_;
  std::vector<int> asked_;
  std::vector<Skill> skills_;       ///< that something is asked of and can be done about
  std::vector<std::size_t> place_;  ///< in `skills_`, by SkillIndex; kNone for others
  std::vector<Piece> pieces_;       ///< most gain for the hours first
  std::int64_t unbounded_ = 0;      ///< gain of what cannot be told by skill
  Facts at_first_;           ///< `facts_`, with levels as high as labs of other skills' study may prove them
  Facts then_;               ///< the same with what is decided
  std::size_t decided_ = 0;  ///< how many decisions there were before

  std::optional<Solution>* best_ = nullptr;
  long* nodes_ = nullptr;
  const std::function<void(const Solution&)>* propose_ = nullptr;
};

}  // namespace upstream::planning
