#include "input_tree.hpp"

#include <set>
#include <utility>

#include <sys/stat.h>

#include "file_identity.hpp"
#include "folder_walk.hpp"
#include "lexical_path.hpp"
#include "operand.hpp"

namespace upstream::app {
namespace {

class Collector {
 public:
  Collector(const InputRules& rules, const WorkingPlace& place) : rules_(rules), place_(place) {}

  void take(const std::string& operand) {
    struct stat status {};
    if (is_standard_input(operand)) {
      take_standard_input();
    } else if (::stat(operand.c_str(), &status) != 0) {
      // The reader says why. Without an identity the name has to do.
      if (missing_.insert(operand).second) add(operand, shown(operand), std::nullopt);
    } else if (S_ISDIR(status.st_mode)) {
      take_folder(operand);
    } else if (taken_.insert(identity_of(status)).second) {
      add(operand, shown(operand), identity_of(status));
    }
  }

  [[nodiscard]] InputTree finish() { return std::move(tree_); }

 private:
  /// `./-` stays: `-` would be another input.
  static std::string shown(const std::string& operand) {
    auto tidy = tidy_path(operand);
    return operand.empty() || is_standard_input(tidy) ? operand : tidy;
  }

  void add(std::string path, std::string display, std::optional<FileIdentity> identity) {
    auto place = repository_path(path, place_);
    tree_.files.push_back({std::move(path), std::move(display), std::move(place), identity});
  }

  void take_standard_input() {
    if (std::exchange(has_standard_input_, true)) return;
    const auto& name = rules_.standard_input_name;
    tree_.files.push_back({"-", name.value_or("<stdin>"), name ? repository_path(*name, place_) : "<stdin>"});
  }

  void take_folder(const std::string& operand) {
    FolderWalk walk(operand, rules_, place_);
    walk.run();
    bool lost = false;
    for (const auto& passed : walk.passed_over()) {
      lost = lost || passed.lost;
      if (said_.insert({passed.display, passed.why.en}).second) tree_.passed_over.push_back(passed);
    }
    for (const auto& [path, identity] : walk.found()) {
      if (taken_.insert(identity).second) add(path, path, identity);
    }
    tree_.ignored += walk.ignored();
    if (walk.found().empty() && !lost) tree_.empty_operands.push_back(tidy_path(operand));
  }

  const InputRules& rules_;
  const WorkingPlace& place_;
  InputTree tree_;
  std::set<FileIdentity> taken_;
  std::set<std::string> missing_;
  std::set<std::pair<std::string, std::string>> said_;
  bool has_standard_input_ = false;
};

}  // namespace

InputTree collect_inputs(std::span<const std::string> operands, const InputRules& rules,
                         const WorkingPlace& place) {
  Collector collector(rules, place);
  for (const auto& operand : operands) collector.take(operand);
  return collector.finish();
}

}  // namespace upstream::app
