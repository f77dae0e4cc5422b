#include "upstream/rubric/rubric.hpp"

#include <array>

// The words of the enumerations, as they stand in rubric files and in JSON. Stable; never renamed.
namespace upstream {
namespace {

template <typename Enum, std::size_t kSize>
std::string_view word(const std::array<std::string_view, kSize>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view id(Tier tier) {
  static constexpr std::array<std::string_view, 4> words{"entry", "associate", "professional", "expert"};
  return word(words, tier);
}

std::string_view id(Lapse lapse) {
  static constexpr std::array<std::string_view, 4> words{"none", "expires", "inactive", "registration"};
  return word(words, lapse);
}

std::string_view id(Signal signal) {
  static constexpr std::array<std::string_view, kSignals> words{
      "offered",    "not-offered",      "strong-sales", "weak-sales",        "contact",
      "no-contact", "prime-contractor", "deep-tier",    "short-assignments", "other-direction"};
  return word(words, signal);
}

std::string_view id(Verdict verdict) {
  static constexpr std::array<std::string_view, kVerdicts> words{"supporting", "neutral", "limiting",
                                                                 "no-chance", "unknown"};
  return word(words, verdict);
}

std::string_view id(FindingKind finding) {
  static constexpr std::array<std::string_view, kFindings> words{
      "stuck",       "thin-base", "fragmented",    "application-work",
      "one-hosting", "self-only", "no-field-work", "stays"};
  return word(words, finding);
}

std::string_view id(ActionKind action) {
  static constexpr std::array<std::string_view, kActions> words{
      "state-skill",         "add-evidence",      "ask-review",
      "date-certificate",    "ask-reassignment",  "change-employer",
      "prepare-application", "take-offered-work", "apply"};
  return word(words, action);
}

std::string_view id(Role role) {
  static constexpr std::array<std::string_view, 3> words{"member", "leader", "manager"};
  return word(words, role);
}

std::string_view id(Scale scale) {
  static constexpr std::array<std::string_view, 3> words{"small", "medium", "large"};
  return word(words, scale);
}

}  // namespace upstream
