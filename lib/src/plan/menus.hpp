#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <unordered_map>
#include <variant>
#include <vector>

#include "choices.hpp"

namespace upstream::planning {

/// One of the things that can be done about a skill.
struct Option {
  Decision decision;
  int score = 0;          ///< level that counts then, at best: where labs of other skills prove it
  int sure = 0;           ///< where none does
  bool has_labs = false;  ///< among its study

  [[nodiscard]] const SkillChoice& choice() const { return std::get<SkillChoice>(decision.what); }
};

/// All that what can be done about a skill depends on, but for the month and the hours that there are.
struct SkillQuestion {
  SkillIndex skill;
  int asked = 0;             ///< level
  bool labs_matter = false;  ///< whether hours of lab are asked for that are not there
  Leeway leeway{};
  const SkillState& bare;     ///< without certificates that are only planned
  const SkillState& certain;  ///< with them
  const SkillState& hoped;    ///< and with what labs of other skills' study may prove
};

struct Menu {
  struct Item {
    Option option;             ///< to be done by month 0
    bool wants_proof = false;  ///< whether with more proof it would count for more
    bool is_of_use = false;
  };
  std::vector<Item> items;  ///< what brings most comes first, the cheapest of that before dearer ones
};

/// What there is to choose from in one problem: the same questions come again and again.
class Menus {
 public:
  /// That what is hoped for has the work evidence of what is certain goes without saying.
  [[nodiscard]] std::shared_ptr<const Menu> of(const Problem& problem, const SkillQuestion& question);

 private:
  using Key = std::array<int, 18>;
  struct Hash {
    [[nodiscard]] std::size_t operator()(const Key& key) const;
  };
  [[nodiscard]] static Key key_of(const SkillQuestion& question);

  std::unordered_map<Key, std::shared_ptr<const Menu>, Hash> known_;
};

}  // namespace upstream::planning
