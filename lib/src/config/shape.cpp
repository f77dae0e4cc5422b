#include "upstream/shape/shape.hpp"

#include <array>

#include "upstream/config/load.hpp"

/// The format of a settings file. What tables cannot say (file names, days) is in load.cpp.
namespace upstream {
namespace {

using namespace shape;  // NOLINT: the vocabulary of every line below

constexpr std::array kLanguages{Word{"ja", "日本語", "Japanese"}, Word{"en", "英語", "English"}};
constexpr std::array kColors{Word{"auto", "自動", "auto"}, Word{"always", "常に", "always"},
                             Word{"never", "なし", "never"}};
constexpr Shape kLanguage = choice(kLanguages);
constexpr Shape kColor = choice(kColors);
constexpr Shape kFile = string(1, 1000);
constexpr Shape kScore = integer(0, 100);
constexpr Shape kStage = name("stage");
constexpr Shape kPath = name("path");
constexpr Shape kPaths = list(kPath);
constexpr std::array<const Shape*, 2> kPathOptions{&kPath, &kPaths};
constexpr Shape kPathOrPaths = one_of(kPathOptions);
constexpr Shape kFiles = list(kFile);
constexpr std::array<const Shape*, 2> kFileOptions{&kFile, &kFiles};
constexpr Shape kFileOrFiles = one_of(kFileOptions);
constexpr Shape kDays = integer(0, kMostDays);
constexpr Shape kLine = string(1, 200);
constexpr std::array<const Shape*, 2> kDaysOptions{&kDays, &kLine};
constexpr Shape kDaysOrText = one_of(kDaysOptions);

constexpr std::array kFields{
    Field{"lang", &kLanguage, false, "言語", "the language"},
    Field{"color", &kColor, false, "色を付けるか", "whether to colour"},
    Field{"as_of", &kDate, false, "評価する日", "the day of the assessment"},
    Field{"rubric", &kFile, false, "組み込みの代わりに使うルーブリック",
          "a rubric in place of the builtin one"},
    Field{"fail_under", &kScore, false, "到達度の下限", "the least readiness"},
    Field{"require_stage", &kStage, false, "届いているべき工程", "a stage to have reached"},
    Field{"require_path", &kPathOrPaths, false, "届いているべき進路(いくつかなら一覧で)",
          "a path to have reached (a list for several)"},
    Field{"strict", &kBoolean, false, "警告も誤りとして数えるか", "whether warnings fail too"},
    Field{"exclude", &kFileOrFiles, false, "調べないファイルの型(いくつかなら一覧で)",
          "pattern of files to leave out (a list for several)"},
    Field{"expiring_within", &kDaysOrText, false, "何日以内に切れる資格を知らせるか",
          "certificates that lapse within so many days are reported"},
    Field{"baseline", &kFile, false, "すでに知っている指摘の一覧", "the list of findings already known"},
};
constexpr Shape kConfig = mapping(kFields);

}  // namespace

const Shape& config_shape() { return kConfig; }

}  // namespace upstream
