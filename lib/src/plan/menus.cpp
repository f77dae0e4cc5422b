#include "menus.hpp"

#include <algorithm>
#include <tuple>

#include "problem.hpp"

namespace upstream::planning {
namespace {

/// How many are kept at once.
constexpr std::size_t kMostKnown = 5000;

/// The level that the study of the choice proves; 0 where there is none.
int proven_by_study(const Problem& problem, const SkillChoice& choice) {
  if (choice.studied_to == choice.from) return 0;
  const auto& proof = problem.rubric.proofs[problem.rubric[choice.skill].proof];
  int proven = proof.study;
  problem.for_each_lab(choice, [&](const Lab& lab) {
    const bool shows = !proof.by_domain || !lab.domains.empty();
    if (shows && lab.hours >= problem.rubric.settings.lab_proof_hours) proven = std::max(proven, proof.lab);
  });
  return proven;
}

/// The level that counts once the choice is carried out, whose study proves so much.
int score_of(const SkillChoice& choice, int by_study, const SkillState& state) {
  int proven = std::max(state.proven, by_study);
  if (choice.evidence) proven = std::max(proven, state.with_evidence);
  if (choice.review) proven = std::max(proven, choice.to);
  auto review = state.rating != nullptr ? state.rating->reviewed_level : std::nullopt;
  if (choice.review) review = choice.to;
  return levels_of(choice.to, proven, std::max(proven, state.credited), review).score;
}

/// Whether the proof of the choice is there anyway, or can be had for less.
bool seeks_needless_proof(const Rubric& rubric, const SkillChoice& choice, int by_study,
                          const SkillState& state, int hours) {
  const auto counts = [&](const SkillChoice& other) { return score_of(other, by_study, state) == choice.to; };
  auto plain = choice;
  plain.review = plain.evidence = false;
  if ((choice.review || choice.evidence) && !plain.is_nothing() && counts(plain)) return true;
  auto evident = choice;
  evident.review = false;
  evident.evidence = state.with_evidence >= choice.to;
  return choice.review && evident.evidence && counts(evident) && decide(rubric, evident).hours <= hours;
}

Menu::Item item_of(const Problem& problem, const SkillQuestion& question, const SkillChoice& choice) {
  const int now = question.bare.levels.score;
  const int by_study = proven_by_study(problem, choice);
  Menu::Item item{{decide(problem.rubric, choice), score_of(choice, by_study, question.hoped),
                   score_of(choice, by_study, question.certain)}};
  auto& option = item.option;
  problem.for_each_lab(choice, [&](const Lab&) { option.has_labs = true; });
  item.wants_proof = score_of(choice, by_study, question.bare) < std::min(choice.to, question.asked);
  // A level that does not count may still have been studied in a lab whose hours do.
  item.is_of_use =
      (option.score > now || (option.has_labs && question.labs_matter)) &&
      !seeks_needless_proof(problem.rubric, choice, by_study, question.bare, option.decision.hours);
  option.score = std::max(option.score, now);
  option.sure = std::max(option.sure, now);
  return item;
}

}  // namespace

std::size_t Menus::Hash::operator()(const Key& key) const {
  constexpr std::size_t kFactor = 31;
  std::size_t hash = 0;
  for (const int value : key) hash = hash * kFactor + static_cast<std::size_t>(value);
  return hash;
}

Menus::Key Menus::key_of(const SkillQuestion& question) {
  const auto& [skill, asked, labs_matter, leeway, bare, certain, hoped] = question;
  const auto* rating = bare.rating;
  return {skill.value,
          asked,
          labs_matter ? 1 : 0,
          leeway.work_months,
          leeway.most_by_work,
          leeway.study ? 1 : 0,
          leeway.supervisor ? 1 : 0,
          rating != nullptr ? rating->level : -1,
          rating != nullptr ? rating->reviewed_level.value_or(-1) : -1,
          bare.levels.score,
          bare.proven,
          bare.credited,
          bare.with_evidence,
          certain.proven,
          certain.credited,
          certain.with_evidence,
          hoped.proven,
          hoped.credited};
}

std::shared_ptr<const Menu> Menus::of(const Problem& problem, const SkillQuestion& question) {
  const auto key = key_of(question);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  const auto menu = std::make_shared<Menu>();
  for (const auto& choice :
       skill_choices(problem, question.bare, question.skill, question.asked, question.leeway))
    menu->items.push_back(item_of(problem, question, choice));
  std::stable_sort(menu->items.begin(), menu->items.end(), [](const Menu::Item& a, const Menu::Item& b) {
    const auto rank = [](const Option& one) {
      return std::tuple(-one.score, one.decision.hours, one.decision.moves);
    };
    return rank(a.option) < rank(b.option);
  });
  if (known_.size() == kMostKnown) known_.clear();
  return known_.emplace(key, menu).first->second;
}

}  // namespace upstream::planning
