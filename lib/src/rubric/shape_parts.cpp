#include "shape_parts.hpp"

#include <array>

namespace upstream::rubric_tables {

using namespace shape;  // NOLINT: the vocabulary of every line below

constinit const Shape kWords = called("words", list(kWord));
constinit const Shape kLevels = called("levels", list(kLevel));

namespace {
// A missing language is found by lint, which can say more than "missing key".
constexpr std::array kTextFields{Field{"ja", &kSentence, false, "日本語の文", "the text in Japanese"},
                                 Field{"en", &kSentence, false, "英語の文", "the text in English"}};
}  // namespace
constinit const Shape kText = called("text", mapping(kTextFields));

constinit const Shape kHoursRange = called("hours", list(kHours, 2));

namespace {
constexpr std::array kEffortFields{
    Field{"hours", &kHoursRange, true, "学習やラボの時間 [最小, 最大]",
          "hours of study or lab, [least, most]"},
    Field{"months", &kMonths, false, "要る実務の月数", "months of field work it takes"},
};
}  // namespace
constinit const Shape kEffort = called("effort", mapping(kEffortFields));

namespace {
constexpr std::array kAnyWords{Word{"any", "any", "any"}};
constexpr Shape kAnyWord = choice(kAnyWords);
constexpr std::array<const Shape*, 2> kDomainFilterOptions{&kWords, &kAnyWord};

constexpr std::array kRoleWords{Word{"member", "メンバー", "member"}, Word{"leader", "リーダー", "leader"},
                                Word{"manager", "マネージャー", "manager"}};
constexpr Shape kRole = choice(kRoleWords);
constexpr std::array kScaleWords{Word{"small", "小規模", "small"}, Word{"medium", "中規模", "medium"},
                                 Word{"large", "大規模", "large"}};
constexpr Shape kScale = choice(kScaleWords);
}  // namespace
constinit const Shape kDomainFilter = called("domains", one_of(kDomainFilterOptions));
constinit const Shape kRoles = called("roles", list(kRole));
constinit const Shape kScales = called("scales", list(kScale));

namespace {
// A need holds needs: the one table that refers to itself.
constexpr Shape kNeeds = called("needs", list(kNeed, 1));
constexpr std::array kNeedFields{
    Field{"skill", &kWord, false, "技能の id。level と書く", "id of a skill, with level"},
    Field{"level", &kAskedLevel, false, "技能に求めるレベル 1〜4(既定は 1)",
          "level asked of the skill, 1 to 4 (1 unless stated)"},
    Field{"months", &kMonths, false, "実務の月数。下のキーで絞れる",
          "months of field work; the keys below narrow them"},
    Field{"stages", &kWords, false, "数える工程の id(なければすべて)",
          "ids of the stages that count (all unless stated)"},
    Field{"domains", &kDomainFilter, false, "数える分野の id。any なら開発も数える(なければ基盤だけ)",
          "ids of the domains that count; any: application work too (infrastructure unless stated)"},
    Field{"roles", &kRoles, false, "数える立場(なければすべて)", "roles that count (all unless stated)"},
    Field{"scales", &kScales, false, "数える案件の規模(なければすべて)",
          "project scales that count (all unless stated)"},
    Field{"customer_facing", &kBoolean, false, "顧客と直接やり取りした月だけ数えるか",
          "whether only customer-facing months count"},
    Field{"certificates", &kWords, false, "資格かそのまとまりの id。どれか一つで足りる",
          "ids of certificates or groups, one of which is enough"},
    Field{"lab_hours", &kHours, false, "ラボの時間。stages と artifact で絞れる",
          "hours of lab work; stages and artifact narrow them"},
    Field{"artifact", &kBoolean, false, "成果物のあるラボだけ数えるか",
          "whether only labs with an artifact count"},
    Field{"all", &kNeeds, false, "すべて満たす", "needs to meet, all of them"},
    Field{"any", &kNeeds, false, "どれか一つ満たす", "needs to meet, any of them"},
    Field{"at_least", &kCount, false, "of のうち満たす数(既定は 1)",
          "how many under of to meet (1 unless stated)"},
    Field{"of", &kNeeds, false, "at_least で数える条件", "the needs that at_least counts"},
    Field{"credit", &kPermille, false, "このやり方で得られる点の上限、千分率(既定は 1000)",
          "most of the points this way can earn, in permille (1000 unless stated)"},
};
constexpr std::array kNeedKinds{Alternative{"skill"},     Alternative{"months"}, Alternative{"certificates"},
                                Alternative{"lab_hours"}, Alternative{"all"},    Alternative{"any"},
                                Alternative{"of"}};
constexpr ExactlyOne kOneKind{
    .of = kNeedKinds,
    .several = {"条件は skill・months・certificates・lab_hours・all・any・of のどれか一つで書く",
                "a need is exactly one of skill, months, certificates, lab_hours, all, any, of"},
    .keep = {"一つだけ残してください", "keep one of them"},
    .none = {"条件は skill・months・certificates・lab_hours・all・any・of のどれか一つで書く",
             "a need is exactly one of skill, months, certificates, lab_hours, all, any, of"},
    .write = {"どれか一つを書いてください", "write one of them"},
};
}  // namespace
constinit const Shape kNeed = called("need", mapping(kNeedFields, kOneKind));

}  // namespace upstream::rubric_tables
