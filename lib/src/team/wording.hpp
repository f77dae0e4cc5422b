#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "upstream/team/team_picture.hpp"
#include "upstream/text/text.hpp"

/// Where the values of a picture become words. Names and ids are quoted raw.
namespace upstream::team_wording {

[[nodiscard]] std::string_view id(const Subject& subject, const Rubric& rubric);
[[nodiscard]] std::string_view kind(const Subject& subject);
[[nodiscard]] const Text& label(const Subject& subject, const Rubric& rubric);

/// The name where names are shown, with the id where two share it; else the id.
[[nodiscard]] std::string person(PersonIndex index, const TeamPicture& picture);
[[nodiscard]] std::string people(const std::vector<PersonIndex>& all, const TeamPicture& picture,
                                 Language language);

/// "7", "<5", or "–" where it is withheld because of another one.
[[nodiscard]] std::string figure(const Figure& figure, const TeamPicture& picture);
/// "1 人", "2 people"; "5 人未満".
[[nodiscard]] Text count_people(const Figure& figure, const TeamPicture& picture);

/// "11 人(プロフィール 12 件中)".
[[nodiscard]] Text size(const TeamPicture& picture);
/// That all are judged for one day.
[[nodiscard]] Text day(const TeamPicture& picture);
/// The situation in a few sentences; empty where only groups are shown.
[[nodiscard]] Text headline(const TeamPicture& picture);

[[nodiscard]] const Text& subject(const SharedGap& gap);
[[nodiscard]] Text subject(const Training& training, const Rubric& rubric);
[[nodiscard]] Text kind(TrainingKind kind);
/// "うち 2 人は次の工程へ"; empty for nobody.
[[nodiscard]] Text lifted(const TrainingEffect& effect, const TeamPicture& picture);

[[nodiscard]] Text lapse_window(const TeamPicture& picture);
[[nodiscard]] Text withholding(const TeamPicture& picture);
/// What the picture must not be used for.
[[nodiscard]] Text caveat();

}  // namespace upstream::team_wording
