#include "upstream/shape/shape.hpp"

#include <array>

#include "upstream/rubric/load.hpp"

/// The format of a rubric file. What tables cannot say (weights, ids, gates) is in lint.cpp.
namespace upstream {
namespace {

using namespace shape;  // NOLINT: the vocabulary of every line below

constexpr Shape kWord = string(1, 100);
constexpr Shape kSentence = string(1, 2000);
constexpr Shape kLevel = integer(0, 4);
constexpr Shape kAskedLevel = integer(1, 4);
constexpr Shape kPermille = integer(0, 1000);
constexpr Shape kHours = integer(0, 10000);
constexpr Shape kMonths = integer(0, 600);
constexpr Shape kWords = list(kWord);
constexpr Shape kLevels = list(kLevel);

// A missing language is found by lint, which can say more than "missing key".
constexpr std::array kTextFields{Field{"ja", &kSentence}, Field{"en", &kSentence}};
constexpr Shape kText = mapping(kTextFields);

constexpr std::array kHeadFields{
    Field{"id", &kWord, true},
    Field{"version", &kWord, true},
    Field{"title", &kText, true},
    Field{"about", &kText, true},
};
constexpr Shape kHead = mapping(kHeadFields);

constexpr Shape kAnyInteger = integer(0, 10000);
constexpr std::array kSettingFields{Field{"value", &kAnyInteger, true}, Field{"source", &kSentence}};
constexpr Shape kSetting = mapping(kSettingFields);
constexpr std::array kSettingsFields{
    Field{"arrival_months", &kSetting, true},
    Field{"short_months", &kSetting, true},
    Field{"short_level", &kSetting, true},
    Field{"lab_proof_hours", &kSetting, true},
    Field{"provisional_confidence", &kSetting, true},
    Field{"provisional_spread", &kSetting, true},
    Field{"path_reached_at", &kSetting, true},
    Field{"review_difference", &kSetting, true},
    Field{"weekly_hours", &kSetting, true},
    Field{"suggested_level", &kSetting, true},
};
constexpr Shape kSettings = mapping(kSettingsFields);

constexpr Shape kPermilles = list(kPermille, 2);
constexpr std::array kCreditFields{Field{"need", &kAskedLevel, true}, Field{"by_level", &kPermilles, true}};
constexpr Shape kCredit = mapping(kCreditFields);
constexpr Shape kCredits = list(kCredit, 4);

constexpr std::array kFamilyFields{Field{"id", &kWord, true}, Field{"label", &kText, true}};
constexpr Shape kFamily = mapping(kFamilyFields);
constexpr Shape kFamilies = list(kFamily, 1);

constexpr std::array kValueFields{Field{"id", &kWord, true}, Field{"label", &kText, true},
                                  Field{"aliases", &kWords}};
constexpr Shape kValue = mapping(kValueFields);
constexpr Shape kValues = list(kValue);

constexpr std::array kHostings{Word{"none", "なし", "none"},
                               Word{"on-premises", "オンプレミス", "on-premises"},
                               Word{"cloud", "クラウド", "cloud"}};
constexpr Shape kHosting = choice(kHostings);
constexpr std::array kDomainFields{
    Field{"id", &kWord, true}, Field{"label", &kText, true},      Field{"aliases", &kWords},
    Field{"skill", &kWord},    Field{"hosting", &kHosting, true}, Field{"infrastructure", &kBoolean},
};
constexpr Shape kDomain = mapping(kDomainFields);
constexpr Shape kDomains = list(kDomain, 1);

// A need holds needs: the one table that refers to itself.
extern const Shape kNeed;
constexpr Shape kNeeds{.type = Type::list, .min = 1, .max = 2000, .item = &kNeed};
constexpr std::array kAnyWords{Word{"any", "any", "any"}};
constexpr Shape kAnyWord = choice(kAnyWords);
constexpr std::array<const Shape*, 2> kDomainFilterOptions{&kWords, &kAnyWord};
constexpr Shape kDomainFilter = one_of(kDomainFilterOptions);
constexpr std::array kRoles{Word{"member", "メンバー", "member"}, Word{"leader", "リーダー", "leader"},
                            Word{"manager", "マネージャー", "manager"}};
constexpr Shape kRole = choice(kRoles);
constexpr Shape kRoleList = list(kRole);
constexpr std::array kScales{Word{"small", "小規模", "small"}, Word{"medium", "中規模", "medium"},
                             Word{"large", "大規模", "large"}};
constexpr Shape kScale = choice(kScales);
constexpr Shape kScaleList = list(kScale);
constexpr Shape kCount = integer(1, 100);
const std::array kNeedFields{
    Field{"skill", &kWord},       Field{"level", &kAskedLevel},        Field{"months", &kMonths},
    Field{"stages", &kWords},     Field{"domains", &kDomainFilter},    Field{"roles", &kRoleList},
    Field{"scales", &kScaleList}, Field{"customer_facing", &kBoolean}, Field{"certificates", &kWords},
    Field{"lab_hours", &kHours},  Field{"artifact", &kBoolean},        Field{"all", &kNeeds},
    Field{"any", &kNeeds},        Field{"at_least", &kCount},          Field{"of", &kNeeds},
    Field{"credit", &kPermille},
};
const Shape kNeed = mapping(kNeedFields);

constexpr Shape kHoursRange = list(kHours, 2);
constexpr std::array kEffortFields{Field{"hours", &kHoursRange, true}, Field{"months", &kMonths}};
constexpr Shape kEffort = mapping(kEffortFields);

const std::array kGateFields{
    Field{"id", &kWord, true},     Field{"label", &kText, true},    Field{"reason", &kText, true},
    Field{"action", &kText, true}, Field{"effort", &kEffort, true}, Field{"need", &kNeed, true},
    Field{"source", &kSentence},
};
const Shape kGate = mapping(kGateFields);
const Shape kGates = list(kGate);
constexpr Shape kWeight = integer(1, 1000000);
const std::array kRequirementFields{
    Field{"id", &kWord, true},       Field{"label", &kText, true}, Field{"family", &kWord, true},
    Field{"weight", &kWeight, true}, Field{"need", &kNeed, true},  Field{"action", &kText},
    Field{"effort", &kEffort},       Field{"reason", &kText},      Field{"source", &kSentence},
};
const Shape kRequirement = mapping(kRequirementFields);
const Shape kRequirements = list(kRequirement, 1);

const std::array kStageFields{
    Field{"id", &kWord, true},
    Field{"label", &kText, true},
    Field{"aliases", &kWords},
    Field{"noted_aliases", &kWords},
    Field{"about", &kText, true},
    Field{"reason", &kText, true},
    Field{"source", &kSentence},
    Field{"gates", &kGates, true},
    Field{"requirements", &kRequirements, true},
};
const Shape kStage = mapping(kStageFields);
const Shape kStages = list(kStage, 1);

constexpr std::array kAmbiguousFields{Field{"names", &kWords, true}, Field{"candidates", &kWords, true},
                                      Field{"ask", &kText, true}};
constexpr Shape kAmbiguous = mapping(kAmbiguousFields);
constexpr Shape kAmbiguousList = list(kAmbiguous);
constexpr std::array kExcludedFields{Field{"names", &kWords, true}, Field{"reason", &kText, true}};
constexpr Shape kExcluded = mapping(kExcludedFields);
constexpr Shape kExcludedList = list(kExcluded);

constexpr std::array kProofFields{
    Field{"id", &kWord, true},
    Field{"own", &kLevel, true},
    Field{"study", &kLevel, true},
    Field{"lab", &kLevel, true},
    Field{"lab_stages", &kWords},
    Field{"field", &kLevels, true},
    Field{"field_with_customer", &kLevels},
    Field{"leader_bonus", &kLevel},
    Field{"role", &kLevels},
    Field{"evidence_bonus", &kLevel},
    Field{"one_hosting", &kLevel},
    Field{"by_domain", &kBoolean},
    Field{"any_domain", &kBoolean},
    Field{"source", &kSentence},
};
constexpr Shape kProof = mapping(kProofFields);
constexpr Shape kProofs = list(kProof, 1);

constexpr std::array kLevelStepFields{Field{"sentence", &kText, true}, Field{"step", &kText, true},
                                      Field{"effort", &kEffort, true}, Field{"field_only", &kBoolean}};
constexpr Shape kLevelStep = mapping(kLevelStepFields);
constexpr Shape kLevelSteps = list(kLevelStep);
constexpr std::array kSkillFields{
    Field{"id", &kWord, true},    Field{"label", &kText, true},          Field{"aliases", &kWords},
    Field{"proof", &kWord, true}, Field{"stale_months", &kMonths, true}, Field{"not_applicable", &kBoolean},
    Field{"about", &kText, true}, Field{"levels", &kLevelSteps, true},   Field{"source", &kSentence},
};
constexpr Shape kSkill = mapping(kSkillFields);
constexpr Shape kSkills = list(kSkill, 1);

constexpr std::array kGroupFields{Field{"id", &kWord, true}, Field{"label", &kText, true},
                                  Field{"of", &kWords, true}, Field{"source", &kSentence}};
constexpr Shape kGroup = mapping(kGroupFields);
constexpr Shape kGroups = list(kGroup);

constexpr std::array kTiers{Word{"entry", "入門", "entry"}, Word{"associate", "中級", "associate"},
                            Word{"professional", "上級", "professional"}, Word{"expert", "最上級", "expert"}};
constexpr Shape kTier = choice(kTiers);
constexpr std::array kLapses{Word{"none", "なし", "none"}, Word{"expires", "失効", "expires"},
                             Word{"inactive", "有意性の失効", "inactive"},
                             Word{"registration", "登録の失効", "registration"}};
constexpr Shape kLapse = choice(kLapses);
constexpr std::array kValidityFields{Field{"before", &kDate}, Field{"months", &kMonths},
                                     Field{"permanent", &kBoolean}};
constexpr Shape kValidity = mapping(kValidityFields);
constexpr Shape kValidities = list(kValidity, 1);
constexpr std::array kPrerequisiteFields{Field{"months", &kMonths, true}, Field{"stages", &kWords},
                                         Field{"domains", &kDomainFilter}, Field{"roles", &kRoleList},
                                         Field{"label", &kText, true}};
constexpr Shape kPrerequisite = mapping(kPrerequisiteFields);
constexpr Shape kItss = integer(0, 7);
constexpr Shape kShows = map_of(kLevel);
constexpr std::array kCertificationFields{
    Field{"id", &kWord, true},
    Field{"name", &kSentence, true},
    Field{"short", &kText, true},
    Field{"aliases", &kWords},
    Field{"vendor", &kWord, true},
    Field{"domain", &kWord, true},
    Field{"tier", &kTier, true},
    Field{"itss", &kItss},
    Field{"validity", &kValidities, true},
    Field{"lapse", &kLapse, true},
    Field{"lapse_keeps", &kWords},
    Field{"renewed_by", &kWords},
    Field{"requires", &kWords},
    Field{"requires_experience", &kPrerequisite},
    Field{"shows", &kShows},
    Field{"hours", &kHoursRange, true},
    Field{"approx", &kWords},
    Field{"note", &kText},
    Field{"source", &kSentence},
};
constexpr Shape kCertification = mapping(kCertificationFields);
constexpr Shape kCertifications = list(kCertification);

constexpr Shape kPercent = integer(0, 100);
constexpr std::array kFilterFields{
    Field{"months", &kMonths},  Field{"stages", &kWords},     Field{"domains", &kDomainFilter},
    Field{"roles", &kRoleList}, Field{"scales", &kScaleList}, Field{"customer_facing", &kBoolean},
};
constexpr Shape kFilter = mapping(kFilterFields);
constexpr std::array kDirectionFields{Field{"share", &kFilter}, Field{"months", &kFilter},
                                      Field{"weight", &kPercent, true}, Field{"reason", &kText, true}};
constexpr Shape kDirection = mapping(kDirectionFields);
const std::array kPathFields{
    Field{"id", &kWord, true},
    Field{"label", &kText, true},
    Field{"aliases", &kWords},
    Field{"about", &kText, true},
    Field{"gives", &kText, true},
    Field{"demand", &kText, true},
    Field{"values", &kWords, true},
    Field{"direction", &kDirection, true},
    Field{"requirements", &kRequirements, true},
    Field{"source", &kSentence},
};
const Shape kPath = mapping(kPathFields);
const Shape kPaths = list(kPath);

constexpr std::array kVoiceFields{Field{"text", &kText, true}, Field{"source", &kSentence}};
constexpr Shape kVoice = mapping(kVoiceFields);
constexpr Shape kVoices = list(kVoice, 1);
const std::array kRouteFields{
    Field{"id", &kWord, true},   Field{"label", &kText, true},    Field{"about", &kText, true},
    Field{"need", &kNeed, true}, Field{"voices", &kVoices, true}, Field{"next", &kText, true},
    Field{"source", &kSentence},
};
const Shape kRoute = mapping(kRouteFields);
const Shape kRoutes = list(kRoute);

const std::array kConditionFields{
    Field{"id", &kWord, true}, Field{"label", &kText, true}, Field{"need", &kNeed},
    Field{"signals", &kWords}, Field{"against", &kWords},    Field{"source", &kSentence},
};
const Shape kCondition = mapping(kConditionFields);
const Shape kConditions = list(kCondition);

constexpr std::array kSignalFields{Field{"id", &kWord, true}, Field{"label", &kText, true},
                                   Field{"source", &kSentence}};
constexpr Shape kSignal = mapping(kSignalFields);
constexpr Shape kSignals = list(kSignal);
constexpr std::array kRuleFields{Field{"verdict", &kWord, true}, Field{"all", &kWords}, Field{"any", &kWords},
                                 Field{"count", &kCount}, Field{"none", &kWords}};
constexpr Shape kRule = mapping(kRuleFields);
constexpr Shape kRules = list(kRule);
constexpr std::array kVerdictFields{Field{"id", &kWord, true}, Field{"label", &kText, true},
                                    Field{"advice", &kText, true}, Field{"advice_ready", &kText, true}};
constexpr Shape kVerdict = mapping(kVerdictFields);
constexpr Shape kVerdicts = list(kVerdict);
constexpr std::array kSeatFields{
    Field{"signals", &kSignals, true},   Field{"short_assignment_months", &kMonths, true},
    Field{"deep_tier", &kCount, true},   Field{"rules", &kRules, true},
    Field{"leave_early", &kWords, true}, Field{"verdicts", &kVerdicts, true},
    Field{"source", &kSentence},
};
constexpr Shape kSeat = mapping(kSeatFields);

constexpr Shape kYen = integer(0, 1000000000);
constexpr std::array<const Shape*, 2> kYenOptions{&kYen, &kNull};
constexpr Shape kYenOrNull = one_of(kYenOptions);
const std::array kMarketFields{
    Field{"id", &kWord, true},       Field{"stage", &kWord},          Field{"need", &kNeed},
    Field{"min", &kYenOrNull, true}, Field{"max", &kYenOrNull, true}, Field{"text", &kText, true},
    Field{"source", &kSentence},
};
const Shape kMarketRow = mapping(kMarketFields);
const Shape kMarket = list(kMarketRow, 1);

constexpr Shape kBelow = integer(1, 101);
constexpr std::array kBandFields{Field{"below", &kBelow, true}, Field{"label", &kText, true}};
constexpr Shape kBand = mapping(kBandFields);
constexpr Shape kBands = list(kBand, 1);

constexpr std::array kFindingFields{Field{"id", &kWord, true}, Field{"months", &kMonths},
                                    Field{"label", &kText, true}, Field{"text", &kText, true},
                                    Field{"source", &kSentence}};
constexpr Shape kFinding = mapping(kFindingFields);
constexpr Shape kFindingList = list(kFinding);
constexpr std::array kActionFields{Field{"id", &kWord, true}, Field{"label", &kText, true},
                                   Field{"effort", &kEffort, true}, Field{"source", &kSentence}};
constexpr Shape kAction = mapping(kActionFields);
constexpr Shape kActionList = list(kAction);

constexpr std::array kDutyFields{
    Field{"skill", &kWord, true}, Field{"level", &kAskedLevel, true},
    Field{"any", &kWords, true},  Field{"with", &kWords},
    Field{"not", &kWords},        Field{"source", &kSentence},
};
constexpr Shape kDuty = mapping(kDutyFields);
constexpr Shape kDuties = list(kDuty);

const std::array kRubricFields{
    Field{"rubric", &kHead, true},
    Field{"settings", &kSettings, true},
    Field{"credit", &kCredits, true},
    Field{"families", &kFamilies, true},
    Field{"values", &kValues, true},
    Field{"domains", &kDomains, true},
    Field{"stages", &kStages, true},
    Field{"ambiguous_stages", &kAmbiguousList},
    Field{"not_stages", &kExcludedList},
    Field{"proof", &kProofs, true},
    Field{"skills", &kSkills, true},
    Field{"certification_groups", &kGroups},
    Field{"certifications", &kCertifications, true},
    Field{"ambiguous_certifications", &kAmbiguousList},
    Field{"paths", &kPaths, true},
    Field{"entry_routes", &kRoutes, true},
    Field{"conditions", &kConditions, true},
    Field{"seat", &kSeat, true},
    Field{"market", &kMarket, true},
    Field{"bands", &kBands, true},
    Field{"findings", &kFindingList, true},
    Field{"actions", &kActionList, true},
    Field{"duties", &kDuties, true},
};
const Shape kRubric = mapping(kRubricFields);

}  // namespace

const Shape& rubric_shape() { return kRubric; }

}  // namespace upstream
