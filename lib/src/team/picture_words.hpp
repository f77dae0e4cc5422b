#pragma once

#include <string>
#include <vector>

#include "report/phrases.hpp"
#include "upstream/report/wording.hpp"
#include "upstream/team/team_report.hpp"
#include "wording.hpp"

namespace upstream {

/// What writers of a picture for people share: its values in words of one language. Names and ids are raw.
class PictureWords {
 public:
  PictureWords(const TeamPicture& picture, Language language)
      : picture_(picture), rubric_(*picture.rubric), language_(language) {}

 protected:
  [[nodiscard]] std::string in(const Text& text) const { return std::string(text.in(language_)); }
  [[nodiscard]] const char* in(const char* ja, const char* en) const {
    return language_ == Language::ja ? ja : en;
  }
  [[nodiscard]] std::string figure(const Figure& figure) const {
    return team_wording::figure(figure, picture_);
  }
  [[nodiscard]] std::string label(const Subject& subject) const {
    return in(team_wording::label(subject, rubric_));
  }
  [[nodiscard]] std::string person(PersonIndex index) const { return team_wording::person(index, picture_); }
  [[nodiscard]] std::string target() const { return in(rubric_[rubric_.target()].label); }
  [[nodiscard]] std::string uncovered() const {
    std::vector<Text> labels;
    for (const auto& subject : picture_.uncovered) labels.push_back(team_wording::label(subject, rubric_));
    return in(phrases::list(labels));
  }

  const TeamPicture& picture_;
  const Rubric& rubric_;
  Language language_;
};

}  // namespace upstream
