#include "upstream/shape/shape.hpp"

#include <array>

#include "shape_parts.hpp"
#include "upstream/rubric/load.hpp"

/// The format of a rubric file. What tables cannot say (weights, ids, gates) is in lint.cpp.
namespace upstream {
namespace {

using namespace shape;          // NOLINT: the vocabulary of every line below
using namespace rubric_tables;  // NOLINT

constexpr std::array kHeadFields{
    Field{"id", &kWord, true, "ルーブリックの id。出力に載る", "id of the rubric, part of every output"},
    Field{"version", &kWord, true, "その版", "its version"},
    Field{"title", &kText, true, "題", "its title"},
    Field{"about", &kText, true, "何を確かめるものか", "what it is for"},
};
constexpr Shape kHead = mapping(kHeadFields);

constexpr Shape kAnyInteger = integer(0, 10000);
constexpr std::array kSettingFields{
    Field{"value", &kAnyInteger, true, "値", "the value"},
    Field{"source", &kSentence, false, "出典", "where it comes from"},
};
constexpr Shape kSetting = called("setting", mapping(kSettingFields));
constexpr std::array kSettingsFields{
    Field{"arrival_months", &kSetting, true, "その工程以上で働いて、関門を開けたとみなす月数",
          "months at a stage or above after which its gates count as open"},
    Field{"short_months", &kSetting, true, "これより短い実務は短い実務として扱う月数",
          "months below which field work is short"},
    Field{"short_level", &kSetting, true, "短い実務が裏付けるレベルの上限",
          "level that short field work proves at most"},
    Field{"lab_proof_hours", &kSetting, true, "成果物のあるラボが裏付けになる時間",
          "hours after which labs with an artifact are proof"},
    Field{"provisional_confidence", &kSetting, true, "これを下回ると仮の結果とする確かさ(%)",
          "confidence in percent below which a result is provisional"},
    Field{"provisional_spread", &kSetting, true, "これ以上開くと仮の結果とする幅(点)",
          "range in points from which on a result is provisional"},
    Field{"path_reached_at", &kSetting, true, "進路に届いたとみなす到達度",
          "readiness at which a path is reached"},
    Field{"review_difference", &kSetting, true, "本人と上長の評価の差を警告にする開き",
          "difference of own and reviewed level that is a warning"},
    Field{"weekly_hours", &kSetting, true, "書かれていないときの、週に学べる時間",
          "hours a week for study where none are stated"},
    Field{"suggested_level", &kSetting, true, "書かれていない技能に経験から見込むレベルの上限",
          "level that experience suggests at most for a skill not stated"},
};
constexpr Shape kSettings = mapping(kSettingsFields);

constexpr Shape kPermilles = list(kPermille, 2);
constexpr std::array kCreditFields{
    Field{"need", &kAskedLevel, true, "求めるレベル 1〜4", "level asked, 1 to 4"},
    Field{"by_level", &kPermilles, true,
          "レベル 0 から求めるレベルまでの点の千分率。0 で始まり 1000 で終わる",
          "permille of the points for level 0 up to the level asked, from 0 to 1000"},
};
constexpr Shape kCredit = mapping(kCreditFields);
constexpr Shape kCredits = list(kCredit, 4);

constexpr std::array kFamilyFields{Field{"id", &kWord, true, "区分の id", "id of the family"},
                                   Field{"label", &kText, true, "呼び名", "its name"}};
constexpr Shape kFamily = mapping(kFamilyFields);
constexpr Shape kFamilies = list(kFamily, 1);

constexpr std::array kValueFields{Field{"id", &kWord, true, "価値観の id", "id of the value"},
                                  Field{"label", &kText, true, "呼び名", "its name"},
                                  Field{"aliases", &kWords, false, "ほかの書き方", "other ways to write it"}};
constexpr Shape kValue = mapping(kValueFields);
constexpr Shape kValues = list(kValue);

constexpr std::array kHostings{Word{"none", "なし", "none"},
                               Word{"on-premises", "オンプレミス", "on-premises"},
                               Word{"cloud", "クラウド", "cloud"}};
constexpr Shape kHosting = choice(kHostings);
constexpr std::array kDomainFields{
    Field{"id", &kWord, true, "分野の id", "id of the domain"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"aliases", &kWords, false, "ほかの書き方", "other ways to write it"},
    Field{"skill", &kWord, false, "この分野の実務が示す技能の id", "id of the skill that work in it shows"},
    Field{"hosting", &kHosting, true, "環境の種類", "the kind of hosting it stands for"},
    Field{"infrastructure", &kBoolean, false, "基盤の仕事か(既定は true)",
          "whether it is infrastructure work (true unless stated)"},
};
constexpr Shape kDomain = mapping(kDomainFields);
constexpr Shape kDomains = list(kDomain, 1);

constexpr std::array kAmbiguousFields{
    Field{"names", &kWords, true, "一つに決まらない書き方", "names with more than one meaning"},
    Field{"candidates", &kWords, true, "指しうるものの id", "ids of what they may mean"},
    Field{"ask", &kText, true, "どれかを尋ねる文", "the question that tells them apart"},
};
constexpr Shape kAmbiguous = mapping(kAmbiguousFields);
constexpr Shape kAmbiguousList = called("ambiguous", list(kAmbiguous));
constexpr std::array kExcludedFields{
    Field{"names", &kWords, true, "工程ではない仕事の名前", "names of work that is no stage"},
    Field{"reason", &kText, true, "なぜ数えないか、代わりにどう書くか",
          "why it does not count, and what to write"},
};
constexpr Shape kExcluded = mapping(kExcludedFields);
constexpr Shape kExcludedList = list(kExcluded);

constexpr std::array kGroupFields{
    Field{"id", &kWord, true, "まとまりの id。条件の certificates で使える",
          "id of the group, for certificates of a need"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"of", &kWords, true, "含む資格の id", "ids of the certificates in it"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kGroup = mapping(kGroupFields);
constexpr Shape kGroups = list(kGroup);

constexpr std::array kTiers{Word{"entry", "入門", "entry"}, Word{"associate", "中級", "associate"},
                            Word{"professional", "上級", "professional"}, Word{"expert", "最上級", "expert"}};
constexpr Shape kTier = choice(kTiers);
constexpr std::array kLapses{Word{"none", "なし", "none"}, Word{"expires", "失効", "expires"},
                             Word{"inactive", "有意性の失効", "inactive"},
                             Word{"registration", "登録の失効", "registration"}};
constexpr Shape kLapse = choice(kLapses);
constexpr std::array kValidityFields{
    Field{"before", &kDate, false, "この日より前に取得した人だけの規則",
          "for certificates earned before this day only"},
    Field{"months", &kMonths, false, "有効な月数", "months it is valid"},
    Field{"permanent", &kBoolean, false, "失効しないか(months の代わり)",
          "whether it never lapses (in place of months)"},
};
constexpr Shape kValidity = mapping(kValidityFields);
constexpr Shape kValidities = list(kValidity, 1);
constexpr std::array kPrerequisiteFields{
    Field{"months", &kMonths, true, "要る実務の月数", "months of field work asked"},
    Field{"stages", &kWords, false, "数える工程の id(なければすべて)",
          "ids of the stages that count (all unless stated)"},
    Field{"domains", &kDomainFilter, false, "数える分野の id。any なら開発も数える(なければ基盤だけ)",
          "ids of the domains that count; any: application work too (infrastructure unless stated)"},
    Field{"roles", &kRoles, false, "数える立場(なければすべて)", "roles that count (all unless stated)"},
    Field{"label", &kText, true, "経験の条件の呼び名", "what the experience is called"},
};
constexpr Shape kPrerequisite = mapping(kPrerequisiteFields);
constexpr Shape kItss = integer(0, 7);
constexpr Shape kShows = map_of(kLevel);
constexpr std::array kCertificationFields{
    Field{"id", &kWord, true, "資格の id", "id of the certificate"},
    Field{"name", &kSentence, true, "正式な名前", "its full name"},
    Field{"short", &kText, true, "短い呼び名", "its short name"},
    Field{"aliases", &kWords, false, "ほかの書き方。旧名も", "other ways to write it, former names too"},
    Field{"vendor", &kWord, true, "認定する団体", "who grants it"},
    Field{"domain", &kWord, true, "分野", "what it is about"},
    Field{"tier", &kTier, true, "等級", "its grade"},
    Field{"itss", &kItss, false, "ITSS のレベル(0 = なし)", "its ITSS level (0: none)"},
    Field{"validity", &kValidities, true, "有効期間。最後の規則には before を書かない",
          "how long it is valid; the last rule has no before"},
    Field{"lapse", &kLapse, true, "期限が過ぎるとどうなるか", "what happens when that has passed"},
    Field{"lapse_keeps", &kWords, false, "失効しても残る下位の資格の id",
          "ids of the lower certificates that stay when it lapses"},
    Field{"renewed_by", &kWords, false, "有効なうちに取れば更新になる資格の id",
          "ids of those that renew it when passed in time"},
    Field{"requires", &kWords, false, "前提の資格の id", "ids of the certificates it presupposes"},
    Field{"requires_experience", &kPrerequisite, false, "前提の実務", "the field work it presupposes"},
    Field{"shows", &kShows, false, "示す技能の id とレベル", "ids of the skills it shows, each with a level"},
    Field{"hours", &kHoursRange, true, "学習時間 [最小, 最大]", "hours of study, [least, most]"},
    Field{"approx", &kWords, false, "目安にすぎない数字のキー(validity・requires・hours・itss)",
          "keys of the figures that are approximate: validity, requires, hours, itss"},
    Field{"note", &kText, false, "添える説明", "what else is worth knowing"},
    Field{"source", &kSentence, false, "出典", "where the figures come from"},
};
constexpr Shape kCertification = mapping(kCertificationFields);
constexpr Shape kCertifications = list(kCertification);

constexpr std::array kVoiceFields{
    Field{"text", &kText, true, "記事に書かれていること", "what is said of the route"},
    Field{"source", &kSentence, false, "出典", "where it is said"},
};
constexpr Shape kVoice = mapping(kVoiceFields);
constexpr Shape kVoices = list(kVoice, 1);
constexpr std::array kRouteFields{
    Field{"id", &kWord, true, "入り方の id", "id of the entry route"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"about", &kText, true, "どんな入り方か", "what it is about"},
    Field{"need", &kNeed, true, "満たせば通れる条件", "the need that opens it"},
    Field{"voices", &kVoices, true, "この入り方について言われていること", "what is said of it"},
    Field{"next", &kText, true, "次にすること", "what to do next"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kRoute = mapping(kRouteFields);
constexpr Shape kRoutes = list(kRoute);

constexpr std::array kConditionFields{
    Field{"id", &kWord, true, "項目の id", "id of the line"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"need", &kNeed, false, "人についての条件", "a need that the person meets"},
    Field{"signals", &kWords, false, "満たすとみる席の特徴", "signals of the post that meet it"},
    Field{"against", &kWords, false, "満たさないとみる席の特徴", "signals of the post that speak against it"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kCondition = mapping(kConditionFields);
constexpr Shape kConditions = list(kCondition);

constexpr std::array kSignalFields{
    Field{"id", &kWord, true, "席の特徴の id(プログラムが決めている)",
          "id of the signal, fixed by the program"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kSignal = mapping(kSignalFields);
constexpr Shape kSignals = list(kSignal);
constexpr std::array kRuleFields{
    Field{"verdict", &kWord, true, "当てはまったときの判定の id", "id of the verdict where the rule holds"},
    Field{"all", &kWords, false, "すべて要る特徴", "signals, all of which must be there"},
    Field{"any", &kWords, false, "count 個要る特徴", "signals, count of which must be there"},
    Field{"count", &kCount, false, "any のうち要る数(既定は 1)", "how many of any (1 unless stated)"},
    Field{"none", &kWords, false, "あってはならない特徴", "signals that must not be there"},
};
constexpr Shape kRule = mapping(kRuleFields);
constexpr Shape kRules = list(kRule);
constexpr std::array kVerdictFields{
    Field{"id", &kWord, true, "判定の id(プログラムが決めている)", "id of the verdict, fixed by the program"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"advice", &kText, true, "まだ力を付けている人への助言",
          "advice for somebody who still grows into the stage"},
    Field{"advice_ready", &kText, true, "関門が開いている人への助言",
          "advice for somebody whose gates are open"},
};
constexpr Shape kVerdict = mapping(kVerdictFields);
constexpr Shape kVerdicts = list(kVerdict);
constexpr std::array kSeatFields{
    Field{"signals", &kSignals, true, "席について言えること", "what can be said of a post"},
    Field{"short_assignment_months", &kMonths, true, "短い参画とみる月数",
          "months up to which an assignment is short"},
    Field{"deep_tier", &kCount, true, "商流が深いとみる段数",
          "tier from which on the subcontracting chain is deep"},
    Field{"rules", &kRules, true, "判定の規則。先に当てはまったものを使う",
          "rules of the verdict; the first that holds"},
    Field{"leave_early", &kWords, true, "早めに動くよう勧める特徴",
          "signals on which leaving early is advised"},
    Field{"verdicts", &kVerdicts, true, "判定と助言", "verdicts and their advice"},
    Field{"source", &kSentence, false, "出典", "where the rules come from"},
};
constexpr Shape kSeat = mapping(kSeatFields);

constexpr Shape kYen = integer(0, 1000000000);
constexpr std::array<const Shape*, 2> kYenOptions{&kYen, &kNull};
constexpr Shape kYenOrNull = called("yen", one_of(kYenOptions));
constexpr std::array kMarketFields{
    Field{"id", &kWord, true, "行の id", "id of the row"},
    Field{"stage", &kWord, false, "届いている工程の id(なければ誰でも)",
          "id of the stage reached (anybody unless stated)"},
    Field{"need", &kNeed, false, "ほかに満たす条件", "what else must be met"},
    Field{"min", &kYenOrNull, true, "年収の下限(円)。なければ null", "least yen a year, or null"},
    Field{"max", &kYenOrNull, true, "年収の上限(円)。なければ null", "most yen a year, or null"},
    Field{"text", &kText, true, "目安の文", "the sentence about it"},
    Field{"source", &kSentence, false, "出典", "where the figures come from"},
};
constexpr Shape kMarketRow = mapping(kMarketFields);
constexpr Shape kMarket = list(kMarketRow, 1);

constexpr Shape kBelow = integer(1, 101);
constexpr std::array kBandFields{
    Field{"below", &kBelow, true, "到達度がこの点を下回る範囲", "the band of readiness below this score"},
    Field{"label", &kText, true, "呼び名", "its name"},
};
constexpr Shape kBand = mapping(kBandFields);
constexpr Shape kBands = list(kBand, 1);

constexpr std::array kFindingFields{
    Field{"id", &kWord, true, "所見の id(プログラムが決めている)", "id of the finding, fixed by the program"},
    Field{"months", &kMonths, false, "所見になる月数", "the months it turns on"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"text", &kText, true, "所見の文", "what it says"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kFinding = mapping(kFindingFields);
constexpr Shape kFindingList = list(kFinding);
constexpr std::array kActionFields{
    Field{"id", &kWord, true, "行動の id(プログラムが決めている)", "id of the action, fixed by the program"},
    Field{"label", &kText, true, "呼び名", "its name"},
    Field{"effort", &kEffort, true, "その手間", "the effort it takes"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kAction = mapping(kActionFields);
constexpr Shape kActionList = list(kAction);

constexpr std::array kDutyFields{
    Field{"skill", &kWord, true, "うかがえる技能の id", "id of the skill suggested"},
    Field{"level", &kAskedLevel, true, "うかがえるレベル", "the level suggested"},
    Field{"any", &kWords, true, "どれかを含む作業が当たる語", "words, one of which stands in the duty"},
    Field{"with", &kWords, false, "あわせて要る語(どれか)", "words, one of which must stand there too"},
    Field{"not", &kWords, false, "含むと当たらない語", "words that keep it back"},
    Field{"source", &kSentence, false, "出典", "where the rule comes from"},
};
constexpr Shape kDuty = mapping(kDutyFields);
constexpr Shape kDuties = list(kDuty);

constexpr std::array kRubricFields{
    Field{"rubric", &kHead, true, "このルーブリックについて", "the rubric itself"},
    Field{"settings", &kSettings, true, "しきい値", "thresholds"},
    Field{"credit", &kCredits, true, "求めるレベルに届かないときの点",
          "points for a level below the one asked"},
    Field{"families", &kFamilies, true, "条件の区分", "families of requirements"},
    Field{"values", &kValues, true, "仕事で大切にすること", "what matters to people at work"},
    Field{"domains", &kDomains, true, "実務の分野", "domains of field work"},
    Field{"stages", &kStages, true, "工程。はしごの下から順に", "stages, from the bottom of the ladder up"},
    Field{"ambiguous_stages", &kAmbiguousList, false, "一つに決まらない工程の書き方",
          "names of stages with more than one meaning"},
    Field{"not_stages", &kExcludedList, false, "このはしごの工程ではない仕事",
          "work that is no stage of this ladder"},
    Field{"proof", &kProofs, true, "レベルの裏付けの型", "what proves a level"},
    Field{"skills", &kSkills, true, "技能", "skills"},
    Field{"certification_groups", &kGroups, false, "資格のまとまり", "groups of certificates"},
    Field{"certifications", &kCertifications, true, "資格", "certificates"},
    Field{"ambiguous_certifications", &kAmbiguousList, false, "一つに決まらない資格の書き方",
          "names of certificates with more than one meaning"},
    Field{"paths", &kPaths, true, "上流の先の進路", "paths beyond upstream work"},
    Field{"entry_routes", &kRoutes, true, "実務なしからの入り方", "ways in without field work"},
    Field{"conditions", &kConditions, true, "記事が挙げる条件", "the conditions that the article lists"},
    Field{"seat", &kSeat, true, "今の席の見方", "how the present post is judged"},
    Field{"market", &kMarket, true, "年収の目安。先に当てはまった行を使う",
          "figures of pay; the first row that fits"},
    Field{"bands", &kBands, true, "到達度の呼び名。低い順に", "names for ranges of readiness, lowest first"},
    Field{"findings", &kFindingList, true, "所見の文", "texts of the findings"},
    Field{"actions", &kActionList, true, "次の一手の呼び名と手間", "names and effort of next actions"},
    Field{"duties", &kDuties, true, "作業の記述から技能をうかがう語", "words in duties that suggest a skill"},
};
constexpr Shape kRubric = mapping(kRubricFields);

}  // namespace

const Shape& rubric_shape() { return kRubric; }

}  // namespace upstream
