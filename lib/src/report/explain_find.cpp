#include "explain_find.hpp"

#include <algorithm>
#include <array>

#include "upstream/text/suggest.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::explaining {
namespace {

/// In the order in which a name that several kinds share is looked up.
constexpr std::array kNameKindsByUse{NameKind::stage, NameKind::skill,  NameKind::certification,
                                     NameKind::path,  NameKind::domain, NameKind::value};

}  // namespace

Finder::Finder(std::string_view text, const std::vector<Subject>& subjects, const Rubric& rubric)
    : name_(text), subjects_(subjects), rubric_(rubric) {
  if (const auto colon = text.find(':'); colon != std::string_view::npos) {
    const auto kind = text.substr(0, colon);
    const bool known =
        std::any_of(subjects.begin(), subjects.end(), [&](const Subject& one) { return one.kind == kind; });
    if (known) {
      kind_ = kind;
      name_ = text.substr(colon + 1);
    }
  }
  key_ = text::match_key(name_);
}

template <typename Predicate>
std::vector<const Subject*> Finder::all(Predicate&& is_meant) const {
  std::vector<const Subject*> found;
  for (const auto& one : subjects_) {
    if (may_be(one.kind) && is_meant(one)) found.push_back(&one);
  }
  return found;
}

std::vector<const Subject*> Finder::by_profile_name() const {
  std::vector<const Subject*> found;
  for (const auto kind : kNameKindsByUse) {
    if (!may_be(id(kind))) continue;
    const auto lookup = rubric_.names.find(kind, name_);
    if (lookup.result != Lookup::Result::found && lookup.result != Lookup::Result::noted) continue;
    std::size_t place = 0;
    for (const auto& one : subjects_) {
      if (one.kind == id(kind) && place++ == lookup.index) found.push_back(&one);
    }
  }
  return found;
}

std::vector<const Subject*> Finder::find() const {
  if (key_.empty()) return {};
  auto found = all([&](const Subject& one) { return text::match_key(one.id) == key_; });
  if (found.empty()) found = by_profile_name();
  if (found.empty()) {
    found = all([&](const Subject& one) {
      return text::match_key(one.label.ja) == key_ || text::match_key(one.label.en) == key_;
    });
  }
  return found;
}

std::optional<Lookup> Finder::question() const {
  for (const auto kind : kNameKindsByUse) {
    if (!may_be(id(kind))) continue;
    const auto lookup = rubric_.names.find(kind, name_);
    if (lookup.question != nullptr) return lookup;
  }
  return std::nullopt;
}

std::string Finder::suggestion() const {
  std::vector<std::string_view> candidates;
  for (const auto& one : subjects_) {
    if (!may_be(one.kind)) continue;
    candidates.push_back(one.id);
    // Summaries of rules are sentences; nobody types one.
    if (one.kind == "rule") continue;
    candidates.push_back(one.label.ja);
    candidates.push_back(one.label.en);
  }
  for (const auto kind : kNameKindsByUse) {
    if (may_be(id(kind))) candidates.push_back(rubric_.names.closest(kind, name_));
  }
  std::erase(candidates, std::string_view());
  return std::string(text::closest(name_, candidates));
}

}  // namespace upstream::explaining
