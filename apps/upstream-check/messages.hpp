#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "complaint.hpp"
#include "upstream/text/text.hpp"

namespace upstream::app {

/// Everything that is said to the person at the terminal: on stderr, one block a message. Whatever is quoted
/// is made harmless here. That nobody reads it is no error.
class Messages {
 public:
  explicit Messages(Language language) : language_(language) {}

  void set(Language language, bool color, bool quiet);
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool quiet() const { return quiet_; }
  [[nodiscard]] bool color() const { return color_; }

  /// `details` are lines between the message and its help.
  void error(const Complaint& complaint, const std::vector<Text>& details = {}) const;
  /// Neither is said when quiet.
  void warning(const Text& message, const std::vector<Text>& details = {}) const;
  void note(const Text& message) const;
  /// As it is: rendered elsewhere.
  void rendered(std::string_view text) const;

 private:
  [[nodiscard]] std::string indented(const std::vector<Text>& details) const;

  Language language_;
  bool color_ = false;
  bool quiet_ = false;
};

}  // namespace upstream::app
