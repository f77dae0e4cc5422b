#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/json_support.hpp"
#include "support/support.hpp"
#include "upstream/team/team_report.hpp"

namespace upstream::test {

inline constexpr int kHalfAYear = 180;

[[nodiscard]] inline const std::vector<Training>& builtin_trainings() {
  static const auto trainings = list_trainings(builtin_rubric());
  return trainings;
}

/// What a profile's text comes to on `kToday`; fails the test where it has an error.
[[nodiscard]] inline Member member_of(std::string_view text, std::string_view path = "profile.yaml") {
  ReportOptions options;
  options.day = options.today = kToday;
  options.sensitivity = false;
  const auto report = report_on(SourceFile(std::string(path), std::string(text)), builtin_rubric(), options);
  EXPECT_TRUE(report.ok()) << text;
  return observe(*report.assessment, builtin_trainings(), kHalfAYear);
}

[[nodiscard]] inline TeamPicture draw(std::vector<Member> members, TeamOptions options = {}) {
  if (options.lapses_within == 0) options.lapses_within = kHalfAYear;
  if (options.inputs.profiles == 0) options.inputs.profiles = static_cast<int>(members.size());
  return draw_team(std::move(members), builtin_rubric(), kToday, builtin_trainings(), std::move(options));
}

/// The sample team, in the order of its files.
[[nodiscard]] inline std::vector<Member> sample_team() {
  std::vector<Member> members;
  for (const auto& file : files_of_source_tree("profiles/team"))
    members.push_back(member_of(read_source_tree(file), file));
  return members;
}

[[nodiscard]] inline SkillIndex skill(std::string_view id) {
  const auto& skills = builtin_rubric().skills;
  for (std::uint16_t s = 0; s < skills.size(); ++s) {
    if (skills[s].id == id) return {s};
  }
  ADD_FAILURE() << "no skill " << id;
  return {};
}

[[nodiscard]] inline StageIndex stage(std::string_view id) {
  const auto& stages = builtin_rubric().stages;
  for (std::uint16_t s = 0; s < stages.size(); ++s) {
    if (stages[s].id == id) return {s};
  }
  ADD_FAILURE() << "no stage " << id;
  return {};
}

/// Nobody in particular: no skill, no stage, every gate shut.
[[nodiscard]] inline Member blank(std::string id) {
  const auto& rubric = builtin_rubric();
  Member member;
  member.path = id + ".yaml";
  member.name = "name of " + id;
  member.id = std::move(id);
  member.skills.assign(rubric.skills.size(), {});
  for (const auto& stage : rubric.stages) {
    for (const auto& gate : stage.gates) member.shut.push_back(&gate);
  }
  return member;
}

/// With a rated skill.
[[nodiscard]] inline Member with(Member member, std::string_view id, int proven, int claimed) {
  member.skills[skill(id).value] = {proven, claimed, true};
  return member;
}

[[nodiscard]] inline std::vector<Member> times(int count, const Member& like) {
  std::vector<Member> members(static_cast<std::size_t>(count), like);
  for (std::size_t i = 0; i < members.size(); ++i) members[i].id += std::to_string(i);
  return members;
}

[[nodiscard]] inline std::vector<Member> operator+(std::vector<Member> a, std::vector<Member> b) {
  a.insert(a.end(), std::make_move_iterator(b.begin()), std::make_move_iterator(b.end()));
  return a;
}

}  // namespace upstream::test
