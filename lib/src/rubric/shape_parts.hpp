#pragma once

#include "upstream/shape/shape.hpp"

/// What several tables of the rubric's format have in common.
namespace upstream::rubric_tables {

inline constexpr shape::Shape kWord = shape::string(1, 100);
inline constexpr shape::Shape kSentence = shape::string(1, 2000);
inline constexpr shape::Shape kLevel = shape::integer(0, 4);
inline constexpr shape::Shape kAskedLevel = shape::integer(1, 4);
inline constexpr shape::Shape kPermille = shape::integer(0, 1000);
inline constexpr shape::Shape kHours = shape::integer(0, 10000);
inline constexpr shape::Shape kMonths = shape::integer(0, 600);
inline constexpr shape::Shape kCount = shape::integer(1, 100);

extern const shape::Shape kWords;
extern const shape::Shape kLevels;
extern const shape::Shape kText;          ///< ja and en
extern const shape::Shape kHoursRange;    ///< [least, most]
extern const shape::Shape kEffort;        ///< hours and months
extern const shape::Shape kDomainFilter;  ///< domains, or any
extern const shape::Shape kRoles;
extern const shape::Shape kScales;
extern const shape::Shape kNeed;

extern const shape::Shape kProofs;
extern const shape::Shape kSkills;
extern const shape::Shape kStages;
extern const shape::Shape kPaths;

}  // namespace upstream::rubric_tables
