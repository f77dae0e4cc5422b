#include "report/csv.hpp"

#include "upstream/team/team_report.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

using Fields = std::vector<std::string>;

std::string stage_id(std::optional<StageIndex> stage, const Rubric& rubric) {
  return stage ? rubric[*stage].id : std::string();
}

/// For each skill what is proven and what is claimed; both empty where it is not rated.
std::string render_people(const TeamPicture& picture) {
  const auto& rubric = *picture.rubric;
  const bool has_names = picture.options.naming == Naming::names;
  Fields head{"id"};
  if (has_names) head.emplace_back("name");
  head.insert(head.end(), {"experienced", "reached"});
  for (const auto& skill : rubric.skills) {
    head.push_back(skill.id + "_proven");
    head.push_back(skill.id + "_claimed");
  }
  auto out = csv::record(head);
  for (const auto& person : picture.persons) {
    Fields row{person.id};
    if (has_names) row.push_back(person.name);
    row.push_back(stage_id(person.experienced, rubric));
    row.push_back(stage_id(person.reached, rubric));
    for (const auto& skill : person.skills) {
      row.push_back(skill.rated ? std::to_string(skill.proven) : std::string());
      row.push_back(skill.rated ? std::to_string(skill.claimed) : std::string());
    }
    out += csv::record(row);
  }
  return out;
}

/// A field is empty where the number is withheld.
std::string render_groups(const TeamPicture& picture) {
  const auto figure = [](const Figure& f) { return f.people ? std::to_string(*f.people) : std::string(); };
  auto out = csv::record({"id", "able", "claimed", "people"});
  for (const auto& row : picture.skills) {
    out += csv::record({std::string(team_wording::id(row.subject, *picture.rubric)), figure(row.able),
                        figure(row.claimed), std::to_string(picture.people)});
  }
  return out;
}

}  // namespace

std::string render_team_csv(const TeamPicture& picture) {
  return picture.by_person() ? render_people(picture) : render_groups(picture);
}

}  // namespace upstream
