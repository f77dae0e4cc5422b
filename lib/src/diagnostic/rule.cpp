#include "upstream/diagnostic/rule.hpp"

#include <algorithm>
#include <array>

namespace upstream {
namespace {

using enum Severity;

constexpr std::array kRules{
    RuleInfo{Rule::unreadable, "unreadable", error, "ファイルを読めない", "the file cannot be read"},
    RuleInfo{Rule::file_too_large, "file-too-large", error, "ファイルが上限より大きい",
             "the file is larger than the limit"},
    RuleInfo{Rule::encoding, "encoding", error, "UTF-8 として読めない", "the file is not UTF-8"},
    RuleInfo{Rule::control_character, "control-character", error, "制御文字が入っている",
             "a control character stands in the file"},
    RuleInfo{Rule::yaml_syntax, "yaml-syntax", error, "YAML の文法に合わない", "the file is not YAML"},
    RuleInfo{Rule::yaml_anchor, "yaml-anchor", error, "アンカーや別名は使えない",
             "anchors and aliases are not accepted"},
    RuleInfo{Rule::yaml_tag, "yaml-tag", error, "タグは使えない", "tags are not accepted"},
    RuleInfo{Rule::multiple_documents, "multiple-documents", error, "一つのファイルに文書が二つ以上ある",
             "the file holds more than one document"},
    RuleInfo{Rule::empty_document, "empty-document", error, "中身がない", "the file holds nothing"},
    RuleInfo{Rule::too_deep, "too-deep", error, "入れ子が深すぎる", "the nesting is deeper than the limit"},
    RuleInfo{Rule::too_many_entries, "too-many-entries", error, "項目が多すぎる",
             "a collection is longer than the limit"},
    RuleInfo{Rule::duplicate_key, "duplicate-key", error, "同じキーが二度ある",
             "a key stands twice in one mapping"},
    RuleInfo{Rule::unknown_key, "unknown-key", error, "知らないキー", "a key the format does not have"},
    RuleInfo{Rule::missing_key, "missing-key", error, "必要なキーがない", "a required key is missing"},
    RuleInfo{Rule::wrong_type, "wrong-type", error, "値の種類が違う", "a value of another type is expected"},
    RuleInfo{Rule::out_of_range, "out-of-range", error, "値が範囲の外にある", "a value is outside its range"},
    RuleInfo{Rule::unknown_value, "unknown-value", error, "決まった語のどれでもない",
             "a value is none of the words allowed"},
    RuleInfo{Rule::invalid_date, "invalid-date", error, "日付として読めない",
             "a date cannot be read or does not exist"},
    RuleInfo{Rule::unsupported_version, "unsupported-version", error, "この版の形式は読めない",
             "a version of the format this program does not read"},
    RuleInfo{Rule::unknown_skill, "unknown-skill", error, "知らない技能", "a skill the rubric does not have"},
    RuleInfo{Rule::unknown_stage, "unknown-stage", error, "知らない工程", "a stage the rubric does not have"},
    RuleInfo{Rule::unknown_path, "unknown-path", error, "知らない進路", "a path the rubric does not have"},
    RuleInfo{Rule::unknown_domain, "unknown-domain", error, "知らない分野",
             "a domain the rubric does not have"},
    RuleInfo{Rule::unknown_certification, "unknown-certification", warning, "知らない資格(点には数えない)",
             "a certificate the rubric does not have; it counts nothing"},
    RuleInfo{Rule::ambiguous_name, "ambiguous-name", warning, "二つ以上の意味がある名前",
             "a name with more than one meaning"},
    RuleInfo{Rule::not_a_stage, "not-a-stage", warning, "このはしごの工程ではない仕事",
             "work that is no stage of this ladder"},
    RuleInfo{Rule::stage_reading, "stage-reading", note, "工程名の読み替え",
             "how the name of a stage was read"},
    RuleInfo{Rule::conflicting_keys, "conflicting-keys", error, "一緒に書けないキー",
             "keys that exclude each other"},
    RuleInfo{Rule::duplicate_entry, "duplicate-entry", error, "同じものが二度書かれている",
             "the same thing is stated twice"},
    RuleInfo{Rule::date_order, "date-order", error, "日付の前後が逆",
             "a date lies before the one it must follow"},
    RuleInfo{Rule::starts_after_day, "starts-after-day", error, "基準日より後に始まる",
             "an entry begins after the day of the assessment"},
    RuleInfo{Rule::overlap, "overlap", warning, "同じ工程の期間が重なる", "two periods of one stage overlap"},
    RuleInfo{Rule::missing_prerequisite, "missing-prerequisite", warning, "前提の資格や経験が書かれていない",
             "a certificate without its prerequisite"},
    RuleInfo{Rule::unmatched_evidence, "unmatched-evidence", warning, "合う実務がない裏付け",
             "work evidence without matching experience"},
    RuleInfo{Rule::review_differs, "review-differs", warning, "本人と上長の評価が 2 以上違う",
             "own and reviewed level are 2 or more apart"},
    RuleInfo{Rule::not_applicable, "not-applicable", warning, "対象外にできない技能",
             "n/a on a skill that every engineer here needs"},
    RuleInfo{Rule::certification_lapsed, "certification-lapsed", warning, "資格が失効している",
             "a certificate has lapsed"},
    RuleInfo{Rule::lapse_without_effect, "lapse-without-effect", note, "失効したが評価は変わらない",
             "a certificate has lapsed, which changes nothing"},
    RuleInfo{Rule::rubric_weights, "rubric-weights", error, "配点を割り振れない",
             "weights that cannot be apportioned"},
    RuleInfo{Rule::rubric_collision, "rubric-collision", error, "名前がぶつかっている",
             "two things of the rubric share a name"},
    RuleInfo{Rule::rubric_unknown_id, "rubric-unknown-id", error, "ルーブリックにない id",
             "an id the rubric does not define"},
    RuleInfo{Rule::rubric_cycle, "rubric-cycle", error, "前提が輪になっている",
             "prerequisites that lead back to themselves"},
    RuleInfo{Rule::rubric_gate, "rubric-gate", error, "開けられない関門",
             "a gate that nothing, or only a certificate, can open"},
    RuleInfo{Rule::rubric_levels, "rubric-levels", error, "レベルの説明が足りない",
             "a level without its sentence"},
    RuleInfo{Rule::rubric_translation, "rubric-translation", error, "訳がない",
             "a text in one language only"},
    RuleInfo{Rule::rubric_source, "rubric-source", error, "出典がない", "a rule without its source"},
    RuleInfo{Rule::config_path, "config-path", error, "設定ファイルのフォルダーの外を指すファイル名",
             "a file name that leads out of the folder of the settings file"},
};

constexpr bool in_enum_order() {
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (static_cast<std::size_t>(kRules[i].rule) != i) return false;
  }
  return true;
}
static_assert(in_enum_order());
static_assert(kRules.size() == static_cast<std::size_t>(Rule::config_path) + 1);

}  // namespace

std::string_view id(Severity severity) {
  switch (severity) {
    case note:
      return "note";
    case warning:
      return "warning";
    case error:
      break;
  }
  return "error";
}

std::span<const RuleInfo> rules() { return kRules; }

const RuleInfo& rule_info(Rule rule) { return kRules[static_cast<std::size_t>(rule)]; }

const RuleInfo* find_rule(std::string_view id) {
  const auto found =
      std::find_if(kRules.begin(), kRules.end(), [&](const RuleInfo& info) { return info.id == id; });
  return found == kRules.end() ? nullptr : &*found;
}

}  // namespace upstream
