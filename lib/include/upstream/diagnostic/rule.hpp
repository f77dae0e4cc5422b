#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "upstream/text/text.hpp"

namespace upstream {

enum class Severity : std::uint8_t { note, warning, error };

[[nodiscard]] std::string_view id(Severity severity);

/// Everything this program can find wrong with an input. The ids of `rule_info` are public and never renamed.
enum class Rule : std::uint8_t {
  // the bytes
  unreadable,
  file_too_large,
  encoding,
  control_character,
  // the YAML
  yaml_syntax,
  yaml_anchor,
  yaml_tag,
  multiple_documents,
  empty_document,
  too_deep,
  too_many_entries,
  duplicate_key,
  // the shape
  unknown_key,
  missing_key,
  wrong_type,
  out_of_range,
  unknown_value,
  invalid_date,
  unsupported_version,
  // names of the rubric
  unknown_skill,
  unknown_stage,
  unknown_path,
  unknown_domain,
  unknown_certification,
  ambiguous_name,
  not_a_stage,
  stage_reading,
  // what the entries say together
  conflicting_keys,
  duplicate_entry,
  date_order,
  starts_after_day,
  overlap,
  missing_prerequisite,
  unmatched_evidence,
  review_differs,
  not_applicable,
  certification_lapsed,
  lapse_without_effect,
  // what only `validate` looks for
  certification_expiring,
  standard_form,
  requirement_not_met,
  duplicate_id,
  unused_suppression,
  invalid_suppression,
  // a rubric
  rubric_weights,
  rubric_collision,
  rubric_unknown_id,
  rubric_cycle,
  rubric_gate,
  rubric_levels,
  rubric_translation,
  rubric_source,
  // a settings file
  config_path,
};

struct RuleInfo {
  Rule rule;
  std::string_view id;
  Severity severity;
  std::string_view summary_ja;
  std::string_view summary_en;
  std::string_view advice_ja;  ///< what to do about it, whatever the place
  std::string_view advice_en;

  [[nodiscard]] std::string_view summary(Language language) const {
    return language == Language::ja ? summary_ja : summary_en;
  }
  [[nodiscard]] std::string_view advice(Language language) const {
    return language == Language::ja ? advice_ja : advice_en;
  }
};

/// Whether the rule speaks of profiles; the others speak of rubrics and settings files.
[[nodiscard]] constexpr bool is_about_profiles(Rule rule) { return rule < Rule::rubric_weights; }

/// Whether only a run of `validate` reports it, and not an assessment.
[[nodiscard]] constexpr bool is_found_by_validate_only(Rule rule) {
  return rule >= Rule::certification_expiring && rule <= Rule::invalid_suppression;
}

/// Every rule, in the order of the enumeration.
[[nodiscard]] std::span<const RuleInfo> rules();
[[nodiscard]] const RuleInfo& rule_info(Rule rule);
[[nodiscard]] const RuleInfo* find_rule(std::string_view id);

}  // namespace upstream
