#pragma once

#include <algorithm>
#include <utility>

namespace upstream::planning {

/// The stated bound on the work of a search, in nodes. Once it is spent a solution need not be the cheapest,
/// and none need not mean that there is none.
class Budget {
 public:
  static constexpr long kOfPlan = 2'000'000;
  static constexpr long kOfHint = 200'000;  ///< of what else would help where there is no plan

  explicit Budget(long nodes = kOfPlan) : left_(nodes) {}
  [[nodiscard]] bool is_spent() const { return left_ < floor_; }
  void spend(long nodes = 1) { left_ -= nodes; }

  /// While it lives no more than so many nodes of the budget may be spent.
  class Part {
   public:
    Part(Budget& budget, long nodes)
        : budget_(budget),
          before_(std::exchange(budget.floor_, std::max(budget.floor_, budget.left_ - nodes))) {}
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    ~Part() { budget_.floor_ = before_; }

   private:
    Budget& budget_;
    long before_;
  };

 private:
  long left_;
  long floor_ = 0;
};

}  // namespace upstream::planning
