#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "file_identity.hpp"
#include "input_tree.hpp"

namespace upstream::app {

/// Goes through one named folder. Folders are kept on a list and not on the stack: what others have nested
/// may be deep. Links are followed last, round by round, so that a file is known by its own name where it has
/// one here.
class FolderWalk {
 public:
  /// A profile that was found.
  struct Found {
    std::string path;  ///< the operand, tidied, and what is below it
    FileIdentity identity;
  };

  FolderWalk(const std::string& operand, const InputRules& rules, const WorkingPlace& place);

  void run();

  /// In byte order of the paths; one entry a file, however many links lead to it.
  [[nodiscard]] const std::vector<Found>& found() const { return found_; }
  [[nodiscard]] const std::vector<PassedOver>& passed_over() const { return passed_over_; }
  [[nodiscard]] std::size_t ignored() const { return ignored_; }

 private:
  /// The rules of one .gitignore, and those of the folders above it.
  struct RuleLevel {
    const RuleLevel* above;
    text::IgnoreRules rules;
    std::size_t prefix;  ///< length of the folder's absolute path and the slash behind it
  };
  struct Folder {
    const Folder* parent;
    std::string below;  ///< its path from the named folder, of which it is empty
    FileIdentity identity;
    const RuleLevel* level;
    const std::string* repository;  ///< real path of the one it is in, if any
  };
  enum class Kind : std::uint8_t { folder, link, other };
  struct Entry {
    std::string name;
    Kind kind;
    int error;  ///< why its kind could not be told; else 0
  };
  struct Link {
    const Folder* folder;
    std::string below;
  };

  [[nodiscard]] static Entry read_entry(const std::filesystem::directory_entry& entry);
  [[nodiscard]] std::string path_of(std::string_view below) const;
  void pass_over(std::string_view below, Text why, bool lost);

  void enter(const Folder* parent, const std::string& below);
  void read_rules_above(Folder& named);
  void read_rules_of(Folder& folder);
  void add_level(Folder& folder, const std::string& absolute, const std::string& path);
  void begin_repository(Folder& folder, const std::string& path);
  void read_waiting_folders();
  void read_folder(Folder& folder);
  void take_entry(const Folder& folder, const Entry& entry);
  void take_file(const std::string& below);
  void follow(const Link& link);
  void finish_round();

  [[nodiscard]] bool is_ignored(const Folder& folder, std::string_view below, bool is_folder) const;
  [[nodiscard]] bool leads_out(const Link& link) const;

  const InputRules& rules_;
  const WorkingPlace& place_;
  std::string shown_;          ///< the named folder, tidied; empty for the working directory
  std::string absolute_;       ///< the same from the root
  std::string excluded_from_;  ///< what the exclusions are relative to, from the root
  std::string real_;           ///< the named folder from the root, links resolved

  std::deque<std::string> repositories_;
  std::deque<RuleLevel> levels_;
  std::deque<Folder> folders_;
  std::vector<Folder*> waiting_;
  std::vector<Link> links_;
  std::set<FileIdentity> entered_;
  std::set<FileIdentity> taken_;
  std::vector<Found> candidates_;  ///< of this round
  std::vector<Found> found_;
  std::vector<PassedOver> passed_over_;
  std::size_t ignored_ = 0;
};

}  // namespace upstream::app
