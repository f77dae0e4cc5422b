#pragma once

#include <array>

#include "upstream/shape/shape.hpp"

/// The fixed words of the profile format, each list in the order of its enumeration.
namespace upstream::words {

using shape::Word;

inline constexpr std::array kRoles{Word{"member", "メンバー", "member"}, Word{"leader", "リーダー", "leader"},
                                   Word{"manager", "マネージャー", "manager"}};
inline constexpr std::array kScales{Word{"small", "小規模", "small"}, Word{"medium", "中規模", "medium"},
                                    Word{"large", "大規模", "large"}};
inline constexpr std::array kEvidenceKinds{Word{"work", "実務", "work"}, Word{"lab", "ラボ", "lab"},
                                           Word{"course", "研修", "course"}};
inline constexpr std::array kGoals{Word{"upstream", "上流", "upstream"}, Word{"stay", "現状維持", "stay"}};
inline constexpr std::array kStrengths{Word{"weak", "弱い", "weak"}, Word{"normal", "普通", "normal"},
                                       Word{"strong", "強い", "strong"}};
inline constexpr std::array kDirections{Word{"same", "同じ", "same"}, Word{"different", "違う", "different"}};
inline constexpr std::array kNotApplicable{Word{"n/a", "対象外", "not applicable"}};

}  // namespace upstream::words
