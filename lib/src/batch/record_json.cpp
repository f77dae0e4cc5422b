#include <iterator>

#include <fmt/compile.h>
#include <fmt/format.h>

#include "next_steps.hpp"
#include "report/json_report_value.hpp"
#include "report/json_text.hpp"
#include "report/json_value.hpp"
#include "upstream/batch/record.hpp"

namespace upstream {
namespace embedded {
std::string_view batch_schema() noexcept;
}

namespace {

using json::append_string;
using json::Json;

/// Writes the members of a record one after the other: a tree of values for each of a million records would
/// cost more than the assessment.
class RecordWriter {
 public:
  RecordWriter(std::string& out, const BatchEntry& entry, const RecordOptions& options)
      : out_(out),
        entry_(entry),
        options_(options),
        assessment_(*entry.report.assessment),
        rubric_(*assessment_.rubric) {}

  void write() {
    const auto& profile = *entry_.report.profile;
    out_ += "{\"path\":";
    append_string(out_, entry_.path);
    out_ += ",\"id\":";
    string_or_null(profile.id);
    if (options_.names) {
      out_ += ",\"name\":";
      append_string(out_, profile.name);
    }
    out_ += ",\"ok\":true,\"as_of\":";
    append_string(out_, iso(entry_.report.day));
    write_stage();
    write_readiness();
    write_first_path();
    write_gap_counts();
    write_next_actions();
    write_certifications();
    fmt::format_to(end(), FMT_COMPILE(",\"warnings\":{}}}"),
                   entry_.report.diagnostics.count(Severity::warning));
  }

 private:
  [[nodiscard]] std::back_insert_iterator<std::string> end() { return std::back_inserter(out_); }

  void string_or_null(std::string_view text) {
    if (text.empty()) {
      out_ += "null";
    } else {
      append_string(out_, text);
    }
  }

  void stage(std::string_view key, std::optional<StageIndex> stage) {
    out_.append("\"").append(key).append("\":");
    string_or_null(stage ? std::string_view(rubric_[*stage].id) : std::string_view());
  }

  void write_stage() {
    out_ += ",\"stage\":{";
    stage("experienced", assessment_.experienced);
    out_ += ',';
    stage("seat", assessment_.seat_stage);
    out_ += ',';
    stage("reached", assessment_.reached);
    out_ += ',';
    stage("next", assessment_.next);
    out_ += '}';
  }

  void write_readiness() {
    const auto& readiness = assessment_.readiness;
    fmt::format_to(end(),
                   FMT_COMPILE(",\"readiness\":{{\"score\":{},\"permille\":{},\"low\":{},\"high\":{},"
                               "\"confidence\":{},\"provisional\":{}}}"),
                   readiness.score, readiness.permille, readiness.low, readiness.high, readiness.confidence,
                   readiness.provisional);
  }

  void write_first_path() {
    out_ += ",\"path_first\":";
    if (assessment_.paths.empty()) {
      out_ += "null";
      return;
    }
    const auto& first = assessment_.paths.front();
    out_ += "{\"id\":";
    append_string(out_, rubric_[first.path].id);
    fmt::format_to(end(), FMT_COMPILE(",\"readiness\":{},\"fit\":{}}}"), first.readiness, first.fit);
  }

  void write_gap_counts() {
    const auto counts = count_gaps(assessment_);
    out_ += ",\"gap_counts\":{";
    for (std::size_t i = 0; i < counts.size(); ++i)
      fmt::format_to(end(), FMT_COMPILE("{}\"{}\":{}"), i == 0 ? "" : ",", id(static_cast<GapKind>(i)),
                     counts[i]);
    out_ += '}';
  }

  void write_next_actions() {
    out_ += ",\"next_actions\":[";
    for (const auto& action : assessment_.next_actions) {
      const auto step = next_step(action, assessment_);
      out_ += &action == assessment_.next_actions.data() ? "{\"id\":" : ",{\"id\":";
      append_string(out_, step.id);
      out_ += ",\"kind\":";
      append_string(out_, step.kind);
      out_ += ",\"skill\":";
      string_or_null(step.skill);
      fmt::format_to(end(), FMT_COMPILE(",\"score_after\":{},\"opens_gate\":{},\"text\":"),
                     action.score_after, action.opens_gate);
      append_string(out_, step.text.in(options_.language));
      out_ += '}';
    }
    out_ += ']';
  }

  void write_certifications() {
    out_ += ",\"certifications\":[";
    const auto& all = assessment_.certifications;
    for (const auto& state : all) {
      out_ += &state == all.data() ? "{\"id\":" : ",{\"id\":";
      append_string(out_, rubric_[state.certification].id);
      fmt::format_to(end(), FMT_COMPILE(",\"status\":\"{}\",\"expires\":"), id(state.status));
      string_or_null(state.expires ? iso(state.expires->last_day()) : std::string());
      out_ += '}';
    }
    out_ += ']';
  }

  std::string& out_;
  const BatchEntry& entry_;
  const RecordOptions& options_;
  const Assessment& assessment_;
  const Rubric& rubric_;
};

void append_line(std::string& out, const Json& value) {
  out += json::dump_line(value);
  out.pop_back();  // the line break
}

Json failed_record(const BatchEntry& entry, Language language) {
  Json record{{"path", entry.path}};
  if (entry.line > 0) record["line"] = entry.line;
  record["ok"] = false;
  record["diagnostics_total"] = entry.report.diagnostics.total();
  record["diagnostics"] = json::diagnostics(entry.report.diagnostics, language);
  return record;
}

Json detailed_record(const BatchEntry& entry, const Rubric& rubric, const RecordOptions& options) {
  auto record = json::report(entry.report, rubric, options.language);
  auto& profile = record["profile"];
  profile["path"] = entry.path;
  if (entry.line > 0) profile["line"] = entry.line;
  if (profile["id"] == "") profile["id"] = nullptr;
  if (!options.names) profile["name"] = nullptr;
  return record;
}

}  // namespace

void append_json_record(std::string& out, const BatchEntry& entry, const Rubric& rubric,
                        const RecordOptions& options) {
  if (options.detail) {
    append_line(out, detailed_record(entry, rubric, options));
  } else if (entry.report.ok()) {
    RecordWriter(out, entry, options).write();
  } else {
    append_line(out, failed_record(entry, options.language));
  }
}

std::string_view batch_schema() { return embedded::batch_schema(); }

}  // namespace upstream
