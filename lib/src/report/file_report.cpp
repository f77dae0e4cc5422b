#include "upstream/report/file_report.hpp"

#include <utility>

#include "upstream/assess/assess.hpp"
#include "upstream/profile/load.hpp"

namespace upstream {
namespace {

Day day_for(const ReportOptions& options, const Profile* profile) {
  if (options.day) return *options.day;
  if (profile != nullptr && profile->as_of) return *profile->as_of;
  return options.today;
}

}  // namespace

FileReport report_on(SourceFile source, const Rubric& rubric, const ReportOptions& options) {
  FileReport report{std::move(source), {}, options.today, nullptr, std::nullopt};
  if (auto profile = load_profile(report.source, rubric, report.diagnostics)) {
    report.profile = std::make_unique<const Profile>(std::move(*profile));
  }
  report.day = day_for(options, report.profile.get());
  if (report.profile) {
    check_on_day(*report.profile, rubric, report.day, options.future_entries, report.diagnostics);
  }
  report.diagnostics.sort();
  // The day can turn an entry into an error, so that a profile that was read is not used after all.
  if (report.diagnostics.has_errors()) report.profile.reset();
  if (report.profile)
    report.assessment = assess(*report.profile, rubric, {report.day, options.sensitivity, options.details});
  return report;
}

}  // namespace upstream
