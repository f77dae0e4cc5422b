#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "batch/support.hpp"

namespace upstream::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Cells of one line, as a reader of RFC 4180 takes them.
std::vector<std::string> cells(std::string_view line) {
  EXPECT_TRUE(line.ends_with("\r\n"));
  line.remove_suffix(2);
  std::vector<std::string> all(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      all.back() += line[++i];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      all.emplace_back();
    } else {
      all.back() += line[i];
    }
  }
  EXPECT_FALSE(quoted);
  return all;
}

std::string row_of(const BatchEntry& entry, const RecordOptions& options = {}) {
  std::string row;
  append_csv_record(row, entry, options);
  return row;
}

std::string column(std::string_view name, const BatchEntry& entry, const RecordOptions& options = {}) {
  const auto names = cells(csv_header(options));
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return "no such column";
  return cells(row_of(entry, options)).at(static_cast<std::size_t>(found - names.begin()));
}

TEST(CsvRecord, HasACellForEveryColumnWhateverTheEntry) {
  for (const bool names : {false, true}) {
    const RecordOptions options{Language::ja, names};
    const auto columns = cells(csv_header(options)).size();
    for (const auto& path : files_of_source_tree("profiles"))
      EXPECT_EQ(cells(row_of(entry_of(read_source_tree(path), path), options)).size(), columns) << path;
    EXPECT_EQ(cells(row_of(entry_of("version: 1\nnaem: 'a, \"b\"'\n"), options)).size(), columns);
    EXPECT_EQ(cells(row_of(entry_of("", "<stdin>", 3), options)).size(), columns);
  }
}

TEST(CsvRecord, SaysWhatTheAssessmentSays) {
  const auto entry =
      entry_of("version: 1\nname: 佐藤\nid: h, 1\ncertifications: [{name: CCNA, acquired: 2025-05}]\n");
  EXPECT_EQ(column("id", entry), "h, 1");
  EXPECT_EQ(column("ok", entry), "true");
  EXPECT_EQ(column("line", entry), "");
  EXPECT_EQ(column("score", entry), std::to_string(entry.report.assessment->readiness.score));
  EXPECT_EQ(column("certifications", entry), "ccna valid 2028-05-31");
  EXPECT_EQ(column("name", entry, {Language::ja, true}), "佐藤");
  EXPECT_THAT(row_of(entry), Not(HasSubstr("佐藤")));
}

TEST(CsvRecord, OfAnErrorSaysTheFirst) {
  const auto entry = entry_of("version: 1\nname: x\nskils: {}\n", "<stdin>", 12);
  EXPECT_EQ(column("ok", entry), "false");
  EXPECT_EQ(column("line", entry), "12");
  EXPECT_EQ(column("score", entry), "");
  EXPECT_EQ(column("errors", entry), "1");
  EXPECT_THAT(column("first_error", entry, {Language::en}), testing::StartsWith("3:1 unknown key 'skils'"));
}

}  // namespace
}  // namespace upstream::test
