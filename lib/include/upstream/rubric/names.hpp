#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "upstream/text/text.hpp"

namespace upstream {

enum class NameKind : std::uint8_t { stage, skill, domain, value, path, certification };
inline constexpr std::size_t kNameKinds = 6;
[[nodiscard]] std::string_view id(NameKind kind);

/// What a name of the input means.
struct Lookup {
  enum class Result : std::uint8_t {
    found,
    noted,      ///< found, by a reading the user should know of (運用 as 保守)
    ambiguous,  ///< may mean several things; `question` asks which
    excluded,   ///< known, but not part of the ladder; `question` says why
    unknown,
  };
  Result result = Result::unknown;
  std::uint16_t index = 0;
  const Text* question = nullptr;
  const std::vector<std::string>* candidates = nullptr;  ///< ids
};

/// Ids, labels and aliases of everything in a rubric that a profile may name, by kind, compared by
/// `match_key`. `kind:id` is accepted where an id is.
class Names {
 public:
  struct Ambiguity {
    std::vector<std::string> candidates;
    Text question;
    bool excluded = false;
  };

  /// The place that already has the name, if another thing of the kind does; then nothing is added.
  std::optional<std::uint16_t> add(NameKind kind, std::string_view name, std::uint16_t index,
                                   bool noted = false);
  /// False where the name means something definite already.
  bool add_ambiguous(NameKind kind, std::string_view name, const Ambiguity& ambiguity);

  [[nodiscard]] Lookup find(NameKind kind, std::string_view name) const;

  /// A name as the rubric writes it, and what it means.
  struct Spelling {
    std::string written;
    std::uint16_t index = 0;
  };
  /// Every id, label and alias that means one definite thing, none twice, in the order of the rubric: what an
  /// editor can offer. Ambiguous names and those of things outside the ladder are not among them.
  [[nodiscard]] const std::vector<Spelling>& spellings(NameKind kind) const { return table(kind).spellings; }

  /// The spelling nearest to `name` among all of the kind, for a did-you-mean; empty where none is near.
  [[nodiscard]] std::string_view closest(NameKind kind, std::string_view name) const;

  /// The same where `name` can only be a slip of what that spelling means (text::slips_of); otherwise empty.
  [[nodiscard]] std::string_view meant(NameKind kind, std::string_view name) const;

 private:
  struct Entry {
    std::uint16_t index = 0;
    Lookup::Result result = Lookup::Result::found;
    std::string written;
  };
  struct Table {
    std::unordered_map<std::string, Entry> entries;
    std::vector<std::string> order;  ///< keys as added, so that suggestions do not depend on hashing
    std::vector<Spelling> spellings;
  };
  [[nodiscard]] const Table& table(NameKind kind) const { return tables_[static_cast<std::size_t>(kind)]; }

  Table tables_[kNameKinds];
  std::vector<Ambiguity> ambiguities_;
};

}  // namespace upstream
