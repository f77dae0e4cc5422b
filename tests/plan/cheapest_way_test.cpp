#include "plan/cheapest_way.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/support.hpp"

namespace upstream::planning {
namespace {

constexpr SkillIndex kNetwork{0};
constexpr SkillIndex kServer{1};
constexpr SkillIndex kDatabase{2};  // about which nothing can be done

Need skill(SkillIndex index, int level) { return {SkillAtLeast{index, level}}; }
Need lab(int hours) { return {LabHoursAtLeast{hours, {}, false}}; }
Need any(int count, std::vector<Need> of) { return {AtLeast{count, std::move(of)}}; }
Need all(std::vector<Need> of) { return {AllOf{std::move(of)}}; }

struct Case {
  std::string name;
  std::vector<Need> needs;
  int hours;
};

class CheapestWayOf : public testing::TestWithParam<Case> {};

// Network takes 60, 180 and 340 hours, the last 160 of them in a lab; server 55 hours to its first level,
// which is there, and then 115 and 255. There is no lab yet.
TEST_P(CheapestWayOf, Needs) {
  const CheapestWay::ByLevel network{0, 60, 180, 340, kNever};
  const CheapestWay::ByLevel network_beside_labs{0, 60, 180, 180, kNever};
  const CheapestWay::ByLevel server{0, 0, 115, 255, kNever};
  std::vector<CheapestWay::Skill> skills{{&network, &network_beside_labs, 0}, {&server, &server, 1}, {}};
  CheapestWay way(
      skills, [](const LabHoursAtLeast& need) { return std::optional(need.hours); },
      [](const Need& need) {
        const auto* level = std::get_if<SkillAtLeast>(&need.kind);
        return level != nullptr && level->skill == kServer && level->level <= 1;
      });
  std::vector<const Need*> needs;
  for (const auto& need : GetParam().needs) needs.push_back(&need);
  EXPECT_EQ(way.hours(needs), GetParam().hours);
}

INSTANTIATE_TEST_SUITE_P(
    Of, CheapestWayOf,
    testing::Values(Case{"nothing", {}, 0}, Case{"what_is_met", {skill(kServer, 1)}, 0},
                    Case{"the_cheaper_of_two", {any(1, {skill(kNetwork, 2), skill(kServer, 2)})}, 115},
                    Case{"both", {any(2, {skill(kNetwork, 2), skill(kServer, 2), skill(kDatabase, 2)})}, 295},
                    Case{"one_skill_for_two_gates",
                         {any(1, {skill(kNetwork, 2), skill(kServer, 2)}),
                          any(1, {skill(kNetwork, 1), skill(kDatabase, 1)})},
                         175},
                    Case{"dearer_where_it_serves_both",
                         {any(1, {skill(kNetwork, 2), skill(kServer, 3)}),
                          any(1, {skill(kNetwork, 1), skill(kDatabase, 1)})},
                         180},
                    Case{"a_lab_beside_study", {skill(kServer, 2), lab(28)}, 143},
                    Case{"a_lab_that_is_study", {skill(kNetwork, 3), lab(60)}, 340},
                    Case{"a_longer_one", {skill(kNetwork, 3), lab(200)}, 380},
                    Case{"the_longest_of_two_labs", {lab(40), all({lab(100), skill(kServer, 1)})}, 100},
                    Case{"what_cannot_be", {skill(kDatabase, 1)}, kNever},
                    Case{"what_only_others_tell", {Need{MonthsAtLeast{12, {}}}}, kNever}),
    test::kByName);

TEST(CheapestWay, OfMoreThanCanBeLookedAtIsNothing) {
  const CheapestWay::ByLevel dear{0, 10, 20, 30, 40};
  std::vector<CheapestWay::Skill> skills(12, {&dear, &dear, 0});
  std::vector<Need> needs;
  for (std::uint16_t i = 0; i < 12; ++i) {
    std::vector<Need> of;
    for (std::uint16_t k = 0; k < 12; ++k) of.push_back(skill({k}, 1 + (i + k) % 4));
    needs.push_back(any(6, std::move(of)));
  }
  std::vector<const Need*> all_of_them;
  for (const auto& need : needs) all_of_them.push_back(&need);
  CheapestWay way(
      skills, [](const LabHoursAtLeast&) { return std::optional(0); }, [](const Need&) { return false; });
  EXPECT_EQ(way.hours(all_of_them), 0);
}

}  // namespace
}  // namespace upstream::planning
