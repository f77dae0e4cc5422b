#include "upstream/ways/whatif.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "past.hpp"
#include "profile_edit.hpp"
#include "report/phrases.hpp"
#include "upstream/assess/assess.hpp"
#include "upstream/profile/load.hpp"
#include "upstream/yaml/read.hpp"

namespace upstream {
namespace {

using ways::Edit;
using ways::Json;
using ways::ProfileEditor;

/// Written as JSON, a profile may be longer than it was.
constexpr yaml::Limits kLimits{.bytes = 8 * yaml::Limits{}.bytes};

/// Infrastructure domains of the work that is going on; of several the one that began last.
std::vector<std::string> domains_of_present_work(const Profile& profile, const Rubric& rubric, Day day) {
  const Experience* present = nullptr;
  for (const auto& entry : profile.experience) {
    const bool goes_on = entry.from && has_begun(entry, day) && (!entry.to || entry.to->last_day() >= day);
    if (!goes_on || entry.stages.empty() || !is_infrastructure(entry, rubric)) continue;
    if (present == nullptr || present->from->first_day() <= entry.from->first_day()) present = &entry;
  }
  std::vector<std::string> ids;
  if (present == nullptr) return ids;
  for (std::uint16_t d = 0; d < rubric.domains.size(); ++d) {
    if (present->domains.contains({d}) && rubric.infrastructure.contains({d}))
      ids.push_back(rubric.domains[d].id);
  }
  return ids;
}

/// The end of the last scalar in it: the span of a collection tells only where its first line ends.
Position end_of(yaml::Node node) {
  auto end = node.span().end;
  if (node.is_sequence()) node.for_each_item([&](yaml::Node item) { end = std::max(end, end_of(item)); });
  if (node.is_mapping()) {
    node.for_each_entry([&](yaml::Node key, yaml::Node value) {
      end = std::max({end, key.span().end, end_of(value)});
    });
  }
  return end;
}

/// From the key to the end of the value.
std::optional<Span> span_of(const ways::Place& place, const yaml::Document& document) {
  auto node = document.root();
  auto begin = node.span().begin;
  for (const auto& part : place) {
    std::optional<yaml::Node> next;
    if (node.is_mapping()) {
      node.for_each_entry([&](yaml::Node key, yaml::Node value) {
        if (key.text() != part) return;
        begin = key.span().begin;
        next = value;
      });
    } else if (node.is_sequence()) {
      std::size_t i = 0;
      node.for_each_item([&](yaml::Node item) {
        if (std::to_string(i++) != part) return;
        begin = item.span().begin;
        next = item;
      });
    }
    if (!next) return std::nullopt;
    node = *next;
  }
  return Span{begin, end_of(node)};
}

/// What the reader says of the changed profile, said of the option that brought it.
class Attribution {
 public:
  Attribution(const std::vector<Edit>& edits, const yaml::Document& document) : edits_(edits) {
    for (const auto& edit : edits) {
      own_.push_back(span_of(edit.place, document));
      auto& around = around_.emplace_back();
      for (auto place = edit.place; place.size() > 1;) {
        place.pop_back();
        around.push_back(span_of(place, document));
      }
    }
  }

  /// The option at whose place it was found; else the one that wrote nearest below the place, of which a
  /// missing key is told.
  [[nodiscard]] const Edit* find(const Diagnostic& found) const {
    const Edit* nearest = nullptr;
    std::size_t distance = std::numeric_limits<std::size_t>::max();
    for (std::size_t i = 0; i < edits_.size(); ++i) {
      if (holds(own_[i], found)) return &edits_[i];
      const auto& around = around_[i];
      for (std::size_t up = 0; up < std::min(around.size(), distance); ++up) {
        if (!holds(around[up], found)) continue;
        nearest = &edits_[i];
        distance = up;
      }
    }
    return nearest;
  }

  [[nodiscard]] bool is_at_an_option(const Diagnostic& found) const {
    return std::any_of(own_.begin(), own_.end(), [&](const auto& span) { return holds(span, found); });
  }

 private:
  static bool holds(const std::optional<Span>& span, const Diagnostic& found) {
    return span && span->begin <= found.span.begin && found.span.begin < span->end;
  }

  const std::vector<Edit>& edits_;
  std::vector<std::optional<Span>> own_;
  std::vector<std::vector<std::optional<Span>>> around_;  ///< what the place lies in, from inside out
};

Text said_of(const Edit* edit, const Text& message) {
  if (edit != nullptr)
    return {fmt::format("{}: {}", edit->asked, message.ja), fmt::format("{}: {}", edit->asked, message.en)};
  return {fmt::format("変えたあとのプロフィール: {}", message.ja),
          fmt::format("the changed profile: {}", message.en)};
}

std::vector<Fault> faults_of(const Diagnostics& diagnostics, const Attribution& attribution) {
  std::vector<Fault> faults;
  for (const auto& found : diagnostics.items()) {
    if (found.severity == Severity::error)
      faults.push_back({said_of(attribution.find(found), found.message), found.help});
  }
  return faults;
}

Text list_of_domains(const std::vector<std::string>& domains, const Rubric& rubric) {
  std::vector<Text> labels;
  for (const auto& domain : rubric.domains) {
    if (std::find(domains.begin(), domains.end(), domain.id) != domains.end()) labels.push_back(domain.label);
  }
  return phrases::list(labels);
}

/// What the entry of --add-months is taken to be, and how much of it the profile had already.
void assume_of_months(Whatif& whatif, const Supposition& supposition,
                      const std::vector<std::string>& domains) {
  if (supposition.add_months.empty()) return;
  const auto& rubric = *whatif.before.assessment->rubric;
  const auto day = iso(whatif.after.day);
  const auto labels = list_of_domains(domains, rubric);
  whatif.assumptions.push_back(
      domains.empty()
          ? Text{fmt::format("--add-months の月は {} まで続く担当(member)の実務。分野は書かれていない扱い",
                             day),
                 fmt::format("the months of --add-months are work as a member up to {}, of no stated domain",
                             day)}
          : Text{
                fmt::format("--add-months の月は {} まで続く担当(member)の実務。分野は今の仕事と同じ{}", day,
                            labels.ja),
                fmt::format("the months of --add-months are work as a member up to {}, in the domains of the "
                            "present work: {}",
                            day, labels.en)});
  if (supposition.add_months.size() > 1) {
    whatif.assumptions.push_back(
        {"--add-months の工程は同じ日まで並行して担当したものとする",
         "the stages of --add-months are worked at side by side up to the same day"});
  }
  for (const auto& words : supposition.add_months) {
    const auto equals = words.find('=');
    const auto lookup = rubric.names.find(NameKind::stage, words.substr(0, equals));
    const int asked = std::stoi(words.substr(equals + 1));
    // Against the same day, so that months that pass until then are not taken for those that were added.
    const auto unchanged = assess(*whatif.before.profile, rubric, {whatif.after.day, false});
    const int gained = whatif.after.assessment->months_at[lookup.index] - unchanged.months_at[lookup.index];
    if (gained >= asked) continue;
    const auto& label = rubric.stages[lookup.index].label;
    whatif.assumptions.push_back(
        {fmt::format("--add-months {}: {} か月のうち {} か月は、もともと{}の期間として数えられている", words,
                     asked, asked - gained, label.ja),
         fmt::format("--add-months {}: {} of the {} months count as {} already", words, asked - gained, asked,
                     label.en)});
  }
}

/// The number that a --set ends its place with; else 0.
std::size_t number_of_item(std::string_view assignment) {
  const auto path = assignment.substr(0, assignment.find('='));
  const auto last = path.substr(path.rfind('.') + 1);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), number);
  return error == std::errc() && end == last.data() + last.size() ? number : 0;
}

/// In which every item that is added follows the one before it, whatever the order of the options.
std::vector<std::string> by_number_of_item(std::vector<std::string> assignments) {
  std::stable_sort(assignments.begin(), assignments.end(),
                   [](const auto& a, const auto& b) { return number_of_item(a) < number_of_item(b); });
  return assignments;
}

/// As they were written.
std::vector<std::string> options_of(const Supposition& supposition) {
  std::vector<std::string> all;
  for (const auto& words : supposition.set) all.push_back("--set " + words);
  for (const auto& words : supposition.add_certificates) all.push_back("--add-cert " + words);
  for (const auto& words : supposition.add_months) all.push_back("--add-months " + words);
  if (supposition.at) all.push_back("--at " + iso(*supposition.at));
  return all;
}

}  // namespace

std::variant<Whatif, std::vector<Fault>> suppose(FileReport before, const Rubric& rubric,
                                                 const Supposition& supposition) {
  Diagnostics unused;
  const auto original = yaml::read(before.source, unused);
  const Day day = supposition.at.value_or(before.day);
  const auto domains = domains_of_present_work(*before.profile, rubric, day);

  ProfileEditor editor(ways::tree_of(original->root()), rubric);
  for (const auto& words : by_number_of_item(supposition.set)) editor.set(words);
  for (const auto& words : supposition.add_certificates) editor.add_certificate(words, day);
  for (const auto& words : supposition.add_months) editor.add_months(words, day, domains);
  auto faults = editor.faults();
  // The day of the report is looked at without --at, too, be all of the profile later.
  const auto first = ways::first_date(*before.profile);
  if (supposition.at && first && day < std::min(*first, before.day)) {
    faults.push_back(
        {{fmt::format("--at {} はプロフィールの最初の日付 {} より前", iso(day), iso(*first)),
          fmt::format("--at {} lies before the first date of the profile, {}", iso(day), iso(*first))},
         {"それより後の日を渡してください", "give a later day"}});
  }
  FileReport after{SourceFile(before.source.path(), ways::text_of(editor.tree())), {}, day, nullptr, {}};
  const auto document = yaml::read(after.source, after.diagnostics, kLimits);
  if (!document) {
    for (auto& fault : faults_of(after.diagnostics, Attribution({}, *original))) faults.push_back(fault);
    return faults;
  }
  const Attribution attribution(editor.edits(), *document);
  auto profile = load_profile(*document, before.source.path(), rubric, after.diagnostics);
  if (profile) check_on_day(*profile, rubric, day, Severity::note, after.diagnostics);
  for (auto& fault : faults_of(after.diagnostics, attribution)) faults.push_back(fault);
  if (!faults.empty()) return faults;
  std::vector<Text> assumptions;
  for (const auto& found : after.diagnostics.items()) {
    if (found.severity == Severity::warning && attribution.is_at_an_option(found))
      assumptions.push_back(said_of(attribution.find(found), found.message));
  }
  after.profile = std::make_unique<const Profile>(std::move(*profile));
  after.assessment = assess(*after.profile, rubric, {day, true});
  auto changes = changes_between(*before.assessment, *after.assessment);
  Whatif whatif{std::move(before), std::move(after), options_of(supposition), std::move(changes),
                std::move(assumptions)};
  assume_of_months(whatif, supposition, domains);
  return whatif;
}

}  // namespace upstream
