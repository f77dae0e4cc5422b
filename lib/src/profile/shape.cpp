#include "upstream/shape/shape.hpp"

#include <array>

#include "upstream/profile/load.hpp"
#include "words.hpp"

namespace upstream {
namespace {

using namespace shape;  // NOLINT: the vocabulary of every line below

constexpr Shape kLine = string(1, 200);
constexpr Shape kLongLine = string(1, 1000);
constexpr Shape kVersion = version(1);
constexpr double kWorkingLifeYears = 60;
constexpr Shape kYears = number(0, kWorkingLifeYears);
constexpr Shape kMonths = integer(0, kWorkingLifeYears * 12);
constexpr Shape kHours = integer(0, 10'000);
constexpr Shape kLevel = integer(0, 4);
constexpr Shape kTeamSize = integer(1, 10'000);
constexpr Shape kTier = integer(1, 20);
constexpr Shape kAssignment = integer(0, 600);
constexpr Shape kStudyHours = integer(0, 80);

constexpr Shape kStage = name("stage");
constexpr Shape kStages = list(kStage, 1);
constexpr std::array<const Shape*, 2> kStageOptions{&kStage, &kStages};
constexpr Shape kStageOrStages = one_of(kStageOptions);
constexpr Shape kStageList = list(kStage);
constexpr Shape kDomain = name("domain");
constexpr Shape kDomains = list(kDomain);
constexpr Shape kDuties = list(kLongLine);
constexpr Shape kRole = choice(words::kRoles);
constexpr Shape kScale = choice(words::kScales);

constexpr std::array kExperienceFields{
    Field{"stage", &kStageOrStages, true, "担当工程(同時に担当したなら一覧で)",
          "stage of the work (a list when side by side)"},
    Field{"from", &kDate, false, "始めた年月", "month or day it began"},
    Field{"to", &kDate, false, "終えた年月(なければ継続中)",
          "month or day it ended (absent: still going on)"},
    Field{"years", &kYears, false, "年数(日付の代わり)", "years, instead of dates"},
    Field{"months", &kMonths, false, "月数(日付の代わり)", "months, instead of dates"},
    Field{"domains", &kDomains, false, "分野", "domains"},
    Field{"role", &kRole, false, "立場(既定は member)", "role (member unless stated)"},
    Field{"team_size", &kTeamSize, false, "チームの人数", "people in the team"},
    Field{"scale", &kScale, false, "案件の規模", "scale of the project"},
    Field{"customer_facing", &kBoolean, false, "顧客と直接やり取りするか",
          "whether customers are dealt with directly"},
    Field{"duties", &kDuties, false, "担当した作業(自由記述)", "duties, in your own words"},
};
constexpr std::array kPeriods{Alternative{"from", "to"}, Alternative{"years"}, Alternative{"months"}};
constexpr ExactlyOne kPeriod{
    .of = kPeriods,
    .several = {"期間が二通りに書かれている", "the period is stated in two ways"},
    .keep = {"from(と to)、years、months のどれか一つにしてください",
             "keep one of: from (with to), years, months"},
    .none = {"期間が書かれていない", "the period is missing"},
    .write = {"from: 2021-04(と to)、または years か months を書いてください",
              "write from: 2021-04 (and to), or years or months"},
};
constexpr Shape kExperience = mapping(kExperienceFields, kPeriod);
constexpr Shape kExperiences = list(kExperience);

constexpr std::array kLabFields{
    Field{"title", &kLine, true, "何を作ったか", "what was built"},
    Field{"stage", &kStage, false, "練習した工程", "stage it practised"},
    Field{"domains", &kDomains, false, "分野", "domains"},
    Field{"hours", &kHours, false, "かけた時間", "hours spent"},
    Field{"artifact", &kLongLine, false, "成果物の場所(設計書、手順書、リポジトリなど)",
          "where its result can be seen"},
    Field{"date", &kDate, false, "終えた年月", "month or day it was finished"},
};
constexpr Shape kLab = mapping(kLabFields);
constexpr Shape kLabs = list(kLab);

constexpr Shape kEvidenceKind = choice(words::kEvidenceKinds);
constexpr std::array kEvidenceFields{
    Field{"kind", &kEvidenceKind, false, "work・lab・course(既定は work)",
          "work, lab or course (work unless stated)"},
    Field{"note", &kLongLine, true, "何をしたか", "what was done"},
    Field{"date", &kDate, false, "いつ", "when"},
};
constexpr Shape kEvidenceMapping = mapping(kEvidenceFields);
constexpr std::array<const Shape*, 2> kEvidenceOptions{&kLongLine, &kEvidenceMapping};
constexpr Shape kEvidence = one_of(kEvidenceOptions);
constexpr Shape kEvidences = list(kEvidence);

constexpr Shape kNotApplicable = called("not-applicable", choice(words::kNotApplicable));
constexpr std::array<const Shape*, 2> kRatingOptions{&kLevel, &kNotApplicable};
constexpr Shape kRating = one_of(kRatingOptions);
constexpr std::array kSkillFields{
    Field{"level", &kRating, true, "自己評価 0〜4、対象外なら n/a", "own rating 0-4, or n/a"},
    Field{"reviewed_level", &kLevel, false, "上長などの評価 0〜4", "rating by a supervisor 0-4"},
    Field{"evidence", &kEvidences, false, "裏付け", "what backs it"},
    Field{"last_used", &kDate, false, "最後に使った年月", "when it was last used"},
};
constexpr Shape kSkillMapping = mapping(kSkillFields);
constexpr std::array<const Shape*, 3> kSkillOptions{&kLevel, &kNotApplicable, &kSkillMapping};
constexpr Shape kSkill = called("rating", one_of(kSkillOptions));
constexpr Shape kSkills{.type = Type::map_of, .names = "skill", .item = &kSkill};

constexpr Shape kCertificationName = open_name("certification");
constexpr std::array kCertificationFields{
    Field{"name", &kCertificationName, true, "資格の名前", "name of the certificate"},
    Field{"acquired", &kDate, false, "取得した年月", "month or day it was acquired"},
    Field{"expires", &kDate, false, "有効期限", "last day of its validity"},
};
constexpr Shape kCertificationMapping = mapping(kCertificationFields);
constexpr std::array<const Shape*, 2> kCertificationOptions{&kCertificationName, &kCertificationMapping};
constexpr Shape kCertification = one_of(kCertificationOptions);
constexpr Shape kCertifications = list(kCertification);

constexpr Shape kPath = name("path");
constexpr Shape kPaths = list(kPath);
constexpr Shape kValue = name("value");
constexpr Shape kValues = list(kValue);
constexpr Shape kGoal = choice(words::kGoals);
constexpr std::array kPreferenceFields{
    Field{"goal", &kGoal, false, "upstream(上流を目指す)か stay(今の仕事を選ぶ)",
          "upstream, or stay by choice"},
    Field{"paths", &kPaths, false, "希望する進路(順に)", "wished paths, in order"},
    Field{"values", &kValues, false, "大切にすること", "what matters to you"},
    Field{"study_hours_per_week", &kStudyHours, false, "週に学べる時間", "hours a week for study"},
};
constexpr Shape kPreferences = mapping(kPreferenceFields);

constexpr Shape kStrength = choice(words::kStrengths);
constexpr Shape kDirection = choice(words::kDirections);
constexpr std::array kEnvironmentFields{
    Field{"sales_strength", &kStrength, false, "会社の営業力", "how well the firm wins projects of its own"},
    Field{"customer_contact", &kBoolean, false, "顧客と話す場があるか",
          "whether the post brings customer contact"},
    Field{"assignment_months", &kAssignment, false, "一つの現場に普通いる月数",
          "months one usually stays on a project"},
    Field{"direction", &kDirection, false, "進みたい方向と同じか",
          "whether the work goes where you want to go"},
    Field{"stages_offered", &kStageList, false, "今の席で担当できる工程", "stages the post offers"},
    Field{"subcontract_tier", &kTier, false, "商流(1 = 元請)",
          "tier in the subcontracting chain (1 = prime)"},
};
constexpr Shape kEnvironment = mapping(kEnvironmentFields);

constexpr std::array kProfileFields{
    Field{"version", &kVersion, true, "形式の版。いまは 1", "version of the format, 1"},
    Field{"name", &kLine, true, "表示名(仮名でよい)", "display name, a pseudonym will do"},
    Field{"id", &kLine, false, "識別名", "identifier"},
    Field{"as_of", &kDate, false, "この内容の基準日", "the day this profile describes"},
    Field{"experience", &kExperiences, false, "実務経験", "field work"},
    Field{"labs", &kLabs, false, "疑似構築・自宅ラボ", "simulated builds, home labs"},
    Field{"skills", &kSkills, false, "技能の自己評価", "skills, as you rate them"},
    Field{"certifications", &kCertifications, false, "資格", "certificates"},
    Field{"preferences", &kPreferences, false, "希望", "wishes"},
    Field{"environment", &kEnvironment, false, "今の席(現場と会社)", "the present post"},
};
constexpr Shape kProfile = mapping(kProfileFields);

}  // namespace

const Shape& profile_shape() { return kProfile; }

}  // namespace upstream
