#include "profile_tree.hpp"

namespace upstream::ways {
namespace {

Json scalar(yaml::Node node) {
  if (node.is_null()) return nullptr;
  if (const auto value = node.boolean()) return *value;
  if (const auto value = node.integer()) return *value;
  if (const auto value = node.number()) return *value;
  // A plain .inf or .nan is a number that no range has; as null the reader refuses it, too.
  if (!node.is_string()) return nullptr;
  return std::string(node.text());
}

}  // namespace

Json tree_of(yaml::Node node) {
  if (node.is_sequence()) {
    auto list = Json::array();
    node.for_each_item([&](yaml::Node item) { list.push_back(tree_of(item)); });
    return list;
  }
  if (node.is_mapping()) {
    auto object = Json::object();
    node.for_each_entry([&](yaml::Node key, yaml::Node value) {
      if (!key.text().starts_with("x-")) object[std::string(key.text())] = tree_of(value);
    });
    return object;
  }
  return scalar(node);
}

std::string text_of(const Json& tree) { return tree.dump(1, ' ', false, Json::error_handler_t::replace); }

}  // namespace upstream::ways
