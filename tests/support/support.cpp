#include "support/support.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "upstream/profile/load.hpp"
#include "upstream/rubric/load.hpp"

namespace upstream::test {

const Rubric& builtin_rubric() {
  static const Rubric rubric = [] {
    auto loaded = load_rubric_text(builtin_rubric_text());
    if (loaded.rubric) return std::move(*loaded.rubric);
    for (const auto& place : places(loaded.diagnostics)) std::cerr << "built-in rubric: " << place << '\n';
    std::abort();
  }();
  return rubric;
}

Loaded load(std::string_view text, std::string_view path) {
  Loaded loaded;
  loaded.profile =
      load_profile(SourceFile(std::string(path), std::string(text)), builtin_rubric(), loaded.diagnostics);
  loaded.diagnostics.sort();
  return loaded;
}

LoadedRubric load_rubric_text(std::string_view text) {
  LoadedRubric loaded;
  loaded.rubric = load_rubric(SourceFile("rubric.yaml", std::string(text)), loaded.diagnostics);
  return loaded;
}

std::vector<std::string> rule_ids(const Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (const auto& item : diagnostics.items()) ids.emplace_back(rule_info(item.rule).id);
  return ids;
}

std::vector<std::string> places(const Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const auto& item : diagnostics.items()) {
    all.push_back(fmt::format("{}:{} {} {}", item.span.begin.line, item.span.begin.column, id(item.severity),
                              rule_info(item.rule).id));
  }
  return all;
}

std::string to_string(const Span& span) {
  return fmt::format("{}:{}-{}:{}", span.begin.line, span.begin.column, span.end.line, span.end.column);
}

std::string read_source_tree(std::string_view path) {
  std::ifstream in(std::filesystem::path(UPSTREAM_SOURCE_DIR) / path, std::ios::binary);
  EXPECT_TRUE(in) << path << " cannot be read";
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void expect_golden(std::string_view path, const std::string& actual) {
  const auto whole = std::filesystem::path(UPSTREAM_SOURCE_DIR) / path;
  if (std::getenv("UPSTREAM_UPDATE_GOLDEN") != nullptr && std::getenv("CI") == nullptr) {
    std::ofstream(whole, std::ios::binary) << actual;
    return;
  }
  std::ifstream in(whole, std::ios::binary);
  ASSERT_TRUE(in) << path << " is missing: run with UPSTREAM_UPDATE_GOLDEN=1 and read what it wrote";
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()), actual)
      << path;
}

int property_runs(int otherwise) {
  const char* wanted = std::getenv("UPSTREAM_PROPERTY_RUNS");
  return wanted != nullptr ? std::max(1, std::atoi(wanted)) : otherwise;
}

std::vector<std::string> files_of_source_tree(std::string_view folder) {
  const std::filesystem::path root(UPSTREAM_SOURCE_DIR);
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    if (entry.is_regular_file() && entry.path().filename().string().front() != '.') {
      files.push_back(entry.path().lexically_relative(root).generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  const auto at = out.find(from);
  if (at == std::string::npos || out.find(from, at + 1) != std::string::npos) {
    ADD_FAILURE() << "does not stand there exactly once: " << from;
    return out;
  }
  return out.replace(at, from.size(), to);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace upstream::test

namespace upstream {

void PrintTo(const Position& position, std::ostream* out) { *out << position.line << ':' << position.column; }
void PrintTo(const Span& span, std::ostream* out) { *out << test::to_string(span); }
void PrintTo(const Date& date, std::ostream* out) { *out << date.iso(); }

}  // namespace upstream
