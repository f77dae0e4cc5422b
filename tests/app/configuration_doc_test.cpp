#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "options.hpp"
#include "support/support.hpp"
#include "upstream/config/load.hpp"

// docs/configuration.md holds every setting, and its example is a settings file.
namespace upstream {
namespace {

using testing::HasSubstr;

const std::string& document() {
  static const auto text = test::read_source_tree("docs/configuration.md");
  return text;
}

TEST(ConfigurationDoc, HasARowForEverySettingOfTheOptionTable) {
  for (const auto& option : app::options()) {
    if (option.setting.empty()) continue;
    EXPECT_THAT(document(), HasSubstr(fmt::format("\n| `{}` | `{}` | `{}` | ", option.name,
                                                  app::variable_of(option), option.setting)));
  }
}

TEST(ConfigurationDoc, HasEveryKeyOfTheFile) {
  for (const auto& field : config_shape().fields) {
    EXPECT_THAT(document(), HasSubstr(fmt::format(" | `{}` | ", field.key)));
    EXPECT_THAT(document(), HasSubstr(fmt::format("\n{}: ", field.key)));
  }
}

TEST(ConfigurationDoc, EverySettingOfTheOptionTableIsAKeyOfTheFile) {
  std::vector<std::string_view> keys;
  for (const auto& field : config_shape().fields) keys.push_back(field.key);
  for (const auto& option : app::options()) {
    if (option.setting.empty()) continue;
    EXPECT_THAT(keys, testing::Contains(option.setting));
  }
}

TEST(ConfigurationDoc, EveryKeyOfTheFileIsASettingOfTheOptionTable) {
  std::vector<std::string_view> settings;
  for (const auto& option : app::options()) settings.push_back(option.setting);
  for (const auto& field : config_shape().fields) EXPECT_THAT(settings, testing::Contains(field.key));
}

TEST(ConfigurationDoc, TheExampleReportsNothing) {
  constexpr std::string_view fence = "```yaml\n";
  const auto begin = document().find(fence) + fence.size();
  Diagnostics found;
  const auto config = load_config(
      SourceFile("example.yaml", document().substr(begin, document().find("```", begin) - begin)), found);
  EXPECT_THAT(test::places(found), testing::IsEmpty());
  EXPECT_EQ(config.settings.size(), config_shape().fields.size());
}

}  // namespace
}  // namespace upstream
