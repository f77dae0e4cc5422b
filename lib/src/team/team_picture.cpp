#include "upstream/team/team_picture.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "absence.hpp"

namespace upstream {
namespace {

template <typename Holds>
int count_if(std::span<const Member> members, Holds&& holds) {
  return static_cast<int>(std::count_if(members.begin(), members.end(), holds));
}

class Painter {
 public:
  Painter(std::span<const Member> members, std::span<const Training> trainings, TeamPicture& picture)
      : members_(members), trainings_(trainings), rubric_(*picture.rubric), picture_(picture) {}

  void paint() {
    cover();
    share_gaps();
    weigh_trainings();
    spread_stages();
    seat_people();
    find_candidates();
    collect_lapses();
    if (!picture_.by_person()) return;
    name_people();
    picture_.single_points = single_points(members_, rubric_);
    picture_.absence = absence_of(picture_.options.without, members_, rubric_);
  }

 private:
  [[nodiscard]] int people() const { return static_cast<int>(members_.size()); }
  [[nodiscard]] int minimum() const { return picture_.options.min_group; }
  /// Some of all.
  [[nodiscard]] Figure figure(int some) const {
    const std::array cells{some, people() - some};
    return withhold(cells, minimum()).front();
  }

  /// Beside the number of those who take a training, which is shown.
  [[nodiscard]] Figure lifted(int some, int taking) const {
    const auto figures = withhold_nested(some, taking, people(), minimum());
    if (figures.outer.people) return figures.inner;
    return {std::nullopt, some < minimum()};
  }

  void cover() {
    for (const auto& subject : subjects_of(rubric_)) {
      const int able = count_if(members_, [&](const Member& m) { return is_able(m, subject); });
      const int claimed = count_if(members_, [&](const Member& m) { return claims(m, subject); });
      const auto figures = withhold_nested(able, claimed, people(), minimum());
      if (std::holds_alternative<SkillIndex>(subject)) {
        picture_.skills.push_back({subject, figures.inner, figures.outer});
      } else if (picture_.by_person()) {
        // Of two stages the difference is who is between them: groups have the spread of stages instead.
        picture_.stages.push_back({subject, figures.inner, figures.outer});
      }
      if (able == 0 && picture_.by_person()) picture_.uncovered.push_back(subject);
    }
  }

  void share_gaps() {
    for (std::uint16_t s = 0; s < rubric_.stages.size(); ++s) {
      for (const auto& gate : rubric_.stages[s].gates) {
        const int lacking = count_if(members_, [&](const Member& member) {
          return std::find(member.shut.begin(), member.shut.end(), &gate) != member.shut.end();
        });
        add_gap({nullptr, &gate, {s}, {}, 0}, lacking);
      }
    }
    for (const auto& requirement : rubric_[rubric_.target()].requirements) {
      SharedGap gap{&requirement, nullptr, rubric_.target(), {}, 0};
      int lacking = 0;
      for (const auto& member : members_) {
        for (const auto& missing : member.missing) {
          if (missing.requirement != &requirement) continue;
          ++lacking;
          gap.gain += missing.gain;
        }
      }
      add_gap(gap, lacking);
    }
    std::stable_sort(picture_.shared_gaps.begin(), picture_.shared_gaps.end(),
                     [](const SharedGap& a, const SharedGap& b) {
                       return std::tie(a.people.people, a.gain) > std::tie(b.people.people, b.gain);
                     });
  }

  void add_gap(SharedGap gap, int lacking) {
    gap.people = figure(lacking);
    if (lacking > 0 && 2 * lacking >= people() && gap.people.people) picture_.shared_gaps.push_back(gap);
  }

  void weigh_trainings() {
    struct Sum {
      int people = 0;
      int lifted = 0;
      int gain = 0;
      Effort effort;
    };
    std::vector<Sum> sums(trainings_.size());
    for (const auto& member : members_) {
      for (const auto& gain : member.gains) {
        auto& sum = sums[gain.training];
        const auto& [least, most, months] = gain.effort;
        sum.effort.hours_min = sum.people == 0 ? least : std::min(least, sum.effort.hours_min);
        sum.effort.hours_max = std::max(most, sum.effort.hours_max);
        sum.effort.months = std::max(months, sum.effort.months);
        ++sum.people;
        sum.lifted += gain.opens_stage ? 1 : 0;
        sum.gain += gain.permille;
      }
    }
    std::vector<TrainingEffect> effects;
    for (std::size_t t = 0; t < sums.size(); ++t) {
      const auto taking = figure(sums[t].people);
      if (sums[t].gain > 0 && taking.people)
        effects.push_back(
            {trainings_[t], taking, lifted(sums[t].lifted, sums[t].people), sums[t].gain, sums[t].effort});
    }
    // Certificates are welcome, not required: they come after what opens gates. Of those that bring as much
    // the one that takes less.
    const auto key = [](const TrainingEffect& effect) {
      const auto& [least, most, months] = effect.effort;
      return std::tuple(effect.training.kind == TrainingKind::certificate, -effect.gain, least, most);
    };
    std::stable_sort(effects.begin(), effects.end(),
                     [&](const TrainingEffect& a, const TrainingEffect& b) { return key(a) < key(b); });
    for (auto& effect : effects) {
      auto& best = picture_.trainings;
      const bool has_kind = std::any_of(best.begin(), best.end(), [&](const TrainingEffect& other) {
        return other.training.kind == effect.training.kind;
      });
      if (!has_kind) best.push_back(effect);
    }
  }

  void spread_stages() {
    std::vector<int> experienced(rubric_.stages.size() + 1);
    auto reached = experienced;
    const auto place = [](std::optional<StageIndex> stage) {
      return stage ? static_cast<std::size_t>(stage->value) + 1 : 0;
    };
    for (const auto& member : members_) {
      ++experienced[place(member.experienced)];
      ++reached[place(member.reached)];
    }
    picture_.experienced = withhold(experienced, minimum());
    picture_.reached = withhold(reached, minimum());
  }

  void seat_people() {
    std::array<int, kVerdicts> seats{};
    for (const auto& member : members_) ++seats[static_cast<std::size_t>(member.seat)];
    const auto figures = withhold(seats, minimum());
    std::copy(figures.begin(), figures.end(), picture_.seats.begin());
  }

  void find_candidates() {
    std::array<int, 4> counts{};
    constexpr std::size_t ready_and_stays = 2;
    for (PersonIndex p = 0; p < members_.size(); ++p) {
      const auto& member = members_[p];
      // Whoever wants to stay is nobody's candidate.
      if (member.stays || member.shut.size() > 1) {
        ++counts[member.shut.empty() ? ready_and_stays : 3];
        continue;
      }
      const auto* gate = member.shut.empty() ? nullptr : member.shut.front();
      ++counts[gate == nullptr ? 0 : 1];
      if (picture_.by_person()) picture_.bench.people.push_back({p, gate});
    }
    const auto figures = withhold(counts, minimum());
    picture_.bench.now = figures[0];
    picture_.bench.one_gate = figures[1];
    // With all who reached the stage this number would tell how many of them want to stay.
    if (!figures[ready_and_stays].people) picture_.bench.now = {std::nullopt, counts[0] < minimum()};
  }

  void collect_lapses() {
    picture_.lapsing = figure(count_if(members_, [](const Member& member) {
      return std::any_of(member.lapses.begin(), member.lapses.end(),
                         [](const Member::Lapse& lapse) { return !lapse.covered; });
    }));
    if (!picture_.by_person()) return;
    auto& lapses = picture_.lapses;
    for (PersonIndex p = 0; p < members_.size(); ++p) {
      for (const auto& lapse : members_[p].lapses) lapses.push_back({p, lapse});
    }
    const auto key = [](const TeamLapse& l) {
      return std::tuple(l.lapse.last, l.person, l.lapse.certification, l.lapse.covered);
    };
    std::sort(lapses.begin(), lapses.end(),
              [&](const TeamLapse& a, const TeamLapse& b) { return key(a) < key(b); });
  }

  void name_people() {
    const auto digits = std::max<std::size_t>(2, fmt::formatted_size("{}", people()));
    for (PersonIndex p = 0; p < members_.size(); ++p) {
      const auto& member = members_[p];
      const auto naming = picture_.options.naming;
      auto id = naming == Naming::pseudonyms ? fmt::format("P{:0{}}", p + 1, digits) : member.id;
      picture_.persons.push_back({std::move(id), naming == Naming::names ? member.name : std::string(),
                                  member.experienced, member.reached, member.skills});
    }
  }

  std::span<const Member> members_;
  std::span<const Training> trainings_;
  const Rubric& rubric_;
  TeamPicture& picture_;
};

}  // namespace

TeamPicture draw_team(std::vector<Member> members, const Rubric& rubric, Day day,
                      std::span<const Training> trainings, TeamOptions options) {
  std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
    return std::tie(a.id, a.path) < std::tie(b.id, b.path);
  });
  TeamPicture picture;
  picture.rubric = &rubric;
  picture.day = day;
  picture.options = std::move(options);
  picture.people = static_cast<int>(members.size());
  Painter(members, trainings, picture).paint();
  return picture;
}

}  // namespace upstream
