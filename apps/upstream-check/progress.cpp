#include "progress.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace upstream::app {
namespace {

constexpr std::string_view kErase = "\r\x1b[K";

std::string bar(std::size_t done, std::size_t total) {
  constexpr std::size_t columns = 20;
  const auto filled = std::min(columns, columns * done / std::max<std::size_t>(total, 1));
  return std::string(filled, '#') + std::string(columns - filled, '.');
}

std::string clock_time(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(seconds));
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string Progress::advance(std::size_t done, Time now) {
  const bool is_due = is_visible_ ? now - shown_ >= kInterval : now - begin_ >= kSilence;
  if (!is_due || done == 0) return {};
  shown_ = now;
  is_visible_ = true;
  return std::string(kErase) + line(done, std::chrono::duration<double>(now - begin_).count());
}

std::string Progress::erase() {
  if (!is_visible_) return {};
  is_visible_ = false;
  return std::string(kErase);
}

std::string Progress::line(std::size_t done, double seconds) const {
  const double rate = static_cast<double>(done) / seconds;
  const bool japanese = language_ == Language::ja;
  if (!total_) {
    return japanese ? fmt::format("{} 件  {:.0f} 件/秒", done, rate)
                    : fmt::format("{} done  {:.0f}/s", done, rate);
  }
  const auto left = clock_time(static_cast<double>(*total_ - std::min(done, *total_)) / rate);
  return japanese
             ? fmt::format("[{}] {}/{}  {:.0f} 件/秒  残り {}", bar(done, *total_), done, *total_, rate, left)
             : fmt::format("[{}] {}/{}  {:.0f}/s  {} left", bar(done, *total_), done, *total_, rate, left);
}

}  // namespace upstream::app
