#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "upstream/date/date.hpp"

namespace upstream {

/// A set of calendar months, so that work done side by side is counted once. A working life is few words of
/// all those that there are room for, and only those are looked at.
class MonthSet {
 public:
  /// Adds every month from `first` to `last`, both included, as `month_index` counts them.
  void add(int first, int last) {
    if (first > last) return;
    for (int month = first; month <= last; ++month) {
      words_[static_cast<std::size_t>(month) / 64] |= std::uint64_t{1}
                                                      << (static_cast<unsigned>(month) % 64U);
    }
    widen(static_cast<std::size_t>(first) / 64, static_cast<std::size_t>(last) / 64 + 1);
  }
  void add(const MonthSet& other) {
    for (auto i = other.begin_; i < other.end_; ++i) words_[i] |= other.words_[i];
    widen(other.begin_, other.end_);
  }
  [[nodiscard]] int count() const {
    int months = 0;
    for (auto i = begin_; i < end_; ++i) months += std::popcount(words_[i]);
    return months;
  }
  /// Of those from `first` to `last`, both included.
  [[nodiscard]] int count(int first, int last) const {
    if (first > last) return 0;
    const auto lowest = static_cast<std::size_t>(first) / 64;
    const auto highest = static_cast<std::size_t>(last) / 64;
    int months = 0;
    for (auto i = std::max(begin_, lowest); i < end_ && i <= highest; ++i) {
      auto word = words_[i];
      if (i == lowest) word &= ~std::uint64_t{0} << (static_cast<unsigned>(first) % 64U);
      if (i == highest) word &= ~std::uint64_t{0} >> (63U - static_cast<unsigned>(last) % 64U);
      months += std::popcount(word);
    }
    return months;
  }
  [[nodiscard]] bool contains(int month) const {
    const auto word = static_cast<std::size_t>(month) / 64;
    return ((words_[word] >> (static_cast<unsigned>(month) % 64U)) & 1U) != 0;
  }
  [[nodiscard]] bool meets(const MonthSet& other) const {
    for (auto i = begin_; i < end_; ++i) {
      if ((words_[i] & other.words_[i]) != 0) return true;
    }
    return false;
  }

 private:
  void widen(std::size_t begin, std::size_t end) {
    begin_ = std::min(begin_, begin);
    end_ = std::max(end_, end);
  }

  static constexpr std::size_t kMonths = (Date::kLastYear - Date::kFirstYear + 1) * 12;
  static constexpr std::size_t kWords = (kMonths + 63) / 64;
  std::array<std::uint64_t, kWords> words_{};
  // All that is not 0 lies between these two.
  std::size_t begin_ = kWords;
  std::size_t end_ = 0;
};

}  // namespace upstream
