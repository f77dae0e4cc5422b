#include "profile_edit.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "fault_words.hpp"
#include "profile_place.hpp"
#include "upstream/source/source_file.hpp"
#include "upstream/text/unicode.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream::ways {
namespace {

constexpr int kMostMonths = 60 * 12;

bool is_prefix(const Place& a, const Place& b) {
  return a.size() <= b.size() && std::equal(a.begin(), a.end(), b.begin());
}

Fault no_utf8(std::string_view option) {
  return {{fmt::format("{} の値が UTF-8 ではない", option), fmt::format("{}: the value is no UTF-8", option)},
          {}};
}

Text how_to_write_a_value() {
  return {"値は 3、strong、[監視, 構築] のように書いてください",
          "write the value like 3, strong or [monitoring, build]"};
}

/// A value as YAML, read as strictly as a profile; everything that is wrong with it is said of the option.
std::optional<Json> read_value(const std::string& asked, std::string_view value, std::vector<Fault>& faults) {
  const SourceFile source("--set", std::string(value));
  Diagnostics diagnostics;
  const auto document = yaml::read(source, diagnostics);
  if (document && !diagnostics.has_errors()) return tree_of(document->root());
  for (const auto& found : diagnostics.items()) {
    if (found.severity != Severity::error) continue;
    const bool is_empty = found.rule == Rule::empty_document;
    const bool has_help = !is_empty && !found.help.en.empty();
    const auto message = is_empty ? Text{"値が空", "the value is empty"} : found.message;
    faults.push_back({{fmt::format("{}: {}", asked, message.ja), fmt::format("{}: {}", asked, message.en)},
                      has_help ? found.help : how_to_write_a_value()});
  }
  return std::nullopt;
}

/// What may be written alone, as the list or mapping that it stands for: a stage for the list of it, a level,
/// a certificate's name or a note for the mapping that has to have it. Nothing for what stands for no other.
std::optional<Json> written_out(const Json& value, const shape::Shape* holds) {
  if (holds == nullptr) return std::nullopt;
  if (holds->type == shape::Type::list) return Json::array({value});
  for (const auto& field : holds->fields) {
    if (field.required) return Json{{std::string(field.key), value}};
  }
  return std::nullopt;
}

/// The node at that depth of the place, made one that holds others: an absent one is empty.
Json* step_into(Json& at, const Place& place, std::size_t depth) {
  const auto& key = place[depth];
  Json* next = at.is_array() ? &at[static_cast<std::size_t>(std::stoul(key))] : &at[key];
  if (next->is_structured()) return next;
  const auto* holds = container_at(place, depth + 1);
  if (next->is_null()) {
    *next = holds != nullptr && holds->type == shape::Type::list ? Json::array() : Json::object();
    return next;
  }
  auto whole = written_out(*next, holds);
  if (!whole) return nullptr;
  *next = std::move(*whole);
  return next;
}

}  // namespace

bool ProfileEditor::overlaps(const Edit& edit) {
  for (const auto& other : edits_) {
    if (!is_prefix(other.place, edit.place) && !is_prefix(edit.place, other.place)) continue;
    fault({fmt::format("「{}」と「{}」は同じところを変えようとしている", other.asked, edit.asked),
           fmt::format("'{}' and '{}' change the same place", other.asked, edit.asked)},
          {"どちらか一つにしてください", "keep one of the two"});
    return true;
  }
  return false;
}

void ProfileEditor::write(Edit edit, Json value) {
  if (overlaps(edit)) return;
  Json* at = &tree_;
  for (std::size_t depth = 0; depth + 1 < edit.place.size(); ++depth) {
    at = step_into(*at, edit.place, depth);
    if (at != nullptr) continue;
    fault({fmt::format("{}: 「{}」の下にキーはない", edit.asked, edit.place[depth]),
           fmt::format("{}: '{}' holds no keys", edit.asked, edit.place[depth])},
          {"その値をまるごと書いてください", "write that value as a whole"});
    return;
  }
  if (at->is_array()) {
    (*at)[static_cast<std::size_t>(std::stoul(edit.place.back()))] = std::move(value);
  } else {
    (*at)[edit.place.back()] = std::move(value);
  }
  edits_.push_back(std::move(edit));
}

void ProfileEditor::set(std::string_view assignment) {
  if (text::invalid_utf8_at(assignment)) return faults_.push_back(no_utf8("--set"));
  auto asked = fmt::format("--set {}", shortened(assignment));
  const auto equals = assignment.find('=');
  if (equals == std::string_view::npos || equals + 1 == assignment.size()) {
    return fault({fmt::format("{}: 値がない", asked), fmt::format("{}: there is no value", asked)},
                 {"--set skills.network=3 のように書いてください", "write it like --set skills.network=3"});
  }
  auto value = read_value(asked, assignment.substr(equals + 1), faults_);
  if (!value) return;
  auto place = place_of(assignment.substr(0, equals), !value->is_structured(), tree_, rubric_);
  if (auto* wrong = std::get_if<Fault>(&place)) return faults_.push_back(std::move(*wrong));
  write({std::move(asked), std::move(std::get<Place>(place))}, std::move(*value));
}

void ProfileEditor::add_certificate(std::string_view words, Day day) {
  if (text::invalid_utf8_at(words)) return faults_.push_back(no_utf8("--add-cert"));
  auto asked = fmt::format("--add-cert {}", shortened(words));
  const auto at = words.rfind('@');
  const auto name = words.substr(0, at);
  auto acquired = std::optional(Date::of(day));
  if (at != std::string_view::npos) acquired = parse_date(words.substr(at + 1));
  if (!acquired) {
    return fault({fmt::format("{}: 「{}」は日付として読めない", asked, shortened(words.substr(at + 1))),
                  fmt::format("{}: '{}' is no date", asked, shortened(words.substr(at + 1)))},
                 {"CCNA@2026-11 のように書いてください", "write it like CCNA@2026-11"});
  }
  const auto lookup = rubric_.names.find(NameKind::certification, name);
  if (!is_known(lookup)) {
    return fault({fmt::format("{}: 「{}」という資格は一つに決まらない", asked, shortened(name)),
                  fmt::format("{}: '{}' names no certificate of the rubric", asked, shortened(name))},
                 name_help(rubric_, NameKind::certification, name));
  }
  if (acquired->first_day() > day) {
    return fault({fmt::format("{}: 見る日 {} より後の取得は数えられない", asked, iso(day)),
                  fmt::format("{}: it would not count yet on {}", asked, iso(day))},
                 {"--at でその日以降を見てください", "look at a later day with --at"});
  }
  auto& list = tree_["certifications"];
  if (!list.is_array()) list = Json::array();
  if (list.size() >= yaml::Limits{}.entries) return faults_.push_back(full_list(asked));
  Edit edit{std::move(asked), {"certifications", std::to_string(list.size())}};
  if (overlaps(edit)) return;
  list.push_back({{"name", rubric_.certifications[lookup.index].id}, {"acquired", acquired->iso()}});
  edits_.push_back(std::move(edit));
}

void ProfileEditor::add_months(std::string_view words, Day day, const std::vector<std::string>& domains) {
  if (text::invalid_utf8_at(words)) return faults_.push_back(no_utf8("--add-months"));
  auto asked = fmt::format("--add-months {}", shortened(words));
  const auto equals = std::min(words.find('='), words.size());
  const auto number = words.substr(std::min(equals + 1, words.size()));
  int months = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), months);
  // The month in which counting begins must be one that dates have.
  const int most = std::min(kMostMonths, month_index(day) + 1);
  if (error != std::errc() || end != number.data() + number.size() || months < 1 || months > most) {
    return fault(
        {fmt::format("{}: 「{}」は 1 から {} までの月数ではない", asked, shortened(number), most),
         fmt::format("{}: '{}' is no number of months from 1 to {}", asked, shortened(number), most)},
        {"--add-months 構築=12 のように書いてください", "write it like --add-months build=12"});
  }
  const auto name = words.substr(0, equals);
  const auto lookup = rubric_.names.find(NameKind::stage, name);
  if (!is_known(lookup)) {
    return fault({fmt::format("{}: 「{}」という工程は一つに決まらない", asked, shortened(name)),
                  fmt::format("{}: '{}' names no stage of the rubric", asked, shortened(name))},
                 name_help(rubric_, NameKind::stage, name));
  }
  const auto& stage = rubric_.stages[lookup.index].id;
  for (const auto& edit : edits_) {
    if (!edit.asked.starts_with("--add-months")) continue;
    const auto& entry = tree_["experience"][static_cast<std::size_t>(std::stoul(edit.place.back()))];
    if (entry["stage"] != stage) continue;
    return fault({fmt::format("「{}」と「{}」は同じ工程", edit.asked, asked),
                  fmt::format("'{}' and '{}' are of the same stage", edit.asked, asked)},
                 {"月数を足して一つにしてください", "add the months up and write them once"});
  }
  auto& list = tree_["experience"];
  if (!list.is_array()) list = Json::array();
  if (list.size() >= yaml::Limits{}.entries) return faults_.push_back(full_list(asked));
  Edit edit{std::move(asked), {"experience", std::to_string(list.size())}};
  if (overlaps(edit)) return;
  const auto last = Date::of(day);
  const auto first = Date::of(last.first_day()).plus_months(1 - months).iso().substr(0, 7);
  Json entry{{"stage", stage}, {"from", first}, {"to", last.iso()}};
  if (!domains.empty()) entry["domains"] = domains;
  list.push_back(std::move(entry));
  edits_.push_back(std::move(edit));
}

}  // namespace upstream::ways
