#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace valijson {
class Schema;
}

namespace upstream::test {

/// A JSON Schema, ready to hold documents against.
class SchemaChecker {
 public:
  explicit SchemaChecker(std::string_view schema);
  ~SchemaChecker();
  SchemaChecker(const SchemaChecker&) = delete;
  SchemaChecker& operator=(const SchemaChecker&) = delete;

  [[nodiscard]] bool accepts(const nlohmann::json& document) const;
  /// What the schema has against the document, a line each; empty where nothing.
  [[nodiscard]] std::string complaints(const nlohmann::json& document) const;

 private:
  std::unique_ptr<valijson::Schema> schema_;  // its headers take long to compile
};

/// A YAML text as an editor hands it to a schema: scalars by the core schema of YAML 1.2, and 3.0 the same
/// as 3. Fails the test where the text is no YAML.
[[nodiscard]] nlohmann::json json_of_yaml(std::string_view text);

/// Expects that every property of every object in the schema is described in both languages, "日本語 /
/// English".
void expect_descriptions(const nlohmann::json& schema);

}  // namespace upstream::test
