#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace upstream::test {

/// Changes a profile in the ways in which people get one wrong, or right in another way. Seeded.
class ProfileMutator {
 public:
  explicit ProfileMutator(std::uint64_t seed) : random_(seed) {}

  /// One change or two; what they were is in `done()`.
  [[nodiscard]] nlohmann::json mutated(nlohmann::json profile);
  [[nodiscard]] const std::string& done() const { return done_; }

 private:
  using Json = nlohmann::json;
  using Pointer = Json::json_pointer;

  [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
  template <typename Items>
  [[nodiscard]] const auto& one_of(const Items& items) {
    return items[below(items.size())];
  }
  /// A place whose value `fits`; the root where there is none.
  template <typename Fits>
  [[nodiscard]] Pointer place(const Json& profile, Fits&& fits);

  void drop_key(Json& profile);
  void rename_key(Json& profile);
  void add_key(Json& profile);
  void swap_type(Json& profile);
  void change_number(Json& profile);
  void change_word(Json& profile);
  void change_date(Json& profile);
  void change_list(Json& profile);
  void lengthen(Json& profile);
  void state_period(Json& profile);
  void rate_skill(Json& profile);

  struct Change {
    const char* name;
    void (ProfileMutator::*make)(Json&);
  };
  static const std::vector<Change>& changes();

  std::mt19937_64 random_;
  std::string done_;
};

}  // namespace upstream::test
