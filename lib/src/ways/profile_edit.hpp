#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile_tree.hpp"
#include "upstream/date/date.hpp"
#include "upstream/rubric/rubric.hpp"
#include "upstream/ways/fault.hpp"

namespace upstream::ways {

/// Where something was changed, from the root: keys, and places in lists from 0.
using Place = std::vector<std::string>;

struct Edit {
  std::string asked;  ///< as written: "--set skills.network=3"
  Place place;
};

/// Changes a profile's tree as the options of `whatif` ask. Whether the outcome is a profile is for the
/// reader to say; here is only refused what has no place to be written to.
class ProfileEditor {
 public:
  ProfileEditor(Json tree, const Rubric& rubric) : tree_(std::move(tree)), rubric_(rubric) {}

  /// PATH=VALUE
  void set(std::string_view assignment);
  /// NAME or NAME@DATE. The certificate counts from `acquired` on; DATE may not lie behind `day`.
  void add_certificate(std::string_view words, Day day);
  /// STAGE=N: work of so many months, the last of which is the day's.
  void add_months(std::string_view words, Day day, const std::vector<std::string>& domains);

  [[nodiscard]] const Json& tree() const { return tree_; }
  [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }
  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }

 private:
  void write(Edit edit, Json value);
  [[nodiscard]] bool overlaps(const Edit& edit);
  void fault(Text message, Text help = {}) { faults_.push_back({std::move(message), std::move(help)}); }

  Json tree_;
  const Rubric& rubric_;
  std::vector<Edit> edits_;
  std::vector<Fault> faults_;
};

}  // namespace upstream::ways
