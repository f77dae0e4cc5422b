#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace upstream {

/// Finds ids that several inputs share, in a fixed amount of memory: of each id a hash is kept, and the names
/// of the first that turned out to be shared.
class DuplicateIds {
 public:
  static constexpr std::size_t kMostNamed = 20;   ///< ids
  static constexpr std::size_t kMostPlaces = 10;  ///< of each

  /// `most`: so many different ids are looked at, the first.
  explicit DuplicateIds(std::size_t most) : most_(most) {}

  /// `place`: a number by which the caller knows the input. An empty id is none.
  void add(std::string_view id, std::size_t place);

  [[nodiscard]] std::size_t count() const { return count_; }
  /// Whether there were more than `most`, so that some may share one unseen.
  [[nodiscard]] bool is_full() const { return full_; }

  struct Shared {
    std::vector<std::size_t> places;  ///< the first ones
    std::size_t more = 0;
  };
  [[nodiscard]] const std::map<std::string, Shared, std::less<>>& named() const { return named_; }

 private:
  struct Seen {
    std::size_t place;
    bool shared = false;
  };
  std::size_t most_;
  std::size_t count_ = 0;
  bool full_ = false;
  std::unordered_map<std::uint64_t, Seen> seen_;
  std::map<std::string, Shared, std::less<>> named_;
};

}  // namespace upstream
