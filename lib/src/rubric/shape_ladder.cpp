#include <array>

#include "shape_parts.hpp"

/// What a person is held against: proof, skills, stages with their gates, and the paths beyond them.
namespace upstream::rubric_tables {

using namespace shape;  // NOLINT: the vocabulary of every line below

namespace {

constexpr std::array kProofFields{
    Field{"id", &kWord, true, "裏付けの型の id。技能の proof から指す",
          "id of the proof class, which skills name under proof"},
    Field{"own", &kLevel, true, "自己評価だけで点になるレベルの上限",
          "level credited to the own rating alone"},
    Field{"study", &kLevel, true, "研修、成果物のないラボ、資格が裏付けるレベルの上限",
          "level that a course, a lab without artifact or a certificate proves at most"},
    Field{"lab", &kLevel, true, "成果物のあるラボが裏付けるレベル", "level that labs with an artifact prove"},
    Field{"lab_stages", &kWords, false, "裏付けになるラボの工程の id(なければすべて)",
          "ids of the stages whose labs prove (all unless stated)"},
    Field{"field", &kLevels, true, "実務が裏付けるレベル。工程の順に一つずつ、下がらない",
          "level that field work proves, one for every stage in order, never falling"},
    Field{"field_with_customer", &kLevels, false, "顧客とやり取りした実務の場合(なければ field と同じ)",
          "the same for customer-facing work (as field unless stated)"},
    Field{"leader_bonus", &kLevel, false, "リーダー以上だった実務に足すレベル",
          "levels added for field work as leader or manager"},
    Field{"role", &kLevels, false, "立場だけで裏付けるレベル [リーダー, マネージャー]",
          "levels proven by the role held, [leader, manager]"},
    Field{"evidence_bonus", &kLevel, false, "実務に合う裏付けが書かれていれば足すレベル",
          "levels added where evidence matches the field work"},
    Field{"one_hosting", &kLevel, false, "クラウドかオンプレミスの片方だけの実務が裏付ける上限",
          "most that field work of a single kind of hosting proves"},
    Field{"by_domain", &kBoolean, false, "その技能の分野の実務だけを数えるか",
          "whether only field work in the skill's own domains counts"},
    Field{"any_domain", &kBoolean, false, "開発を含むすべての分野の実務を数えるか",
          "whether field work in any domain counts, application work too"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kProof = mapping(kProofFields);

constexpr std::array kLevelStepFields{
    Field{"sentence", &kText, true, "このレベルの人が「はい」と答えられる文",
          "what somebody at this level can say of themselves"},
    Field{"step", &kText, true, "一つ下のレベルから上がるためにすること",
          "what lifts one here from the level below"},
    Field{"effort", &kEffort, true, "その手間", "the effort it takes"},
    Field{"field_only", &kBoolean, false, "学習では得られず、実務が要るか",
          "whether study cannot give it, only field work"},
};
constexpr Shape kLevelStep = mapping(kLevelStepFields);
constexpr Shape kLevelSteps = list(kLevelStep);
constexpr std::array kSkillFields{
    Field{"id", &kWord, true, "技能の id", "id of the skill"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"short", &kText, false, "表の見出しに使う短い呼び名(4 桁まで)",
          "a name of at most 4 columns, for the heads of tables"},
    Field{"aliases", &kWords, false, "ほかの書き方", "other ways to write it"},
    Field{"proof", &kWord, true, "裏付けの型の id", "id of its proof class"},
    Field{"stale_months", &kMonths, true, "裏付けが古くなる月数", "months after which its proof is stale"},
    Field{"not_applicable", &kBoolean, false, "対象外(n/a)にできるか", "whether it may be marked n/a"},
    Field{"about", &kText, true, "何ができることか", "what it is about"},
    Field{"levels", &kLevelSteps, true, "レベル 1〜4 の文を順に四つ", "the four levels 1 to 4, in order"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kSkill = mapping(kSkillFields);

constexpr std::array kGateFields{
    Field{"id", &kWord, true, "関門の id", "id of the gate"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"reason", &kText, true, "なぜ要るか", "why it is there"},
    Field{"action", &kText, true, "開けるためにすること", "what opens it"},
    Field{"effort", &kEffort, true, "その手間", "the effort it takes"},
    Field{"need", &kNeed, true, "満たせば開く条件。資格だけでは開けられない",
          "the need that opens it; never a certificate alone"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kGate = mapping(kGateFields);
constexpr Shape kGates = list(kGate);

constexpr Shape kWeight = integer(1, 1000000);
constexpr std::array kRequirementFields{
    Field{"id", &kWord, true, "条件の id", "id of the requirement"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"family", &kWord, true, "区分(families)の id", "id of its family"},
    Field{"weight", &kWeight, true, "配点の比。一つの工程や進路の中で合わせて 1000 に割り振る",
          "its weight; those of one stage or path are apportioned to 1000"},
    Field{"need", &kNeed, true, "点になる条件", "the need that earns the points"},
    Field{"action", &kText, false, "満たすためにすること(条件が技能一つなら要らない)",
          "what meets it (not needed where the need is a single skill)"},
    Field{"effort", &kEffort, false, "その手間", "the effort it takes"},
    Field{"reason", &kText, false, "なぜ要るか", "why it is asked"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kRequirement = mapping(kRequirementFields);
constexpr Shape kRequirements = called("requirements", list(kRequirement, 1));

constexpr std::array kStageFields{
    Field{"id", &kWord, true, "工程の id", "id of the stage"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"aliases", &kWords, false, "ほかの書き方", "other ways to write it"},
    Field{"noted_aliases", &kWords, false, "注記を付けてこの工程と読む書き方",
          "names that are read as this stage, with a note"},
    Field{"about", &kText, true, "どんな工程か", "what it is about"},
    Field{"reason", &kText, true, "上流への道のりでの意味", "what it is for on the way upstream"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
    Field{"gates", &kGates, true, "すべて開いて初めて任せられる関門",
          "gates, all of which must be open before the work can be given to somebody"},
    Field{"requirements", &kRequirements, true, "到達度になる条件と配点",
          "requirements that make up the readiness"},
};
constexpr Shape kStage = mapping(kStageFields);

constexpr Shape kPercent = integer(0, 100);
constexpr std::array kFilterFields{
    Field{"months", &kMonths, false, "満点になる月数", "months that make it full"},
    Field{"stages", &kWords, false, "数える工程の id(なければすべて)",
          "ids of the stages that count (all unless stated)"},
    Field{"domains", &kDomainFilter, false, "数える分野の id。any なら開発も数える(なければ基盤だけ)",
          "ids of the domains that count; any: application work too (infrastructure unless stated)"},
    Field{"roles", &kRoles, false, "数える立場(なければすべて)", "roles that count (all unless stated)"},
    Field{"scales", &kScales, false, "数える案件の規模(なければすべて)",
          "project scales that count (all unless stated)"},
    Field{"customer_facing", &kBoolean, false, "顧客と直接やり取りした月だけ数えるか",
          "whether only customer-facing months count"},
};
constexpr Shape kFilter = called("filter", mapping(kFilterFields));
constexpr std::array kDirectionFields{
    Field{"share", &kFilter, false, "実務全体に占める割合で測る",
          "measured by the share of all field months"},
    Field{"months", &kFilter, false, "月数で測る", "measured by a number of months"},
    Field{"weight", &kPercent, true, "満点のときの百分率", "percent where it is full"},
    Field{"reason", &kText, true, "なぜそう測るか", "why it is measured so"},
};
constexpr std::array kMeasures{Alternative{"share"}, Alternative{"months"}};
constexpr ExactlyOne kOneMeasure{
    .of = kMeasures,
    .several = {"share か months のどちらか一つ", "exactly one of share and months"},
    .keep = {"一つだけ残してください", "keep one of them"},
    .none = {"share か months のどちらか一つ", "exactly one of share and months"},
    .write = {"どちらか一つを書いてください", "write one of them"},
};
constexpr Shape kDirection = mapping(kDirectionFields, kOneMeasure);

constexpr std::array kPathFields{
    Field{"id", &kWord, true, "進路の id", "id of the path"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"aliases", &kWords, false, "ほかの書き方", "other ways to write it"},
    Field{"about", &kText, true, "どんな仕事か", "what the work is"},
    Field{"gives", &kText, true, "その仕事で得られるもの", "what it gives"},
    Field{"demand", &kText, true, "市場での需要", "how much it is asked for"},
    Field{"values", &kWords, true, "満たしやすい価値観の id", "ids of the values it goes with"},
    Field{"direction", &kDirection, true, "これまでの実務との向きの合い方",
          "how far the work done so far points this way"},
    Field{"requirements", &kRequirements, true, "到達度になる条件と配点",
          "requirements that make up the readiness"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kPath = mapping(kPathFields);

}  // namespace

constinit const Shape kProofs = list(kProof, 1);
constinit const Shape kSkills = list(kSkill, 1);
constinit const Shape kStages = list(kStage, 1);
constinit const Shape kPaths = list(kPath);

}  // namespace upstream::rubric_tables
