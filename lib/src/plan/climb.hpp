#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "cheapest_way.hpp"
#include "choices.hpp"
#include "gains.hpp"
#include "menus.hpp"

namespace upstream::planning {

/// Takes the certificate for held, with what stays of it.
void hold(Facts& facts, CertificationIndex certification);

/// Whether all study is done when it is due, beside what is reserved.
[[nodiscard]] bool is_in_time(const std::vector<Decision>& decisions, const Stop& stop, int weekly_hours);

/// The hours of a lab, at its stage.
[[nodiscard]] Facts::ExtraHours hours_of(const Lab& lab);
/// More hours of lab at every stage than any need asks for.
[[nodiscard]] Facts::ExtraHours plenty_of_labs(const Rubric& rubric);

/// What a bound supposes where it is not decided yet. That the facts have the proof of it is up to the
/// caller.
struct Gifts {
  bool labs = false;                     ///< of any hours, each of which is an hour of study
  const Offers* certificates = nullptr;  ///< of which some may be passed, for their hours
};

/// Branch and bound over the skills of one stop, certificates and labs being decided.
class Climb {
 public:
  /// `decided`: for earlier stops. `bare`: the facts but for certificates that are only planned, which is
  /// what gates are judged by; absent where something is supposed.
  Climb(const Problem& problem, const Facts& facts, const Facts* bare, const Stop& stop,
        const std::vector<Decision>& decided, Gifts gifts = {});

  /// Asks of the facts where every skill is brought as far as it can be by itself, and every lab is done:
  /// more than can really be.
  template <typename Ask>
  [[nodiscard]] auto at_most(Ask&& ask) {
    const auto held = then_.held;
    suppose_most();
    const auto answer = ask(std::as_const(then_));
    suppose_first(held);
    return answer;
  }
  /// No fewer hours come to the target; kNever where none do.
  [[nodiscard]] int least_hours();
  /// No fewer hours open the gates that are shut and meet what is asked beside them; or were labs to be had
  /// for nothing. After `least_hours`.
  [[nodiscard]] int least_hours_of_gates(bool labs_are_free = false) const;

  /// By skill the level that is asked where some level that it may be brought to would count for more with
  /// more proof; else 0. So what else proves it may be of use.
  [[nodiscard]] const std::vector<int>& wanting_proof() const { return wanting_proof_; }

  void run(const Solution& so_far, const Best& best, const std::function<void(const Solution&)>& propose);

 private:
  static constexpr auto kNone = static_cast<std::size_t>(-1);
  struct Skill {
    SkillIndex skill;
    std::vector<Option> options;
    CheapestWay::ByLevel least_hours{};  ///< of the cheapest option that brings it; kNever where none does
    CheapestWay::ByLevel least_beside_labs{};  ///< the same without the hours of labs
    int highest = 0;                           ///< level that can be had at best
    bool has_labs = false;
  };
  void find_rooms();
  [[nodiscard]] bool has_room(const Decision& decision) const;
  void find_options();
  void find_open_questions();
  void prepare();
  void suppose_studied_labs();
  void suppose_most();
  void suppose_first(const std::vector<std::uint8_t>& held);
  void find_dearest_need();
  void reckon_gains();

  void branch(std::size_t next, Solution& now, int least);
  void drop_hopes(std::size_t next);
  [[nodiscard]] bool may_be_proven(std::size_t place, std::size_t next) const;
  [[nodiscard]] bool is_hopeless(const Solution& now, int hours_to_come) const;
  [[nodiscard]] bool is_met_then() const;
  [[nodiscard]] int least_hours(std::size_t next) const;
  [[nodiscard]] int least_hours(const Need& need, std::size_t next) const;
  [[nodiscard]] int least_hours_of_ladder(std::size_t next) const;
  [[nodiscard]] Gains::State state_of(const Facts& facts) const;
  /// Proposes and is done where the decisions really meet the target.
  [[nodiscard]] bool settle(const Solution& now);
  [[nodiscard]] bool cannot_win(const Solution& now, int hours_to_come) const;
  [[nodiscard]] int& score(SkillIndex skill) { return then_.skills[skill.value].levels.score; }

  const Problem& problem_;
  const Facts& facts_;
  const Facts& bare_;
  const Stop& stop_;
  const std::vector<Decision>& before_;
  Gifts gifts_;
  /// Hours of study that can still be due by a month, beside what is decided and what is reserved.
  struct Room {
    int hours = 0;
    int beside_labs = 0;  ///< of skills that earlier stops do not ask for
    int others = 0;       ///< of these, labs and all
  };
  std::vector<Room> rooms_;  ///< by month
  std::vector<const Need*> needs_;
  std::vector<const LabHoursAtLeast*> labs_;
  std::vector<int> asked_;
  std::vector<int> wanting_proof_;
  std::vector<Skill> skills_;          ///< that something is asked of and can be done about
  std::vector<const Option*> chosen_;  ///< by place in `skills_`, as far as is decided
  std::vector<std::size_t> place_;     ///< in `skills_`, by SkillIndex; kNone for others
  std::vector<std::pair<StageIndex, const Gate*>> shut_;  ///< that have to be opened
  std::vector<const Need*> besides_;                      ///< and met
  std::vector<const Rung*> asking_;                       ///< of the ladder, that decisions earn points of
  std::int64_t points_ = 0;                               ///< of the other ones, unrounded
  int earned_ = 0;                                        ///< and rounded down one by one
  const Rung* best_of_skills_ = nullptr;                  ///< that the best of several skills earns
  const Need* opened_by_skill_ = nullptr;  ///< dearest of a gate that one of several skills meets
  std::shared_ptr<const Gains> gains_;
  std::int64_t unbounded_ = 0;  ///< gain of what cannot be told by skill
  /// `facts_`, with levels as high as labs of other skills' study may prove them, and with what is decided.
  Facts then_;
  std::vector<int> first_;   ///< by SkillIndex the levels there before anything is
  std::size_t decided_ = 0;  ///< how many decisions there were before

  const Best* best_ = nullptr;
  const std::function<void(const Solution&)>* propose_ = nullptr;
};

}  // namespace upstream::planning
