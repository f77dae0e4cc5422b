#include "folder_walk.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <tuple>
#include <utility>

#include "ignore_file.hpp"
#include "lexical_path.hpp"
#include "system_reason.hpp"

namespace upstream::app {
namespace {

namespace fs = std::filesystem;

/// In whatever case: a file saved as 佐藤.YAML must not go unchecked without a word.
bool has_profile_suffix(std::string_view path) {
  constexpr std::array<std::string_view, 3> suffixes{".yaml", ".yml", ".json"};
  const auto same_letter = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  return std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) {
    return path.size() >= suffix.size() && std::equal(path.end() - static_cast<std::ptrdiff_t>(suffix.size()),
                                                      path.end(), suffix.begin(), suffix.end(), same_letter);
  });
}

std::string resolved(const std::string& path) {
  std::error_code error;
  auto real = fs::canonical(path, error).string();
  return error ? path : real;
}

Text is_no_regular_file() { return {"普通のファイルではない", "it is no regular file"}; }

}  // namespace

FolderWalk::FolderWalk(const std::string& operand, const InputRules& rules, const WorkingPlace& place)
    : rules_(rules),
      place_(place),
      shown_(tidy_path(operand)),
      absolute_(absolute_path(operand, place.folder)),
      excluded_from_(absolute_path(rules.excluded_from, place.folder)),
      real_(resolved(operand)) {
  if (shown_ == ".") shown_.clear();
}

void FolderWalk::run() {
  enter(nullptr, "");
  read_waiting_folders();
  finish_round();
  while (!links_.empty()) {
    auto links = std::exchange(links_, {});
    std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.below < b.below; });
    for (const auto& link : links) {
      follow(link);
      read_waiting_folders();
    }
    finish_round();
  }
  std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.path < b.path; });
  std::sort(passed_over_.begin(), passed_over_.end(), [](const PassedOver& a, const PassedOver& b) {
    return std::tie(a.display, a.why.en) < std::tie(b.display, b.why.en);
  });
}

std::string FolderWalk::path_of(std::string_view below) const {
  auto path = below.empty() ? shown_ : joined(shown_, below);
  return path.empty() ? "." : path;
}

void FolderWalk::pass_over(std::string_view below, Text why, bool lost) {
  passed_over_.push_back({path_of(below), std::move(why), lost});
}

void FolderWalk::enter(const Folder* parent, const std::string& below) {
  struct stat status {};
  if (::stat(path_of(below).c_str(), &status) != 0) return pass_over(below, system_reason(errno), true);
  const auto identity = identity_of(status);
  if (entered_.insert(identity).second) {
    folders_.push_back({parent, below, identity, parent != nullptr ? parent->level : nullptr,
                        parent != nullptr ? parent->repository : nullptr});
    waiting_.push_back(&folders_.back());
    return;
  }
  for (; parent != nullptr; parent = parent->parent) {
    if (parent->identity != identity) continue;
    return pass_over(below, {"上のディレクトリに戻るリンク", "it leads back to a directory that it is in"},
                     false);
  }
}

void FolderWalk::begin_repository(Folder& folder, const std::string& path) {
  folder.level = nullptr;
  folder.repository = &repositories_.emplace_back(resolved(path));
}

void FolderWalk::add_level(Folder& folder, const std::string& absolute, const std::string& path) {
  auto file = read_ignore_file(path);
  if (file.fault) passed_over_.push_back({path, std::move(*file.fault), false});
  if (file.rules.empty()) return;
  folder.level =
      &levels_.emplace_back(RuleLevel{folder.level, std::move(file.rules), joined(absolute, "").size()});
}

void FolderWalk::read_rules_above(Folder& named) {
  const auto repository = find_repository(absolute_);
  if (!repository || *repository == absolute_) return;
  begin_repository(named, *repository);
  for (auto above = *repository; above != absolute_;) {
    add_level(named, above, relative_path(joined(above, ".gitignore"), place_.folder));
    above = absolute_.substr(0, absolute_.find('/', joined(above, "").size()));
  }
}

void FolderWalk::read_rules_of(Folder& folder) {
  if (folder.parent == nullptr) read_rules_above(folder);
  const auto path = path_of(folder.below);
  if (is_repository(path)) begin_repository(folder, path);
  const auto absolute = folder.below.empty() ? absolute_ : joined(absolute_, folder.below);
  add_level(folder, absolute, path == "." ? ".gitignore" : joined(path, ".gitignore"));
}

void FolderWalk::read_waiting_folders() {
  while (!waiting_.empty()) {
    auto* folder = waiting_.back();
    waiting_.pop_back();
    read_folder(*folder);
  }
}

void FolderWalk::read_folder(Folder& folder) {
  std::error_code error;
  fs::directory_iterator entry(path_of(folder.below), error);
  if (error) return pass_over(folder.below, system_reason(error.value()), true);
  read_rules_of(folder);
  std::vector<Entry> entries;
  for (; entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(read_entry(*entry));
  if (error) pass_over(folder.below, system_reason(error.value()), true);
  // Of a folder that is mounted twice the same name is kept every time.
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  for (const auto& each : entries) {
    if (!each.name.starts_with('.')) take_entry(folder, each);
  }
}

/// Asks what the listing of the folder says where it says something, unlike symlink_status.
FolderWalk::Entry FolderWalk::read_entry(const fs::directory_entry& entry) {
  Entry read{entry.path().filename().string(), Kind::other, 0};
  std::error_code error;
  if (entry.is_symlink(error)) {
    read.kind = Kind::link;
  } else if (!error && entry.is_directory(error)) {
    read.kind = Kind::folder;
  }
  read.error = error.value();
  return read;
}

void FolderWalk::take_entry(const Folder& folder, const Entry& entry) {
  const bool is_folder = entry.kind == Kind::folder;
  const bool may_be_folder = entry.kind != Kind::other || (entry.error != 0 && entry.error != ENOENT);
  if (!may_be_folder && !has_profile_suffix(entry.name)) return;
  auto below = joined(folder.below, entry.name);
  if (entry.kind == Kind::link) {
    links_.push_back({&folder, std::move(below)});
  } else if (is_ignored(folder, below, is_folder)) {
    ++ignored_;
  } else if (entry.error != 0) {
    pass_over(below, system_reason(entry.error), true);
  } else if (is_folder) {
    enter(&folder, below);
  } else {
    take_file(below);
  }
}

void FolderWalk::take_file(const std::string& below) {
  auto path = path_of(below);
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return pass_over(below, system_reason(errno), true);
  if (!S_ISREG(status.st_mode)) return pass_over(below, is_no_regular_file(), true);
  candidates_.push_back({std::move(path), identity_of(status)});
}

void FolderWalk::follow(const Link& link) {
  struct stat status {};
  const int error = ::stat(path_of(link.below).c_str(), &status) == 0 ? 0 : errno;
  const bool is_folder = error == 0 && S_ISDIR(status.st_mode);
  if (!is_folder && !has_profile_suffix(link.below)) return;
  if (is_ignored(*link.folder, link.below, is_folder)) {
    ++ignored_;
  } else if (error == ENOENT) {
    pass_over(link.below, {"リンクの先に何もない", "it is a link to nothing"}, true);
  } else if (error != 0) {
    pass_over(link.below, system_reason(error), true);
  } else if (leads_out(link)) {
    pass_over(link.below,
              {"リポジトリの外に出るリンク。読むなら名前を書く",
               "it is a link that leads out of the repository; name it to have it read"},
              true);
  } else if (is_folder) {
    enter(link.folder, link.below);
  } else {
    take_file(link.below);
  }
}

void FolderWalk::finish_round() {
  std::sort(candidates_.begin(), candidates_.end(),
            [](const Found& a, const Found& b) { return a.path < b.path; });
  for (auto& candidate : candidates_) {
    if (taken_.insert(candidate.identity).second) found_.push_back(std::move(candidate));
  }
  candidates_.clear();
}

bool FolderWalk::is_ignored(const Folder& folder, std::string_view below, bool is_folder) const {
  using enum text::IgnoreRules::Verdict;
  const auto absolute = joined(absolute_, below);
  auto verdict = silent;
  // A `*` is about what lies in its folder, not about the folder.
  if (!rules_.excluded.empty() && !is_within(excluded_from_, absolute)) {
    verdict = rules_.excluded.check(relative_path(absolute, excluded_from_), is_folder);
  }
  for (const auto* level = folder.level; level != nullptr && verdict == silent; level = level->above) {
    verdict = level->rules.check(std::string_view(absolute).substr(level->prefix), is_folder);
  }
  return verdict == ignored;
}

bool FolderWalk::leads_out(const Link& link) const {
  if (link.folder->repository == nullptr) return false;
  const auto target = resolved(path_of(link.below));
  return !is_within(target, *link.folder->repository) && !is_within(target, real_);
}

}  // namespace upstream::app
