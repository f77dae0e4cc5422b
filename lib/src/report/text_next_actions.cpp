#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "actions_shown.hpp"
#include "phrases.hpp"
#include "text_gap_lines.hpp"
#include "text_sections.hpp"
#include "upstream/report/wording.hpp"

namespace upstream::text_report {
namespace {

using layout::Line;
using layout::Style;

/// Looks ahead over the actions in their order: study adds up, what happens at the post runs beside it.
class Calendar {
 public:
  explicit Calendar(const Sheet& sheet) : page_(sheet), weekly_(sheet.assessment().estimate.weekly_hours) {}

  std::string due(const NextAction& action) {
    const auto& effort = action.effort;
    if (action.about_post()) return page_.in("並行して", "meanwhile");
    hours_ += effort.hours_max;
    if (action.at_once()) return page_.in("今日", "today");
    if (weekly_ <= 0 && effort.months == 0) return {};
    const auto start = page_.assessment().day;
    const auto weeks = weekly_ > 0 ? (hours_ + weekly_ - 1) / weekly_ : 0;
    const auto studied = Date::of(start + std::chrono::days(7 * weeks));
    const auto worked = Date::of(start).plus_months(effort.months);
    return month(std::max(studied.first_day(), worked.first_day()));
  }

 private:
  [[nodiscard]] std::string month(Day day) const {
    static constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::year_month_day date(day);
    const auto number = static_cast<unsigned>(date.month());
    const auto year = static_cast<int>(date.year());
    if (page_.language() == Language::ja) return fmt::format("{}年{}月まで", year, number);
    return fmt::format("by {} {}", names[number - 1], year);
  }

  const Sheet& page_;
  int weekly_;
  int hours_ = 0;
};

/// The months of what concerns the post are spent waiting, not working.
Line wait_for_post(const Sheet& sheet, const Effort& effort) {
  std::vector<std::string> parts{sheet.in(phrases::hours(effort.hours_min, effort.hours_max))};
  if (effort.months > 0) {
    const auto months = sheet.in(phrases::months(effort.months));
    parts.push_back(
        fmt::format(fmt::runtime(sheet.in("結果まで {}以上", "{} or more to an outcome")), months));
  }
  return small_print(parts);
}

Line effect_of(const Sheet& sheet, const NextAction& action) {
  if (action.about_post()) return wait_for_post(sheet, action.effort);
  std::vector<std::string> parts{sheet.in(wording::effort(action.effort))};
  const int before = sheet.assessment().readiness.score;
  if (action.score_after > before) {
    parts.push_back(
        fmt::format(fmt::runtime(sheet.in("{} → {} 点", "{} → {} points")), before, action.score_after));
  }
  if (action.opens_gate) parts.emplace_back(sheet.in("関門が開く", "opens a gate"));
  return small_print(parts);
}

Line title_of(const Sheet& sheet, std::size_t count) {
  if (sheet.stays()) return sheet.in("扉を開けておくために", "To keep the door open");
  const auto& estimate = sheet.assessment().estimate;
  Line title(sheet.language() == Language::ja ? fmt::format("次の {} 手", count)
             : count == 1                     ? std::string("Next step")
                                              : fmt::format("Next {} steps", count));
  if (estimate.weekly_hours <= 0) return title;
  const auto hours = sheet.in(phrases::hours(estimate.weekly_hours, estimate.weekly_hours));
  const auto* format = estimate.weekly_hours_stated
                           ? sheet.in(" ─ 学習は週 {}", " ─ {} of study a week")
                           : sheet.in(" ─ 学習を週 {}と置いて", " ─ taking {} of study a week");
  return title.add(fmt::format(fmt::runtime(format), hours), Style::dim);
}

}  // namespace

void add_next_actions(Sheet& sheet) {
  const auto actions = actions_shown(sheet.assessment());
  if (actions.empty()) return;
  sheet.heading(title_of(sheet, actions.size()));
  layout::Table table(sheet.stays() ? std::vector<layout::Column>{{}, {layout::Align::left, true}}
                                    : std::vector<layout::Column>{{}, {}, {layout::Align::left, true}});
  const auto add = [&](const Line& number, const Line& due, const Line& text) {
    // Dates are pressure.
    table.add(sheet.stays() ? layout::Lines{number, text} : layout::Lines{number, due, text});
  };
  Calendar calendar(sheet);
  for (std::size_t i = 0; i < actions.size(); ++i) {
    add({std::to_string(i + 1), Style::accent}, {calendar.due(*actions[i]), Style::dim},
        sheet.in(wording::next_action(*actions[i], sheet.assessment())));
    add({}, {}, effect_of(sheet, *actions[i]));
  }
  sheet.add(table.render(sheet.width(), Sheet::kIndent));
}

}  // namespace upstream::text_report
