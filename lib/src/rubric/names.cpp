#include "upstream/rubric/names.hpp"

#include <algorithm>

#include "upstream/text/suggest.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream {

std::string_view id(NameKind kind) {
  switch (kind) {
    case NameKind::stage:
      return "stage";
    case NameKind::skill:
      return "skill";
    case NameKind::domain:
      return "domain";
    case NameKind::value:
      return "value";
    case NameKind::path:
      return "path";
    case NameKind::certification:
      break;
  }
  return "certification";
}

std::optional<std::uint16_t> Names::add(NameKind kind, std::string_view name, std::uint16_t index,
                                        bool noted) {
  auto& table = tables_[static_cast<std::size_t>(kind)];
  auto key = text::match_key(name);
  const auto result = noted ? Lookup::Result::noted : Lookup::Result::found;
  const auto [at, fresh] = table.entries.emplace(key, Entry{index, result, std::string(name)});
  if (fresh) table.order.push_back(std::move(key));
  if (!fresh && at->second.index != index) return at->second.index;
  const bool is_listed = !fresh && std::any_of(table.spellings.begin(), table.spellings.end(),
                                               [&](const auto& one) { return one.written == name; });
  if (!is_listed) table.spellings.push_back({std::string(name), index});
  return std::nullopt;
}

bool Names::add_ambiguous(NameKind kind, std::string_view name, const Ambiguity& ambiguity) {
  auto& table = tables_[static_cast<std::size_t>(kind)];
  const auto index = static_cast<std::uint16_t>(ambiguities_.size());
  const auto result = ambiguity.excluded ? Lookup::Result::excluded : Lookup::Result::ambiguous;
  if (!table.entries.emplace(text::match_key(name), Entry{index, result, std::string(name)}).second)
    return false;
  ambiguities_.push_back(ambiguity);
  return true;
}

Lookup Names::find(NameKind kind, std::string_view name) const {
  const auto prefix = id(kind);
  if (name.size() > prefix.size() && name.starts_with(prefix) && name[prefix.size()] == ':') {
    name.remove_prefix(prefix.size() + 1);
  }
  const auto& entries = table(kind).entries;
  const auto found = entries.find(text::match_key(name));
  if (found == entries.end()) return {};
  const auto& entry = found->second;
  if (entry.result == Lookup::Result::found || entry.result == Lookup::Result::noted) {
    return {entry.result, entry.index, nullptr, nullptr};
  }
  const auto& ambiguity = ambiguities_[entry.index];
  return {entry.result, 0, &ambiguity.question, &ambiguity.candidates};
}

std::string_view Names::closest(NameKind kind, std::string_view name) const {
  const auto& names = table(kind);
  const auto place = text::closest_key(name, names.order);
  return place ? std::string_view(names.entries.at(names.order[*place]).written) : std::string_view();
}

std::string_view Names::meant(NameKind kind, std::string_view name) const {
  const auto& entries = table(kind).entries;
  const auto& order = table(kind).order;
  const auto places = text::slips_of(name, order);
  if (places.empty()) return {};
  const auto& first = entries.at(order[places.front()]);
  const bool same = std::all_of(places.begin(), places.end(), [&](std::size_t place) {
    return entries.at(order[place]).index == first.index;
  });
  return same ? std::string_view(first.written) : std::string_view();
}

}  // namespace upstream
