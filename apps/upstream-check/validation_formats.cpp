#include "validation_formats.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "did_you_mean.hpp"

namespace upstream::app {
namespace {

Complaint no_format(std::string_view name) {
  const auto words = words_of(formats_of(Command::validate));
  auto help = did_you_mean(name, words);
  if (help.en.empty()) {
    help = {"ファイルに書くなら --format sarif=out.sarif のように",
            "to write a file: --format sarif=out.sarif"};
  }
  return {{fmt::format("--format の値「{}」は {} のどれでもない", name, formats_of(Command::validate)),
           fmt::format("--format '{}' is none of {}", name, formats_of(Command::validate))},
          std::move(help)};
}

}  // namespace

Checked<std::vector<FormatRequest>> read_validation_formats(const Options& options) {
  const auto words = words_of(formats_of(Command::validate));
  std::vector<FormatRequest> requests;
  for (const std::string_view value : options.all(Option::format)) {
    const auto equals = value.find('=');
    const auto name = value.substr(0, equals);
    const auto word = std::find(words.begin(), words.end(), name);
    if (word == words.end()) return no_format(name);
    FormatRequest request{static_cast<ValidationFormat>(word - words.begin()), std::nullopt};
    if (equals != std::string_view::npos) request.file = std::string(value.substr(equals + 1));
    if (request.file && request.file->empty()) {
      return Complaint{{fmt::format("--format {} にファイルの名前がない", value),
                        fmt::format("--format {} lacks the name of the file", value)},
                       {}};
    }
    requests.push_back(std::move(request));
  }
  if (requests.empty()) requests.emplace_back();
  const auto to_stdout = [](const FormatRequest& request) { return !request.file; };
  if (std::count_if(requests.begin(), requests.end(), to_stdout) > 1) {
    return Complaint{{"標準出力に書ける形式は一つだけ", "only one format can go to standard output"},
                     {"ほかの形式は --format sarif=out.sarif のようにファイルへ",
                      "give the others a file: --format sarif=out.sarif"}};
  }
  if (options.given(Option::output) && std::none_of(requests.begin(), requests.end(), to_stdout)) {
    return Complaint{
        {"-o に書く形式がない", "no format is left for -o"},
        {"-o は、ファイルを付けない --format の行き先", "-o is where the --format without a file goes"}};
  }
  std::vector<std::string_view> files;
  for (const auto& request : requests) {
    if (request.file) files.push_back(*request.file);
  }
  if (const auto output = options.value(Option::output)) files.push_back(*output);
  std::sort(files.begin(), files.end());
  if (const auto twice = std::adjacent_find(files.begin(), files.end()); twice != files.end()) {
    return Complaint{{fmt::format("「{}」に二つの形式を書くことになる", *twice),
                      fmt::format("'{}' would be written twice", *twice)},
                     {}};
  }
  return requests;
}

}  // namespace upstream::app
