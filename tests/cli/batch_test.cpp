#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "process.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

#if defined(__SANITIZE_THREAD__)
constexpr bool kThreadSanitizer = true;
#else
constexpr bool kThreadSanitizer = false;
#endif
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kAddressSanitizer = true;
#elif defined(__has_feature)
constexpr bool kAddressSanitizer = __has_feature(address_sanitizer);
#else
constexpr bool kAddressSanitizer = false;
#endif

/// ThreadSanitizer keeps a signal back while its thread sleeps in a library that it does not know.
constexpr const char* kSignalsWait = "signals do not arrive under ThreadSanitizer";

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> all;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) all.push_back(json::parse(line));
  return all;
}

std::string one_line(int number) {
  return fmt::format(
             R"({{"version":1,"name":"n","id":"p{}","as_of":"2026-04-01","skills":{{"network":{}}}}})",
             number, number % 5) +
         "\n";
}

class BatchTest : public CliTest {
 protected:
  [[nodiscard]] Outcome batch(std::vector<std::string> arguments, const World& world = {}) const {
    arguments.insert(arguments.begin(), "batch");
    arguments.insert(arguments.end(), {"--lang", "en"});
    return run(arguments, world);
  }
  [[nodiscard]] Outcome ndjson(std::vector<std::string> arguments, const World& world = {}) const {
    arguments.insert(arguments.end(), {"--format", "ndjson"});
    return batch(std::move(arguments), world);
  }
  void make_folder(const std::string& name) const { std::filesystem::create_directories(folder() / name); }

  /// Good ones with everything among them that can go wrong.
  void make_mixed() const {
    make_folder("in");
    for (int i = 0; i < 60; ++i) write(fmt::format("in/{:03}.yaml", i), one_line(i));
    write("in/010.yaml", kBad);
    write("in/011.yaml", "a: [\n");
    write("in/012.yaml", std::string("\x83\x67\x83\x58: \x92\x5c\n"));
    write("in/013.yaml", "");
    write("in/014.yaml", std::string(2 << 20, 'x'));
    write("in/015.yaml", "a: &x [*x]\n");
    write("in/016.yaml", std::string(500, '[') + "\n");
    std::string many = "version: 1\nname: x\n";
    for (int i = 0; i < 1900; ++i) many += fmt::format("wrong-{}: 1\n", i);
    write("in/017.yaml", many);
    std::filesystem::create_symlink("nowhere", folder() / "in/018.json");
    ::mkfifo((folder() / "in/019.yaml.json").c_str(), 0600);
  }
};

TEST_F(BatchTest, WritesARecordForEachInOrderAndASummary) {
  make_folder("in");
  for (const char* name : {"in/b.yaml", "in/a.yaml", "in/c.json"})
    write(name, name == std::string("in/c.json") ? one_line(3) : std::string(kGood));
  const auto outcome = ndjson({"in/b.yaml", "in"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0]["path"], "in/b.yaml");
  EXPECT_EQ(lines[1]["path"], "in/a.yaml");
  EXPECT_EQ(lines[2]["path"], "in/c.json");
  EXPECT_EQ(lines[2]["id"], "p3");
  EXPECT_EQ(lines[3]["summary"]["files"], 3);
  EXPECT_EQ(lines[3]["summary"]["ok"], 3);
}

TEST_F(BatchTest, AgreesWithAssess) {
  write("good.yaml", kGood);
  const auto record = lines_of(ndjson({"good.yaml"}).out).front();
  const auto whole = json::parse(run({"good.yaml", "--format", "json"}).out);
  for (const char* key : {"score", "permille", "low", "high", "confidence"})
    EXPECT_EQ(record["readiness"][key], whole["readiness"][key]);
  EXPECT_EQ(record["stage"], whole["stage"]);
  EXPECT_EQ(record["as_of"], whole["as_of"]);
}

TEST_F(BatchTest, TheSameBytesWhateverTheJobs) {
  make_mixed();
  for (const char* format : {"table", "csv", "ndjson", "json"}) {
    const auto one = batch({"in", "--format", format, "--jobs", "1"});
    EXPECT_EQ(one.code, 3) << format;
    for (const char* jobs : {"2", "3", "8", "0"}) {
      const auto other = batch({"in", "--format", format, "--jobs", jobs});
      EXPECT_EQ(other.out, one.out) << format << " " << jobs;
      EXPECT_EQ(other.err, one.err) << format << " " << jobs;
      EXPECT_EQ(other.code, one.code) << format << " " << jobs;
    }
  }
}

TEST_F(BatchTest, NothingIsLostAmongWhatCannotBeUsed) {
  make_mixed();
  const auto outcome = ndjson({"in", "absent.yaml"});
  EXPECT_EQ(outcome.code, 3);
  auto lines = lines_of(outcome.out);
  const auto summary = lines.back()["summary"];
  lines.pop_back();
  EXPECT_EQ(summary["files"], lines.size());
  EXPECT_EQ(summary["ok"], 52);
  EXPECT_EQ(summary["failed"], 8);
  EXPECT_EQ(summary["unreadable"], 3);
  std::map<std::string, json> by_path;
  for (const auto& line : lines) by_path[line["path"]] = line;
  EXPECT_EQ(by_path.size(), lines.size());
  const auto rule = [&](const char* path) {
    return by_path[path]["diagnostics"][0]["rule"].get<std::string>();
  };
  EXPECT_EQ(rule("in/014.yaml"), "file-too-large");
  EXPECT_EQ(rule("in/018.json"), "unreadable");
  EXPECT_EQ(rule("in/019.yaml.json"), "unreadable");
  EXPECT_EQ(rule("absent.yaml"), "unreadable");
  EXPECT_EQ(by_path["in/017.yaml"]["diagnostics_total"], 1900);
  EXPECT_EQ(by_path["in/017.yaml"]["diagnostics"].size(), 100U);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("profiles with errors: 8\n  in/010.yaml\n"),
                                 HasSubstr("inputs that could not be read: 3\n")));
}

TEST_F(BatchTest, CountsEveryOneOfAHundredThousandFindings) {
  write("many.yaml", "version: 1\nname: x\nexperience:\n");
  std::ofstream many(folder() / "many.yaml", std::ios::app);
  for (int i = 0; i < 1000; ++i) {
    many << "  - {a: 1";
    for (int j = 0; j < 99; ++j) many << fmt::format(", b{}: 1", j);
    many << "}\n";
  }
  many.close();
  const auto record = lines_of(ndjson({"many.yaml"}).out).front();
  EXPECT_GE(record["diagnostics_total"], 100'000);
  EXPECT_EQ(record["diagnostics"].size(), 100U);
}

TEST_F(BatchTest, SaysWhereNothingIsFound) {
  make_folder("empty");
  const auto outcome = ndjson({"empty"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(lines_of(outcome.out).back()["summary"]["files"], 0);
  EXPECT_THAT(outcome.err,
              AllOf(HasSubstr("'empty' holds no profile"), HasSubstr("there is no profile to assess")));
}

TEST_F(BatchTest, LeavesOutWhatIsExcluded) {
  make_folder("in/old");
  write("in/a.yaml", kGood);
  write("in/old/b.yaml", kGood);
  EXPECT_EQ(lines_of(ndjson({"in", "--exclude", "old/"}).out).size(), 2U);
}

TEST_F(BatchTest, ItsOwnResultIsNoProfile) {
  make_folder("in");
  write("in/a.yaml", kGood);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(batch({"in", "--format", "json", "-o", "in/out.json"}).code, 0);
  EXPECT_EQ(json::parse(read("in/out.json"))["records"].size(), 1U);
}

TEST_F(BatchTest, JsonIsOneDocumentAlsoWithoutRecords) {
  make_folder("empty");
  make_folder("in");
  write("in/a.yaml", kGood);
  write("in/b.yaml", kBad);
  EXPECT_EQ(json::parse(batch({"empty", "--format", "json"}).out)["records"].size(), 0U);
  const auto whole = json::parse(batch({"in", "--format", "json"}).out);
  EXPECT_EQ(whole["schema_version"], 1);
  EXPECT_EQ(whole["records"].size(), 2U);
  EXPECT_EQ(whole["summary"]["failed"], 1);
  EXPECT_FALSE(json::parse(batch({"in", "--format", "json", "--no-summary"}).out).contains("summary"));
}

TEST_F(BatchTest, CsvIsForSpreadsheets) {
  write("a.yaml", kGood);
  const auto plain = batch({"a.yaml", "--format", "csv"});
  EXPECT_THAT(plain.out, StartsWith("path,line,id,ok,"));
  EXPECT_EQ(std::count(plain.out.begin(), plain.out.end(), '\r'), 2);
  EXPECT_EQ(batch({"a.yaml", "--format", "csv", "--bom"}).out, "\xEF\xBB\xBF" + plain.out);
  write("=cmd.yaml", kGood);
  EXPECT_THAT(batch({"=cmd.yaml", "--format", "csv"}).out, HasSubstr("\n'=cmd.yaml,,'=cmd,true,"));
}

TEST_F(BatchTest, NamesAreWrittenOnlyWhenAsked) {
  write("a.yaml", kGood);
  for (const char* format : {"table", "csv", "ndjson", "json"}) {
    EXPECT_THAT(batch({"a.yaml", "--format", format}).out, Not(HasSubstr("Tester"))) << format;
    EXPECT_THAT(batch({"a.yaml", "--format", format, "--names"}).out, HasSubstr("Tester")) << format;
  }
  EXPECT_THAT(ndjson({"a.yaml", "--detail"}).out, Not(HasSubstr("Tester")));
}

TEST_F(BatchTest, TheTableSumsUp) {
  write("a.yaml", kGood);
  write("b.yaml", kBad);
  const auto outcome = batch({"a.yaml", "b.yaml"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("b.yaml: 3:1 unknown key 'skils'"),
                                 HasSubstr("2 profiles: 1 assessed, 1 with errors, 0 unreadable\n")));
  EXPECT_THAT(batch({"a.yaml", "--no-summary"}).out, Not(HasSubstr("assessed")));
}

TEST_F(BatchTest, OneDayHoldsForAll) {
  write("a.yaml", kGood);
  write("b.yaml", "version: 1\nname: x\nas_of: 2025-01-01\n");
  const auto days = [&](const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"a.yaml", "b.yaml", "--no-summary"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::vector<std::string> all;
    for (const auto& line : lines_of(ndjson(arguments).out)) all.push_back(line["as_of"]);
    return all;
  };
  EXPECT_THAT(days({}), ElementsAre("2026-04-01", "2025-01-01"));
  EXPECT_THAT(days({"--as-of", "2027-01-31"}), ElementsAre("2027-01-31", "2027-01-31"));
}

TEST_F(BatchTest, NamesThoseBelowWhatIsRequired) {
  make_folder("in");
  for (int i = 0; i < 25; ++i) write(fmt::format("in/{:02}.yaml", i), one_line(i));
  const auto outcome = ndjson({"in", "--require-stage", "design"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(lines_of(outcome.out).back()["summary"]["not_met"], 25);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("profiles below what is required: 25\n  in/00.yaml (p0)\n"),
                                 HasSubstr("  in/19.yaml (p19)\n  5 more\n"), Not(HasSubstr("in/20.yaml"))));
  EXPECT_EQ(ndjson({"in", "--fail-under", "0"}).code, 0);
  EXPECT_EQ(ndjson({"in", "--require-path", "inhouse-se", "--exit-zero"}).code, 0);
}

TEST_F(BatchTest, WarnsOfIdsThatStandTwice) {
  for (const char* name : {"a.yaml", "b.yaml"}) write(name, "version: 1\nname: x\nid: same\n");
  const auto outcome = ndjson({"a.yaml", "b.yaml"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(lines_of(outcome.out).back()["summary"]["duplicate_ids"], 1);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("warning: ids that more than one input has: 1\n"),
                                 HasSubstr("  same: a.yaml b.yaml\n")));
  EXPECT_EQ(ndjson({"a.yaml", "b.yaml", "-q"}).err, "");
  const std::string line = R"({"version":1,"name":"x","id":"same"})";
  EXPECT_THAT(ndjson({"-", "--input-format", "ndjson"}, {.input = line + "\n\n" + line + "\n"}).err,
              HasSubstr("  same: <stdin>:1 <stdin>:3\n"));
}

// --- streams

TEST_F(BatchTest, GivesOneRecordForEachLine) {
  const auto outcome =
      ndjson({"-", "--input-format", "ndjson", "--stdin-filename", "all.ndjson"},
             {.input = one_line(1) + "\n" + "{\n" + std::string(1'500'000, 'x') + "\n" + one_line(2) + "[]"});
  EXPECT_EQ(outcome.code, 1);
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 7U);
  EXPECT_EQ(lines[0]["id"], "p1");
  EXPECT_FALSE(lines[0].contains("line"));
  EXPECT_EQ(lines[1]["diagnostics"][0]["rule"], "empty-document");
  EXPECT_EQ(lines[2]["ok"], false);
  EXPECT_EQ(lines[3]["diagnostics"][0]["rule"], "file-too-large");
  EXPECT_EQ(lines[4]["id"], "p2");
  EXPECT_EQ(lines[5]["line"], 6);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(lines[i]["line"], i + 1);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(lines[i]["path"], "all.ndjson");
  EXPECT_EQ(lines[6]["summary"]["files"], 6);
}

TEST_F(BatchTest, AnEmptyStreamIsAllRight) {
  for (const char* format : {"ndjson", "yaml"}) {
    const auto outcome = ndjson({"-", "--input-format", format, "--no-summary"});
    EXPECT_EQ(outcome.code, 0) << format;
    EXPECT_EQ(outcome.out + outcome.err, "") << format;
  }
}

TEST_F(BatchTest, TakesYamlDocumentsFromAFile) {
  write("all.yaml", "# all\n---\n" + std::string(kGood) + "---\n" + std::string(kBad) +
                        "---\nversion: 1\nname: |\n  a\n  ---\nid: last\n---\n");
  const auto lines = lines_of(ndjson({"all.yaml", "--input-format", "yaml"}).out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0]["ok"], true);
  EXPECT_EQ(lines[0]["id"], nullptr);
  EXPECT_EQ(lines[1]["line"], 9);
  EXPECT_EQ(lines[1]["diagnostics"][0]["line"], 4) << "counted from the separator, which is the first line";
  EXPECT_EQ(lines[2]["id"], "last");
}

TEST_F(BatchTest, AStreamThatCannotBeReadIsARecord) {
  make_folder("in");
  for (const char* name : {"absent.ndjson", "in"}) {
    const auto outcome = ndjson({name, "--input-format", "ndjson"});
    EXPECT_EQ(outcome.code, 3) << name;
    const auto lines = lines_of(outcome.out);
    EXPECT_EQ(lines[0]["diagnostics"][0]["rule"], "unreadable") << name;
    EXPECT_EQ(lines[1]["summary"]["unreadable"], 1) << name;
  }
}

TEST_F(BatchTest, HoldsNoMoreMemoryForALongStream) {
  if (kAddressSanitizer || kThreadSanitizer) GTEST_SKIP() << "a sanitizer keeps memory of its own";
  {
    std::ofstream stream(folder() / "long.ndjson", std::ios::binary);
    const std::string filler(400, 'x');
    for (int i = 0; i < 200'000; ++i) stream << (i % 20 == 0 ? one_line(i) : "\"" + filler + "\"\n");
  }
  const auto outcome = ndjson({"long.ndjson", "--input-format", "ndjson", "-o", "/dev/null"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_GT(outcome.peak_kib, 0);
  EXPECT_LT(outcome.peak_kib, 48 * 1024) << "the input has 80 MB, the output more";
}

// --- ends before the end

TEST_F(BatchTest, AReaderThatGoesAwayEndsItQuietly) {
  make_mixed();
  const auto outcome = ndjson({"in"}, {.standard_output = Stream::broken_pipe});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_EQ(outcome.err, "");
  // Without an end of the input it has to be the output that ends it.
  const auto piped =
      run({"-c", fmt::format("yes '{}' | {} batch - --input-format ndjson --format ndjson 2>err | head -n 3",
                             R"({"version":1,"name":"x"})", UPSTREAM_CHECK_BINARY)},
          {.program = "bash"});
  EXPECT_EQ(lines_of(piped.out).size(), 3U);
  EXPECT_EQ(read("err"), "");
}

TEST_F(BatchTest, AFullDiskIsAFailureWithAWord) {
  write("a.yaml", kGood);
  for (const auto& outcome : {ndjson({"a.yaml"}, {.standard_output = Stream::full_device}),
                              ndjson({"a.yaml", "-o", "/dev/full"})}) {
    EXPECT_EQ(outcome.code, 4);
    EXPECT_THAT(outcome.err, HasSubstr("cannot be written: no space left"));
  }
  EXPECT_EQ(ndjson({"a.yaml", "-o", "nowhere/out"}).code, 4);
  EXPECT_THAT(names(), ElementsAre("a.yaml"));
}

/// The shell functions of a filter whose input stays open: `feed` and `expect` talk to it.
constexpr std::string_view kTalk = R"sh(
set -m
mkfifo in out
start() { "$BATCH" batch in --input-format ndjson --format ndjson --lang en "$@" >out 2>err & pid=$!; exec 3<>in 4<out; }
)sh";

TEST_F(BatchTest, ARecordDoesNotWaitForTheNextLine) {
  write("line", one_line(1));
  const auto outcome = run({"-c", std::string(kTalk) + R"sh(
    start --no-summary
    for i in 1 2 3; do cat line >&3; read -r record <&4; printf '%s\n' "$record"; done
    exec 3>&-; wait "$pid"; echo "code $?")sh"},
                           {.environment = {{"BATCH", UPSTREAM_CHECK_BINARY}}, .program = "bash"});
  EXPECT_THAT(outcome.out,
              AllOf(StartsWith("{\"path\":\"in\",\"id\":\"p1\""), testing::EndsWith("}\ncode 0\n")));
}

class Interrupted : public BatchTest, public testing::WithParamInterface<const char*> {};

TEST_P(Interrupted, KeepsWholeRecordsAndSaysSo) {
  if (kThreadSanitizer) GTEST_SKIP() << kSignalsWait;
  write("line", one_line(1));
  const auto outcome =
      run({"-c", std::string(kTalk) + R"sh(
    start
    cat line line >&3
    for i in 1 2; do read -r record <&4; printf '%s\n' "$record"; done
    kill -"$SIGNAL" "$pid"; cat <&4; wait "$pid"; echo "code $?" >code)sh"},
          {.environment = {{"BATCH", UPSTREAM_CHECK_BINARY}, {"SIGNAL", GetParam()}}, .program = "bash"});
  EXPECT_EQ(read("code"), "code 4\n");
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[2]["summary"]["interrupted"], true);
  EXPECT_EQ(lines[2]["summary"]["files"], 2);
  EXPECT_THAT(read("err"), HasSubstr("interrupted after 2 records"));
}

INSTANTIATE_TEST_SUITE_P(Signals, Interrupted, testing::Values("INT", "TERM", "HUP"));

TEST_F(BatchTest, WhoWaitsForStandardInputHearsTheFirstSignal) {
  if (kThreadSanitizer) GTEST_SKIP() << kSignalsWait;
  // From when it catches the signal on, it has to hear it.
  const auto outcome = run({"-c", R"sh(
    set -m
    mkfifo in
    exec 3<>in
    "$BATCH" batch - --format ndjson --lang en <in >out 2>err & pid=$!
    printf 'version: 1\n' >&3
    until (( 0x$(sed -n 's/^SigCgt:\t//p' "/proc/$pid/status") & 2 )); do :; done
    kill -INT "$pid"; wait "$pid"; echo "code $?")sh"},
                           {.environment = {{"BATCH", UPSTREAM_CHECK_BINARY}}, .program = "bash"});
  EXPECT_EQ(outcome.out, "code 4\n");
  EXPECT_THAT(read("err"), HasSubstr("interrupted after 0 records"));
}

TEST_F(BatchTest, InterruptedItLeavesTheFileAsItWas) {
  if (kThreadSanitizer) GTEST_SKIP() << kSignalsWait;
  write("result", "old");
  write("line", one_line(1));
  // That the temporary file is there shows that records have been written.
  const auto outcome = run({"-c", R"sh(
    set -m
    mkfifo in
    "$BATCH" batch in --input-format ndjson --format ndjson --lang en -o result 2>err & pid=$!
    exec 3<>in
    cat line >&3
    until compgen -G '.upstream-check.*' >/dev/null; do :; done
    kill -INT "$pid"; wait "$pid"; echo "code $?")sh"},
                           {.environment = {{"BATCH", UPSTREAM_CHECK_BINARY}}, .program = "bash"});
  EXPECT_EQ(outcome.out, "code 4\n");
  EXPECT_EQ(read("result"), "old");
  EXPECT_THAT(read("err"), HasSubstr("interrupted: the file was not written"));
  EXPECT_THAT(names(), ElementsAre("err", "in", "line", "result"));
}

TEST_F(BatchTest, ASignalThatIsSwitchedOffStaysSo) {
  write("line", one_line(1));
  const auto outcome = run({"-c", R"sh(
    trap '' HUP
    mkfifo in out
    "$BATCH" batch in --input-format ndjson --format ndjson --no-summary >out 2>err & pid=$!
    exec 3<>in 4<out
    cat line >&3; read -r record <&4
    kill -HUP "$pid"
    cat line >&3; read -r record <&4
    exec 3>&-; wait "$pid"; echo "code $?")sh"},
                           {.environment = {{"BATCH", UPSTREAM_CHECK_BINARY}}, .program = "bash"});
  EXPECT_EQ(outcome.out, "code 0\n");
}

TEST_F(BatchTest, AFileThatChangesWhileItIsReadIsOneRecordStill) {
  make_folder("in");
  for (int i = 0; i < 40; ++i) write(fmt::format("in/{:02}.yaml", i), one_line(i));
  const auto outcome = run({"-c", R"sh(
    (while [ ! -e done ]; do for f in in/*.yaml; do rm -f "$f"; printf 'version: 1\nname: y\n' >"$f"; done; done) &
    for i in 1 2 3 4 5; do "$BATCH" batch in --format ndjson 2>/dev/null | tail -n 1; done
    : >done; wait)sh"},
                           {.environment = {{"BATCH", UPSTREAM_CHECK_BINARY}}, .program = "bash"});
  const auto lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 5U);
  for (const auto& line : lines) {
    const auto& summary = line["summary"];
    EXPECT_GE(summary["files"], 39) << "one may be gone while the folder is listed";
    EXPECT_EQ(summary["files"].get<int>(),
              summary["ok"].get<int>() + summary["failed"].get<int>() + summary["unreadable"].get<int>());
  }
}

TEST_F(BatchTest, QuickWorkShowsNoProgress) {
  write("a.yaml", kGood);
  EXPECT_EQ(ndjson({"a.yaml"}, {.environment = {{"TERM", "xterm"}}, .standard_error = Stream::terminal}).err,
            "");
}

// --- engines that distribute work (docs/scale.md)

TEST_F(BatchTest, TheRecordsOfPartsMakeThoseOfTheWhole) {
  std::string all;
  for (int i = 0; i < 500; ++i) all += one_line(i);
  write("all.ndjson", all);
  const auto whole = ndjson({"all.ndjson", "--input-format", "ndjson", "--no-summary"});
  ASSERT_EQ(whole.code, 0);
  if (run({"-c", "command -v parallel"}, {.program = "sh"}).code != 0)
    GTEST_SKIP() << "GNU parallel is not installed (Debian package parallel)";
  const auto parts =
      run({"-c", R"sh(
    parallel --will-cite --pipe --keep-order --jobs 3 --block 10k \
      "$BATCH" batch - --stdin-filename all.ndjson --input-format ndjson --format ndjson --no-summary --lang en \
      <all.ndjson)sh"},
          {.environment = {{"BATCH", UPSTREAM_CHECK_BINARY}, {"HOME", folder().string()}}, .program = "sh"});
  EXPECT_EQ(parts.code, 0) << parts.err;
  EXPECT_EQ(parts.out, whole.out);
}

}  // namespace
}  // namespace upstream::test
