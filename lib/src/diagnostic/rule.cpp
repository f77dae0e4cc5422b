#include "upstream/diagnostic/rule.hpp"

#include <algorithm>
#include <array>

namespace upstream {
namespace {

using enum Severity;

constexpr std::array kRules{
    RuleInfo{Rule::unreadable, "unreadable", error, "ファイルを読めない", "the file cannot be read",
             "パスと権限を確かめてください", "check the path and its permissions"},
    RuleInfo{Rule::file_too_large, "file-too-large", error, "ファイルが上限より大きい",
             "the file is larger than the limit",
             "プロフィールは数キロバイトです。一人分でない内容を別のファイルに移してください",
             "a profile has a few kilobytes; move what is not about one person elsewhere"},
    RuleInfo{Rule::encoding, "encoding", error, "UTF-8 として読めない", "the file is not UTF-8",
             "UTF-8 で保存し直してください。例: iconv -f SHIFT_JIS -t UTF-8",
             "save the file as UTF-8, for example with iconv -f SHIFT_JIS -t UTF-8"},
    RuleInfo{Rule::control_character, "control-character", error, "制御文字が入っている",
             "a control character stands in the file",
             "その文字を消してください。端末からの貼り付けで入ることが多いものです",
             "take the character out; it often comes with text copied from a terminal"},
    RuleInfo{Rule::yaml_syntax, "yaml-syntax", error, "YAML の文法に合わない", "the file is not YAML",
             "字下げ、引用符、括弧の対応を見てください。「: 」を含む値は引用符で囲みます",
             "look at indents, quotation marks and brackets; a value with \": \" in it goes in quotes"},
    RuleInfo{Rule::yaml_anchor, "yaml-anchor", error, "アンカーや別名は使えない",
             "anchors and aliases are not accepted",
             "値をその場に書き写してください。記号で始まる文は引用符で囲みます",
             "write the value out; text that begins with such a sign goes in quotes"},
    RuleInfo{Rule::yaml_tag, "yaml-tag", error, "タグは使えない", "tags are not accepted",
             "タグを消してください。種類は書き方で決まります",
             "take the tag out; the type follows from how a value is written"},
    RuleInfo{Rule::multiple_documents, "multiple-documents", error, "一つのファイルに文書が二つ以上ある",
             "the file holds more than one document", "二人目は別のファイルに分けてください",
             "move the second document to a file of its own"},
    RuleInfo{Rule::empty_document, "empty-document", error, "中身がない", "the file holds nothing",
             "upstream-check init でひな型を作れます", "upstream-check init writes a profile to start from"},
    RuleInfo{Rule::too_deep, "too-deep", error, "入れ子が深すぎる", "the nesting is deeper than the limit",
             "形式にない入れ子です。字下げを見直してください",
             "the format has no such nesting; look at the indents"},
    RuleInfo{Rule::too_many_entries, "too-many-entries", error, "項目が多すぎる",
             "a collection is longer than the limit", "一人分の項目だけを残してください",
             "keep the entries of one person"},
    RuleInfo{Rule::duplicate_key, "duplicate-key", error, "同じキーが二度ある",
             "a key stands twice in one mapping", "どちらか一つにまとめてください", "keep one of the two"},
    RuleInfo{Rule::unknown_key, "unknown-key", error, "知らないキー", "a key the format does not have",
             "つづりを確かめてください。自由なメモは x- で始まるキーに書けます",
             "check the spelling; notes of your own go under keys that begin with x-"},
    RuleInfo{Rule::missing_key, "missing-key", error, "必要なキーがない", "a required key is missing",
             "そのキーを加えてください", "add the key"},
    RuleInfo{Rule::wrong_type, "wrong-type", error, "値の種類が違う", "a value of another type is expected",
             "期待される種類で書き直してください", "write a value of the type that is expected"},
    RuleInfo{Rule::out_of_range, "out-of-range", error, "値が範囲の外にある", "a value is outside its range",
             "範囲の中の値にしてください", "write a value inside the range"},
    RuleInfo{Rule::unknown_value, "unknown-value", error, "決まった語のどれでもない",
             "a value is none of the words allowed", "決まった語のどれかを書いてください",
             "write one of the words allowed"},
    RuleInfo{Rule::invalid_date, "invalid-date", error, "日付として読めない",
             "a date cannot be read or does not exist",
             "2024-04、2024-04-01、令和6年4月、R6.4 のように書いてください",
             "write 2024-04, 2024-04-01, 令和6年4月 or R6.4"},
    RuleInfo{Rule::unsupported_version, "unsupported-version", error, "この版の形式は読めない",
             "a version of the format this program does not read",
             "version: 1 と書くか、新しい upstream-check を使ってください",
             "write version: 1, or use a newer upstream-check"},
    RuleInfo{Rule::unknown_skill, "unknown-skill", error, "知らない技能", "a skill the rubric does not have",
             "技能の一覧は upstream-check rubric show", "upstream-check rubric show lists the skills"},
    RuleInfo{Rule::unknown_stage, "unknown-stage", error, "知らない工程", "a stage the rubric does not have",
             "工程の一覧は upstream-check rubric show", "upstream-check rubric show lists the stages"},
    RuleInfo{Rule::unknown_path, "unknown-path", error, "知らない進路", "a path the rubric does not have",
             "進路の一覧は upstream-check rubric show", "upstream-check rubric show lists the paths"},
    RuleInfo{Rule::unknown_domain, "unknown-domain", error, "知らない分野",
             "a domain the rubric does not have", "分野の一覧は upstream-check rubric show",
             "upstream-check rubric show lists the domains"},
    RuleInfo{Rule::unknown_certification, "unknown-certification", warning, "知らない資格(点には数えない)",
             "a certificate the rubric does not have; it counts nothing",
             "つづりを確かめてください。この道具が知らない資格ならそのままでかまいません",
             "check the spelling; a certificate this program does not know may stay"},
    RuleInfo{Rule::ambiguous_name, "ambiguous-name", warning, "二つ以上の意味がある名前",
             "a name with more than one meaning", "候補のどれかを書いてください",
             "write one of the candidates"},
    RuleInfo{Rule::not_a_stage, "not-a-stage", warning, "このはしごの工程ではない仕事",
             "work that is no stage of this ladder", "その期間にした作業の工程を書いてください",
             "write the stage of the work that was done"},
    RuleInfo{Rule::stage_reading, "stage-reading", note, "工程名の読み替え",
             "how the name of a stage was read", "読み方が違うときは工程を書き直してください",
             "write the stage out where it was meant otherwise"},
    RuleInfo{Rule::conflicting_keys, "conflicting-keys", error, "一緒に書けないキー",
             "keys that exclude each other", "どれか一つだけを書いてください", "keep one of them"},
    RuleInfo{Rule::duplicate_entry, "duplicate-entry", error, "同じものが二度書かれている",
             "the same thing is stated twice", "どちらか一つにまとめてください", "keep one of the two"},
    RuleInfo{Rule::date_order, "date-order", error, "日付の前後が逆",
             "a date lies before the one it must follow", "二つの日付を確かめてください",
             "check the two dates"},
    RuleInfo{Rule::starts_after_day, "starts-after-day", error, "基準日より後に始まる",
             "an entry begins after the day of the assessment", "日付か --as-of を確かめてください",
             "check the date, or --as-of"},
    RuleInfo{Rule::overlap, "overlap", warning, "同じ工程の期間が重なる", "two periods of one stage overlap",
             "重なった月は一度だけ数えます。期間を確かめてください",
             "shared months count once; check the periods"},
    RuleInfo{Rule::missing_prerequisite, "missing-prerequisite", warning, "前提の資格や経験が書かれていない",
             "a certificate without its prerequisite", "前提の資格や実務もあれば書いてください",
             "add the certificate or the work it rests on, if there is any"},
    RuleInfo{Rule::unmatched_evidence, "unmatched-evidence", warning, "合う実務がない裏付け",
             "work evidence without matching experience",
             "その頃の experience に分野を書くか、kind を lab か course にしてください",
             "state the domains of the work at that time, or make it kind lab or course"},
    RuleInfo{Rule::review_differs, "review-differs", warning, "本人と上長の評価が 2 以上違う",
             "own and reviewed level are 2 or more apart", "何を見てそう思うかを二人で話してください",
             "talk about what each of you has seen"},
    RuleInfo{Rule::not_applicable, "not-applicable", warning, "対象外にできない技能",
             "n/a on a skill that every engineer here needs", "0 から 4 のレベルを書くか、行を消してください",
             "write a level 0-4, or take the line out"},
    RuleInfo{Rule::certification_lapsed, "certification-lapsed", warning, "資格が失効している",
             "a certificate has lapsed", "更新したなら新しい取得日を書いてください",
             "if it was renewed, write the new date"},
    RuleInfo{Rule::lapse_without_effect, "lapse-without-effect", note, "失効したが評価は変わらない",
             "a certificate has lapsed, which changes nothing", "何もしなくてかまいません",
             "nothing needs to be done"},
    RuleInfo{Rule::certification_expiring, "certification-expiring", warning, "資格がまもなく失効する",
             "a certificate lapses soon",
             "更新の予定を立ててください。更新したら新しい取得日を書いてください",
             "plan the renewal; once renewed, write the new date"},
    RuleInfo{Rule::standard_form, "standard-form", note, "標準の書き方ではない",
             "not written in the standard form", "そのままでも読めます。--fix で標準の形に書き換えられます",
             "it is read all the same; --fix writes the standard form"},
    RuleInfo{Rule::requirement_not_met, "requirement-not-met", error, "求める水準に届いていない",
             "a required score, stage or path is not reached", "注記の行が足りないところです",
             "the notes name the lines to begin with"},
    RuleInfo{Rule::duplicate_id, "duplicate-id", warning, "同じ id のプロフィールがほかにもある",
             "another profile has the same id", "id を人ごとに分けるか、古い方を外してください",
             "give each person an id, or leave the older file out"},
    RuleInfo{Rule::unused_suppression, "unused-suppression", warning, "抑制しているものがない",
             "a suppression that suppresses nothing",
             "その行を消してください。ベースラインなら --update-baseline",
             "take it out; for a baseline, run --update-baseline"},
    RuleInfo{Rule::invalid_suppression, "invalid-suppression", warning, "抑制の書き方が違う",
             "a suppression that cannot be understood",
             "# upstream-check: ignore[規則] 理由 と書いてください",
             "write # upstream-check: ignore[rule] reason"},
    RuleInfo{Rule::rubric_weights, "rubric-weights", error, "配点を割り振れない",
             "weights that cannot be apportioned", "配点の合計と件数を見直してください",
             "look at the weights and how many there are"},
    RuleInfo{Rule::rubric_collision, "rubric-collision", error, "名前がぶつかっている",
             "two things of the rubric share a name", "名前のどちらかを変えてください",
             "rename one of the two"},
    RuleInfo{Rule::rubric_unknown_id, "rubric-unknown-id", error, "ルーブリックにない id",
             "an id the rubric does not define", "定義されている id を書いてください",
             "write an id that is defined"},
    RuleInfo{Rule::rubric_cycle, "rubric-cycle", error, "前提が輪になっている",
             "prerequisites that lead back to themselves", "前提の輪を切ってください", "cut the circle"},
    RuleInfo{Rule::rubric_gate, "rubric-gate", error, "開けられない関門",
             "a gate that nothing, or only a certificate, can open",
             "実務やラボで開けられる条件にしてください", "let field work or a lab open it"},
    RuleInfo{Rule::rubric_levels, "rubric-levels", error, "レベルの説明が足りない",
             "a level without its sentence", "レベル 1 から 4 の文をすべて書いてください",
             "write a sentence for each of the levels 1 to 4"},
    RuleInfo{Rule::rubric_translation, "rubric-translation", error, "訳がない", "a text in one language only",
             "日本語と英語の両方を書いてください", "write both ja and en"},
    RuleInfo{Rule::rubric_source, "rubric-source", error, "出典がない", "a rule without its source",
             "source を書いてください。記事にない判断は field",
             "write a source; judgement of your own is marked field"},
    RuleInfo{Rule::config_path, "config-path", error, "設定ファイルのフォルダーの外を指すファイル名",
             "a file name that leads out of the folder of the settings file",
             "ほかの場所のファイルはオプションか環境変数で渡してください",
             "give a file elsewhere by the option or by its environment variable"},
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
