#include "messages.hpp"

#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "upstream/text/escape.hpp"
#include "write_all.hpp"

namespace upstream::app {
namespace {

constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kYellow = "\x1b[1;33m";
constexpr std::string_view kCyan = "\x1b[36m";
constexpr std::string_view kReset = "\x1b[0m";

std::string dyed(std::string_view word, std::string_view dye, bool color) {
  return color ? fmt::format("{}{}{}", dye, word, kReset) : std::string(word);
}

}  // namespace

void Messages::set(Language language, bool color, bool quiet) {
  language_ = language;
  color_ = color;
  quiet_ = quiet;
}

void Messages::error(const Complaint& complaint, const std::vector<Text>& details) const {
  const auto& [message, help] = complaint;
  auto block = fmt::format("upstream-check: {}: {}\n", dyed("error", kRed, color_),
                           text::printable(message.in(language_)));
  block += indented(details);
  if (!help.in(language_).empty()) {
    block += fmt::format("  {}: {}\n", dyed("help", kCyan, color_), text::printable(help.in(language_)));
  }
  rendered(block);
}

void Messages::warning(const Text& message, const std::vector<Text>& details) const {
  if (quiet_) return;
  rendered(fmt::format("upstream-check: {}: {}\n{}", dyed("warning", kYellow, color_),
                       text::printable(message.in(language_)), indented(details)));
}

std::string Messages::indented(const std::vector<Text>& details) const {
  std::string lines;
  for (const auto& detail : details) lines += fmt::format("  {}\n", text::printable(detail.in(language_)));
  return lines;
}

void Messages::note(const Text& message) const {
  if (quiet_) return;
  rendered(fmt::format("upstream-check: {}: {}\n", dyed("note", kCyan, color_),
                       text::printable(message.in(language_))));
}

void Messages::rendered(std::string_view text) const { (void)write_all(STDERR_FILENO, text); }

}  // namespace upstream::app
