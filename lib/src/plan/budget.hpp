#pragma once

namespace upstream::planning {

/// The stated bound on the work of a search, in nodes. Once it is spent a solution need not be the cheapest,
/// and none need not mean that there is none.
class Budget {
 public:
  static constexpr long kOfPlan = 2'000'000;
  static constexpr long kOfHint = 200'000;  ///< of what else would help where there is no plan

  explicit Budget(long nodes = kOfPlan) : left_(nodes) {}
  [[nodiscard]] bool is_spent() const { return left_ < 0; }
  void spend(long nodes = 1) { left_ -= nodes; }

 private:
  long left_;
};

}  // namespace upstream::planning
