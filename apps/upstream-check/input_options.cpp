#include "input_options.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>
#include <sys/stat.h>

#include "input.hpp"
#include "output.hpp"
#include "upstream/config/load.hpp"
#include "upstream/validate/validate.hpp"

namespace upstream::app {
namespace {

/// Of what is a file: a device or pipe is written on, and nothing is lost.
void add_identity(std::set<FileIdentity>& identities, const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) identities.insert(identity_of(status));
}

/// No format of ours is YAML, so what has that ending was written by somebody.
bool is_earlier_report(const InputFile& file) {
  if (!file.path.ends_with(".json")) return false;
  auto read = read_file(file.path);
  return read.reading != Reading::read ||
         !is_meant_as_profile(SourceFile(file.display, std::move(read.bytes)));
}

}  // namespace

Checked<InputRules> read_input_rules(const Invocation& invocation) {
  InputRules rules;
  rules.excluded_from = invocation.exclude_from;
  if (const auto name = invocation.options.value(Option::stdin_filename))
    rules.standard_input_name = std::string(*name);
  const auto& globs = invocation.options.all(Option::exclude);
  for (std::size_t i = 0; i < globs.size(); ++i) {
    const auto wrong = rules.excluded.add_line(globs[i]);
    if (!wrong) continue;
    const auto origin = invocation.options.origin(Option::exclude, i);
    return Complaint{{fmt::format("{} の「{}」: {}", origin, globs[i], wrong->ja),
                      fmt::format("{} '{}': {}", origin, globs[i], wrong->en)},
                     {}};
  }
  return rules;
}

Checked<std::optional<int>> read_expiring_within(const Options& options) {
  const auto text = options.value(Option::expiring_within);
  if (!text) return std::optional<int>();
  if (const auto days = parse_days(*text)) return days;
  const auto origin = options.origin(Option::expiring_within);
  return Complaint{{fmt::format("{} の値「{}」は 0 から {} までの日数ではない", origin, *text, kMostDays),
                    fmt::format("{} '{}' is no number of days from 0 to {}", origin, *text, kMostDays)},
                   {"90d のように書いてください", "write it like 90d"}};
}

std::vector<ResultFile> result_files(const Options& options) {
  std::vector<ResultFile> files;
  const auto add = [&](std::string_view asked, std::string_view path) {
    if (!path.empty() && !is_standard_output(path)) files.push_back({asked, std::string(path)});
  };
  if (const auto path = options.value(Option::output)) add("-o", *path);
  for (const std::string_view format : options.all(Option::format)) {
    if (const auto equals = format.find('='); equals != std::string_view::npos)
      add("--format", format.substr(equals + 1));
  }
  return files;
}

std::optional<Complaint> leave_out_own_files(InputTree& tree, const Options& options) {
  std::set<FileIdentity> own;
  for (const auto option : {Option::rubric, Option::baseline}) {
    if (const auto path = options.value(option)) add_identity(own, std::string(*path));
  }
  std::set<FileIdentity> results;
  for (const auto& result : result_files(options)) add_identity(results, result.path);
  for (const auto& file : tree.files) {
    if (!file.identity || !results.contains(*file.identity) || is_earlier_report(file)) continue;
    return Complaint{{fmt::format("結果で「{}」を上書きすることになる", file.display),
                      fmt::format("the result would overwrite the profile '{}'", file.display)},
                     {"別の名前にしてください", "choose another name"}};
  }
  own.merge(results);
  std::erase_if(tree.files,
                [&](const InputFile& file) { return file.identity && own.contains(*file.identity); });
  return std::nullopt;
}

}  // namespace upstream::app
