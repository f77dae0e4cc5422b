#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "upstream/date/date.hpp"

namespace upstream {

/// A set of calendar months, so that work done side by side is counted once.
class MonthSet {
 public:
  /// Adds every month from `first` to `last`, both included, as `month_index` counts them.
  void add(int first, int last) {
    for (int month = first; month <= last; ++month) {
      words_[static_cast<std::size_t>(month) / 64] |= std::uint64_t{1}
                                                      << (static_cast<unsigned>(month) % 64U);
    }
  }
  void add(const MonthSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  [[nodiscard]] int count() const {
    int months = 0;
    for (const auto word : words_) months += std::popcount(word);
    return months;
  }
  [[nodiscard]] bool meets(const MonthSet& other) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & other.words_[i]) != 0) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t kMonths = (Date::kLastYear - Date::kFirstYear + 1) * 12;
  std::array<std::uint64_t, (kMonths + 63) / 64> words_{};
};

}  // namespace upstream
