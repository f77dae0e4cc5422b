#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explain_catalog.hpp"

namespace upstream::explaining {

/// Looks a name up among `subjects`, which must outlive the finder. `kind:` before the name asks for one kind
/// only.
class Finder {
 public:
  Finder(std::string_view text, const std::vector<Subject>& subjects, const Rubric& rubric);

  /// The name without its kind.
  [[nodiscard]] std::string_view name() const { return name_; }

  /// Everything that is meant: by id, else by the names a profile may use, else by label.
  [[nodiscard]] std::vector<const Subject*> find() const;
  /// Where the rubric asks back instead of resolving the name.
  [[nodiscard]] std::optional<Lookup> question() const;
  /// The nearest of all ids, labels and names; empty where none is near.
  [[nodiscard]] std::string suggestion() const;

 private:
  template <typename Predicate>
  [[nodiscard]] std::vector<const Subject*> all(Predicate&& is_meant) const;
  [[nodiscard]] std::vector<const Subject*> by_profile_name() const;
  [[nodiscard]] bool may_be(std::string_view kind) const { return kind_.empty() || kind_ == kind; }

  std::string_view kind_;  ///< empty: any
  std::string_view name_;
  std::string key_;
  const std::vector<Subject>& subjects_;
  const Rubric& rubric_;
};

}  // namespace upstream::explaining
