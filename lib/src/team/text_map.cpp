#include "text_map.hpp"

#include <algorithm>
#include <array>

#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"
#include "wording.hpp"

namespace upstream {
namespace {

using layout::Line;
using layout::Style;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kCell = 4;
constexpr std::size_t kPitch = kCell + 1;
constexpr std::size_t kLeastLabel = 6;
constexpr std::size_t kReadableLabel = 12;
constexpr std::size_t kMostLabel = 24;

/// Readable without colour: the darker, the more is proven.
constexpr std::array<const char*, kHighestLevel + 1> kShades{"·", "░", "▒", "▓", "█"};

Line cell(const Member::Skill& skill) {
  if (!skill.rated) return Line(" –", Style::dim);
  const auto proven = static_cast<std::size_t>(skill.proven);
  const auto style = skill.proven >= kAbleLevel ? Style::good : skill.proven > 0 ? Style::accent : Style::dim;
  if (skill.claimed == 0) return Line(" ·", Style::dim);
  Line line(kShades[proven], style);
  line.add(std::to_string(skill.claimed), style);
  return skill.claimed > skill.proven ? line.add("?", Style::warn) : line;
}

Line heading(const Skill& skill, Language language) {
  const auto safe = text::printable(skill.short_label.in(language));
  return Line(text::clip_to_width(safe, kCell), Style::dim);
}

}  // namespace

void add_team_map(const TeamPicture& picture, Page& page) {
  const auto& rubric = *picture.rubric;
  const auto& options = page.options();
  std::vector<std::string> labels;
  std::size_t widest = kLeastLabel;
  for (PersonIndex p = 0; p < picture.persons.size(); ++p) {
    labels.push_back(text::printable(team_wording::person(p, picture), kMostLabel));
    widest = std::max(widest, text::display_width(labels.back()));
  }
  const auto skills = rubric.skills.size();
  // Names of which little is left tell nobody apart: rather the columns go on below.
  const auto columns = skills * kPitch;
  const bool fits = kIndent + kReadableLabel + columns <= options.width;
  widest = std::min(widest, fits ? options.width - kIndent - columns : kMostLabel);
  const auto fitting = std::max<std::size_t>(1, (options.width - kIndent - widest) / kPitch);
  for (std::size_t first = 0; first < skills; first += fitting) {
    const auto last = std::min(skills, first + fitting);
    if (first > 0) page.blank();
    Line head(std::string(kIndent, ' '));
    head.pad_to(kIndent + widest);
    for (auto s = first; s < last; ++s) {
      head.add(" ").append(
          layout::aligned(heading(rubric.skills[s], options.language), kCell, layout::Align::left));
    }
    page.add({head});
    for (PersonIndex p = 0; p < labels.size(); ++p) {
      Line row(std::string(kIndent, ' '));
      row.add(text::printable(labels[p], widest)).pad_to(kIndent + widest);
      for (auto s = first; s < last; ++s) {
        row.add(" ").append(layout::aligned(cell(picture.persons[p].skills[s]), kCell, layout::Align::left));
      }
      page.add({row});
    }
  }
}

}  // namespace upstream
