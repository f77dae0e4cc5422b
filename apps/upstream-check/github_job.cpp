#include "github_job.hpp"

#include <string>

#include <fcntl.h>
#include <fmt/format.h>

#include "descriptor.hpp"
#include "environment.hpp"
#include "system_reason.hpp"
#include "write_all.hpp"

namespace upstream::app {
namespace {

/// 0 or an error number.
int append(const std::string& path, std::string_view text) {
  Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0644));
  if (!file.is_open()) return errno;
  const int error = write_all(file.get(), text);
  const int closing = file.close();
  return error != 0 ? error : closing;
}

}  // namespace

bool is_github_job() { return environment("GITHUB_ACTIONS") == "true"; }

void annotate_in_github_job(const ValidationReport& report, const Messages& messages) {
  messages.rendered(render_github(report));
}

void append_step_summary(const ValidationReport& report, const Messages& messages) {
  const std::string path(environment("GITHUB_STEP_SUMMARY"));
  if (path.empty()) return;
  if (const int error = append(path, render_step_summary(report))) {
    const auto reason = system_reason(error);
    messages.note({fmt::format("GITHUB_STEP_SUMMARY「{}」に書けない: {}", path, reason.ja),
                   fmt::format("GITHUB_STEP_SUMMARY '{}' cannot be written: {}", path, reason.en)});
  }
}

}  // namespace upstream::app
