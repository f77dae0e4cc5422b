#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "upstream/assess/assessment.hpp"
#include "upstream/date/month_set.hpp"

/// What counts on the day, made ready to be asked many times. Private to the assessment.
namespace upstream {

/// An entry of field work that has begun and belongs to a stage.
struct Work {
  const Experience* entry = nullptr;
  MonthSet months;  ///< dated
  int undated = 0;
  bool infrastructure = true;
  Day last{};          ///< last day of it that counts; `day` itself while it goes on or has no dates
  int last_month = 0;  ///< of that day, as `month_index` counts
  bool dated = false;

  [[nodiscard]] bool counts() const { return undated > 0 || months.count() > 0; }
};

struct Practice {
  const Lab* lab = nullptr;
  int hours = 0;
};

/// A list that does not change any more, so that it need not be copied with what has it.
template <typename Item>
class Kept {
 public:
  Kept() = default;
  explicit Kept(std::vector<Item> items)
      : items_(std::make_shared<const std::vector<Item>>(std::move(items))) {}
  [[nodiscard]] const Item* begin() const { return items_ ? items_->data() : nullptr; }
  [[nodiscard]] const Item* end() const { return begin() + size(); }
  [[nodiscard]] std::size_t size() const { return items_ ? items_->size() : 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }

 private:
  std::shared_ptr<const std::vector<Item>> items_;
};

/// The three views of `Levels`, as something to choose by.
enum class View : std::uint8_t { low, score, high };

struct Facts {
  const Profile* profile = nullptr;
  const Rubric* rubric = nullptr;
  Day day{};
  Kept<Work> work;
  std::vector<Practice> labs;
  std::vector<CertificationState> certifications;
  std::vector<std::uint8_t> held;    ///< by CertificationIndex: counts on the day
  std::vector<std::uint8_t> proven;  ///< the same without those that bear no date
  std::vector<SkillState> skills;    ///< by SkillIndex
  StageSet arrived;                  ///< worked at, or above, long enough to have arrived
  std::optional<StageSet> offered;   ///< stages the present post gives; absent: unknown
  int weekly_hours = 0;

  // What a hypothesis adds.
  struct ExtraMonths {
    MonthsFilter like;
    int months = 0;
  };
  struct ExtraHours {
    StageSet stages;
    int hours = 0;
  };
  std::vector<ExtraMonths> extra_months;
  std::vector<ExtraHours> extra_hours;
  bool ever_fresh = false;  ///< nothing is too old to prove a level

  [[nodiscard]] int months(const MonthsFilter& filter) const;
  [[nodiscard]] int lab_hours(const LabHoursAtLeast& need) const;
  [[nodiscard]] bool has_field_work() const;
  [[nodiscard]] int level(SkillIndex skill, View view) const;
  /// Whether months at one of the stages can be had: the post gives such work, as far as is known, and it is
  /// work of a stage below `gate` or one the person works at anyway (nobody is given the work whose gate is
  /// still shut).
  [[nodiscard]] bool can_work_at(const StageSet& stages, std::optional<StageIndex> gate) const;
};

[[nodiscard]] bool matches(const Work& work, const MonthsFilter& filter);
[[nodiscard]] bool matches(const Lab& lab, const LabHoursAtLeast& need);
/// Whether the lab speaks for the skill: by what it is about, or by its stage.
[[nodiscard]] bool shows(const Lab& lab, SkillIndex skill, const Rubric& rubric);

[[nodiscard]] Facts gather_facts(const Profile& profile, const Rubric& rubric, Day day);
/// The same without `skills`, which cost most of it.
[[nodiscard]] Facts gather_entries(const Profile& profile, const Rubric& rubric, Day day);

/// The states of all entries; those beyond `day` are `not_yet`.
[[nodiscard]] std::vector<CertificationState> certification_states(const Profile& profile,
                                                                   const Rubric& rubric, Day day);
void count_certifications(Facts& facts);

/// Fills `facts.skills` from everything else in `facts`, but for the lines.
void judge_skills(Facts& facts);
/// Fills `facts.skills` with what is rated, of which nothing is judged yet.
void take_ratings(Facts& facts);
/// Judges those skills anew by the ratings that the facts have now.
void judge_ratings(Facts& facts, const std::vector<SkillIndex>& skills);
/// Adds the lines of every rating and of what backs it.
void collect_lines(Facts& facts);
/// The three levels of a rated skill: low = min(own, proven, review), score = min(own, credited, review),
/// high = own. `credited` is the most of what is proven, what the own rating carries, and what certificates
/// without a date show.
[[nodiscard]] Levels levels_of(int own, int proven, int credited, std::optional<int> reviewed);

}  // namespace upstream
