#include <algorithm>
#include <numeric>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/support.hpp"
#include "upstream/report/explain.hpp"
#include "upstream/report/json_schema.hpp"
#include "upstream/rubric/load.hpp"
#include "upstream/text/hash.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream {
namespace {

using test::builtin_rubric;
using testing::ElementsAre;
using testing::IsEmpty;

template <typename Items>
std::vector<std::string> ids(const Items& items) {
  std::vector<std::string> all;
  for (const auto& item : items) all.push_back(item.id);
  return all;
}

int weights(const std::vector<Requirement>& requirements) {
  return std::accumulate(requirements.begin(), requirements.end(), 0,
                         [](int sum, const auto& r) { return sum + r.weight; });
}

const Stage& stage(std::string_view id) {
  const auto& stages = builtin_rubric().stages;
  return *std::find_if(stages.begin(), stages.end(), [&](const Stage& s) { return s.id == id; });
}

const Gate& gate(const Stage& of, std::string_view id) {
  return *std::find_if(of.gates.begin(), of.gates.end(), [&](const Gate& g) { return g.id == id; });
}

bool asks_for_certificate(const Need& need) {
  const auto any = [](const std::vector<Need>& of) {
    return std::any_of(of.begin(), of.end(), asks_for_certificate);
  };
  if (const auto* all = std::get_if<AllOf>(&need.kind)) return any(all->of);
  if (const auto* some = std::get_if<AtLeast>(&need.kind)) return any(some->of);
  return std::holds_alternative<CertificateAmong>(need.kind);
}

TEST(BuiltinRubric, LoadsWithoutAWord) {
  EXPECT_THAT(test::places(test::load_rubric_text(builtin_rubric_text()).diagnostics), IsEmpty());
}

TEST(BuiltinRubric, IsTheFileInTheSourceTree) {
  EXPECT_TRUE(builtin_rubric_text() == test::read_source_tree("lib/data/rubric.yaml"));
}

TEST(BuiltinRubric, IsPackedAsItIsRead) {
  const SourceFile source("rubric.yaml", std::string(builtin_rubric_text()));
  Diagnostics diagnostics;
  for (const auto lane : {yaml::Lane::fast, yaml::Lane::careful}) {
    const auto read = yaml::read(source, diagnostics, {}, lane);
    ASSERT_TRUE(read);
    EXPECT_TRUE(packed_builtin_rubric() == text::Hash().add(source.text()).hex() + read->pack());
    EXPECT_TRUE(yaml::Document::unpack(packed_builtin_rubric().substr(16)).same_tree(*read));
  }
}

TEST(BuiltinRubric, LoadedFromThePackedTreeIsTheSame) {
  const auto loaded = load_builtin_rubric();
  EXPECT_EQ(loaded.hash, builtin_rubric().hash);
  for (const auto language : {Language::ja, Language::en}) {
    TextOptions options;
    options.language = language;
    EXPECT_EQ(render_rubric(loaded, options), render_rubric(builtin_rubric(), options));
  }
  EXPECT_EQ(render_profile_schema(loaded), render_profile_schema(builtin_rubric()));
  for (std::size_t s = 0; s < loaded.stages.size(); ++s) {
    for (std::size_t g = 0; g < loaded.stages[s].gates.size(); ++g)
      EXPECT_EQ(loaded.stages[s].gates[g].origin, builtin_rubric().stages[s].gates[g].origin);
  }
}

TEST(BuiltinRubric, HashIsOfTheBytes) {
  EXPECT_EQ(builtin_rubric().hash.size(), 16U);
  const auto other = test::load_rubric_text(std::string(builtin_rubric_text()) + "# a comment\n");
  ASSERT_TRUE(other.rubric);
  EXPECT_NE(other.rubric->hash, builtin_rubric().hash);
}

TEST(BuiltinRubric, HasTheFourStagesInOrder) {
  EXPECT_THAT(ids(builtin_rubric().stages), ElementsAre("monitoring", "maintenance", "build", "design"));
  EXPECT_EQ(builtin_rubric().target().value, 3);
}

TEST(BuiltinRubric, HasThirteenSkillsWithASentenceForEveryLevel) {
  EXPECT_THAT(ids(builtin_rubric().skills),
              ElementsAre("operations", "troubleshooting", "procedure-writing", "network", "server",
                          "cloud-virtualization", "database", "security", "automation", "infra-architecture",
                          "design-documentation", "requirements", "management"));
  for (const auto& skill : builtin_rubric().skills) {
    for (const auto& level : skill.levels) {
      EXPECT_FALSE(level.sentence.ja.empty() || level.sentence.en.empty()) << skill.id;
      EXPECT_FALSE(level.step.ja.empty() || level.step.en.empty()) << skill.id;
    }
  }
}

TEST(BuiltinRubric, OnlyDatabaseAndAutomationMayBeNotApplicable) {
  std::vector<std::string> may;
  for (const auto& skill : builtin_rubric().skills) {
    if (skill.not_applicable) may.push_back(skill.id);
  }
  EXPECT_THAT(may, ElementsAre("database", "automation"));
}

TEST(BuiltinRubric, HasTheSixPaths) {
  EXPECT_THAT(ids(builtin_rubric().paths),
              testing::UnorderedElementsAre("it-consultant", "project-manager", "inhouse-se",
                                            "cloud-engineer", "security-engineer", "infra-architect"));
}

TEST(BuiltinRubric, KnowsEveryCertificate) {
  const std::set<std::string> expected{"ccna",          "ccnp-ent",
                                       "ccnp-sec",      "ccie-ei",
                                       "network-plus",  "lpic-1",
                                       "lpic-2",        "lpic-3",
                                       "linuc-1",       "linuc-2",
                                       "linuc-3",       "linuc-3-ps",
                                       "linuc-3-ss",    "linuc-4-sa",
                                       "rhcsa",         "rhce",
                                       "oracle-bronze", "oracle-silver",
                                       "oracle-gold",   "oracle-platinum",
                                       "ossdb-silver",  "ossdb-gold",
                                       "aws-clf",       "aws-saa",
                                       "aws-soa",       "aws-sap",
                                       "aws-dop",       "aws-scs",
                                       "aws-ans",       "az-900",
                                       "az-104",        "az-305",
                                       "az-500",        "az-700",
                                       "gcp-ace",       "gcp-pca",
                                       "cka",           "ckad",
                                       "cks",           "terraform-associate",
                                       "vcp",           "security-plus",
                                       "cissp",         "ipa-ip",
                                       "ipa-sg",        "ipa-fe",
                                       "ipa-ap",        "ipa-nw",
                                       "ipa-db",        "ipa-sa",
                                       "ipa-sm",        "ipa-pm",
                                       "ipa-st",        "ipa-au",
                                       "ipa-sc",        "ipa-riss",
                                       "pmp",           "itil4-foundation",
                                       "jp1",           "zabbix"};
  const auto known = ids(builtin_rubric().certifications);
  EXPECT_EQ(std::set<std::string>(known.begin(), known.end()), expected);
  EXPECT_EQ(known.size(), expected.size());
}

TEST(BuiltinRubric, MarksWhatIsApproximate) {
  for (const auto& certification : builtin_rubric().certifications) {
    for (const char* id : {"ccnp-sec", "jp1", "zabbix", "network-plus"}) {
      EXPECT_TRUE(certification.id != id || !certification.approximate.empty()) << id;
    }
  }
}

TEST(BuiltinRubric, WeightsOfEveryLadderSumTo1000) {
  for (const auto& one : builtin_rubric().stages) EXPECT_EQ(weights(one.requirements), 1000) << one.id;
  for (const auto& one : builtin_rubric().paths) EXPECT_EQ(weights(one.requirements), 1000) << one.id;
}

/// Every mapping with a `source` key must have text in it; the reader reports the ones that lack the key.
void expect_sources(yaml::Node node, std::size_t& found) {
  if (node.is_sequence()) node.for_each_item([&](yaml::Node item) { expect_sources(item, found); });
  if (!node.is_mapping()) return;
  node.for_each_entry([&](yaml::Node key, yaml::Node value) {
    if (key.text() == "source") {
      ++found;
      EXPECT_FALSE(value.text().empty()) << test::to_string(key.span());
    }
    expect_sources(value, found);
  });
}

TEST(BuiltinRubric, EverySourceIsWritten) {
  Diagnostics diagnostics;
  const SourceFile source("rubric.yaml", std::string(builtin_rubric_text()));
  const auto document = yaml::read(source, diagnostics);
  ASSERT_TRUE(document);
  std::size_t found = 0;
  expect_sources(document->root(), found);
  EXPECT_GT(found, 200U);
}

TEST(BuiltinRubric, NoGateAsksForACertificate) {
  for (const auto& one : builtin_rubric().stages) {
    for (const auto& each : one.gates) EXPECT_FALSE(asks_for_certificate(each.need)) << each.id;
  }
}

TEST(BuiltinRubric, CertificatesCarry80OfTheDesignPermille) {
  int certificates = 0;
  for (const auto& requirement : stage("design").requirements) {
    if (!asks_for_certificate(requirement.need)) continue;
    certificates += requirement.weight;
    EXPECT_THAT(requirement.label.ja, testing::HasSubstr("歓迎")) << requirement.id;
    EXPECT_THAT(requirement.action.ja, testing::HasSubstr("必須ではない")) << requirement.id;
  }
  EXPECT_EQ(certificates, 80);
}

TEST(DesignGates, AskForAYearOfMaintenanceOrAbove) {
  const auto& need = std::get<MonthsAtLeast>(gate(stage("design"), "design-gate-maintenance").need.kind);
  EXPECT_EQ(need.months, 12);
  EXPECT_FALSE(need.filter.stages.contains({0}));
  EXPECT_EQ(need.filter.stages.size(), 3);
}

TEST(DesignGates, AskForSixMonthsOfBuildOrALabOf60Hours) {
  const auto& any = std::get<AtLeast>(gate(stage("design"), "design-gate-practice").need.kind);
  EXPECT_EQ(any.count, 1);
  ASSERT_EQ(any.of.size(), 2U);
  const auto& months = std::get<MonthsAtLeast>(any.of[0].kind);
  EXPECT_EQ(months.months, 6);
  EXPECT_FALSE(months.filter.stages.contains({1}));
  EXPECT_TRUE(months.filter.stages.contains({2}));
  const auto& lab = std::get<LabHoursAtLeast>(any.of[1].kind);
  EXPECT_EQ(lab.hours, 60);
  EXPECT_TRUE(lab.artifact);
}

TEST(DesignGates, AskForOneDomainSkillAtThree) {
  const auto& any = std::get<AtLeast>(gate(stage("design"), "design-gate-domain").need.kind);
  EXPECT_EQ(any.count, 1);
  EXPECT_EQ(any.of.size(), 4U);
  for (const auto& need : any.of) EXPECT_EQ(std::get<SkillAtLeast>(need.kind).level, 3);
}

TEST(DesignReadiness, CountsMaintenanceAndBuildAtTheirOwnStage) {
  int own_stage = 0;
  for (const auto& requirement : stage("design").requirements) {
    const auto* months = std::get_if<MonthsAtLeast>(&requirement.need.kind);
    if (months == nullptr || months->filter.stages.size() != 1) continue;
    if (months->filter.stages.contains({1}) || months->filter.stages.contains({2}))
      own_stage += requirement.weight;
  }
  EXPECT_EQ(own_stage, 200);
}

TEST(Settings, AreThoseOfTheDesign) {
  const auto& settings = builtin_rubric().settings;
  EXPECT_EQ(settings.arrival_months, 12);
  EXPECT_EQ(settings.provisional_confidence, 30);
  EXPECT_EQ(settings.provisional_spread, 20);
  EXPECT_EQ(settings.path_reached_at, 80);
  EXPECT_EQ(settings.review_difference, 2);
  EXPECT_EQ(settings.suggested_level, 2);
}

TEST(Credit, IsConvexAndWholeAtTheNeed) {
  const auto& credit = builtin_rubric().credit;
  for (std::size_t need = 1; need <= kHighestLevel; ++need) {
    EXPECT_EQ(credit[need][0], 0);
    for (std::size_t level = need; level <= kHighestLevel; ++level)
      EXPECT_EQ(credit[need][level], 1000) << need << level;
    for (std::size_t level = 2; level <= need; ++level) {
      EXPECT_GE(credit[need][level] - credit[need][level - 1],
                credit[need][level - 1] - credit[need][level - 2])
          << need << level;
    }
  }
}

TEST(Names, EveryIdLabelAndCertificateNameFindsItself) {
  const auto& rubric = builtin_rubric();
  const auto expect = [&](NameKind kind, std::string_view name, std::size_t index) {
    const auto lookup = rubric.names.find(kind, name);
    EXPECT_EQ(lookup.result, Lookup::Result::found) << name;
    EXPECT_EQ(lookup.index, index) << name;
  };
  const auto expect_all = [&](NameKind kind, const auto& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (const std::string& name :
           {items[i].id, items[i].label.ja, items[i].label.en, std::string(id(kind)) + ":" + items[i].id}) {
        expect(kind, name, i);
      }
    }
  };
  expect_all(NameKind::stage, rubric.stages);
  expect_all(NameKind::skill, rubric.skills);
  expect_all(NameKind::domain, rubric.domains);
  expect_all(NameKind::value, rubric.values);
  expect_all(NameKind::path, rubric.paths);
  expect_all(NameKind::certification, rubric.certifications);
  for (std::size_t i = 0; i < rubric.certifications.size(); ++i)
    expect(NameKind::certification, rubric.certifications[i].name, i);
}

}  // namespace
}  // namespace upstream
