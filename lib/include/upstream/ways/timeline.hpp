#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "upstream/report/file_report.hpp"
#include "upstream/report/text_report.hpp"
#include "upstream/ways/fault.hpp"

namespace upstream {

struct TimelinePoint {
  Day date{};
  int score = 0;
  int permille = 0;
  int low = 0;
  int high = 0;
  std::optional<StageIndex> stage;
};

enum class TimelineEventKind : std::uint8_t {
  entry_begins,
  entry_ends,
  certificate_earned,
  certificate_renewed,
  certificate_lapses,
  proof_stale,
  proof_fresh,
  gate_opens,
  gate_shuts,
};
[[nodiscard]] std::string_view id(TimelineEventKind kind);

struct TimelineEvent {
  Day date{};
  TimelineEventKind kind = TimelineEventKind::entry_begins;
  std::string id;  ///< of the stage, certificate, skill or gate
  /// Permille by which the readiness of that day differs from the day before: of all that happens on it.
  int effect = 0;
  Text text;
};

enum class UndatedKind : std::uint8_t {
  skill,
  review,
  experience,
  lab,
  certificate,
  environment,
  preferences
};
[[nodiscard]] std::string_view id(UndatedKind kind);

/// A statement of today, and from when on it is taken to have held.
struct TimelineAssumption {
  UndatedKind about = UndatedKind::skill;
  std::string id;            ///< empty where it is said of all of the kind
  std::optional<Day> since;  ///< absent: throughout
  Text text;
};

struct Timeline {
  static constexpr std::size_t kMostPoints = 600;
  static constexpr std::size_t kMostEvents = 600;
  static constexpr int kMonthsAhead = 36;

  FileReport report;
  Day from{};
  Day to{};
  std::vector<TimelinePoint> points;  ///< the last day of each month; of the report's month its day
  std::vector<TimelineEvent> events;  ///< by day
  std::size_t events_total = 0;       ///< with those beyond `kMostEvents`
  std::vector<TimelineAssumption> assumptions;
};

struct TimelineRange {
  std::optional<Day> from;  ///< absent: the month of the profile's first date
  std::optional<Day> to;    ///< absent: the month of the last lapse within `kMonthsAhead`, else the day
};

/// Readiness month by month, by assessing the profile on each day. Ahead of the day the work goes on as it
/// does; before it a level is taken to have held since the first dated thing that speaks for it
/// (docs/planning.md). `report` must be ok. A range that holds no day, or more than `kMostPoints` months, is
/// refused.
[[nodiscard]] std::variant<Timeline, Fault> follow(FileReport report, const TimelineRange& range);

struct TimelineTextOptions {
  TextOptions text;
  bool ascii = false;  ///< for terminals that have no more: the chart, lines and arrows in ASCII
};
[[nodiscard]] std::string render_timeline_text(const Timeline& timeline, const TimelineTextOptions& options);
/// docs/json.md, timeline.schema.json
[[nodiscard]] std::string render_timeline_json(const Timeline& timeline, Language language);
[[nodiscard]] std::string_view timeline_schema();

}  // namespace upstream
