#include "schema_support.hpp"

#include <cmath>

#include <gtest/gtest.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "upstream/yaml/read.hpp"

namespace upstream::test {
namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;
using yaml::Node;

/// Kept because it remembers the regular expressions it has compiled.
valijson::Validator& validator() {
  static valijson::Validator only;
  return only;
}

json json_of(Node node) {
  if (node.is_sequence()) {
    auto items = json::array();
    node.for_each_item([&](Node item) { items.push_back(json_of(item)); });
    return items;
  }
  if (node.is_mapping()) {
    auto members = json::object();
    node.for_each_entry([&](Node key, Node value) { members[std::string(key.text())] = json_of(value); });
    return members;
  }
  if (node.is_null()) return nullptr;
  if (const auto boolean = node.boolean()) return *boolean;
  if (const auto integer = node.integer()) return *integer;
  if (const auto number = node.number()) {
    if (*number == std::floor(*number) && std::abs(*number) < 1e15) return static_cast<std::int64_t>(*number);
    return *number;
  }
  return node.text();
}

void expect_descriptions_in(const json& part, const std::string& path) {
  if (!part.is_object()) return;
  if (const auto properties = part.find("properties"); properties != part.end() && part.contains("type")) {
    for (const auto& [key, property] : properties->items()) {
      if (property.contains("$ref")) continue;
      const auto text = property.value("description", "");
      const auto middle = text.find(" / ");
      EXPECT_TRUE(middle != std::string::npos && middle > 0 && middle + 3 < text.size())
          << path << "/" << key << ": '" << text << "'";
    }
  }
  for (const auto& [key, member] : part.items())
    expect_descriptions_in(member, std::string(path).append("/").append(key));
}

}  // namespace

SchemaChecker::SchemaChecker(std::string_view schema) : schema_(std::make_unique<valijson::Schema>()) {
  const auto document = json::parse(schema);
  valijson::SchemaParser().populateSchema(NlohmannJsonAdapter(document), *schema_);
}

SchemaChecker::~SchemaChecker() = default;

bool SchemaChecker::accepts(const json& document) const {
  return validator().validate(*schema_, NlohmannJsonAdapter(document), nullptr);
}

std::string SchemaChecker::complaints(const json& document) const {
  valijson::ValidationResults results;
  validator().validate(*schema_, NlohmannJsonAdapter(document), &results);
  std::string all;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const auto& part : error.context) all += part;
    all += ": " + error.description + "\n";
  }
  return all;
}

json json_of_yaml(std::string_view text) {
  Diagnostics diagnostics;
  const SourceFile source("x.yaml", std::string(text));
  const auto document = yaml::read(source, diagnostics);
  EXPECT_TRUE(document) << text;
  return document ? json_of(document->root()) : json();
}

void expect_descriptions(const json& schema) { expect_descriptions_in(schema, ""); }

}  // namespace upstream::test
