#include "upstream/report/explain.hpp"

#include <unordered_set>

#include <fmt/format.h>

#include "explain_find.hpp"
#include "explain_pages.hpp"
#include "need_words.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream {
namespace {

using explaining::Finder;
using explaining::Subject;

std::string reference(const Subject& subject) { return fmt::format("{}:{}", subject.kind, subject.id); }

Text title(const Subject& subject, const Rubric& rubric) {
  if (const auto* stage = std::get_if<explaining::StageRef>(&subject.thing)) {
    return stage_title(stage->index, rubric);
  }
  if (!subject.label.ja.empty()) return subject.label;
  return {std::string(subject.id), std::string(subject.id)};
}

std::string subject_page(const std::vector<const Subject*>& found, const Rubric& rubric,
                         const TextOptions& options) {
  const auto& subject = *found.front();
  Page page(options);
  page.title(page.in(title(subject, rubric)), reference(subject));
  std::visit([&](const auto& thing) { explaining::write(page, thing, rubric); }, subject.thing);
  if (found.size() > 1) {
    page.section({"同じ名前のもの", "Also of this name"});
    for (std::size_t i = 1; i < found.size(); ++i) {
      page.item({fmt::format("{}  {}", found[i]->label.ja, reference(*found[i])),
                 fmt::format("{}  {}", found[i]->label.en, reference(*found[i]))});
    }
  }
  return page.render();
}

std::string question_page(std::string_view name, const Lookup& lookup, const TextOptions& options) {
  Page page(options);
  page.title(name, lookup.result == Lookup::Result::excluded
                       ? page.in({"はしごの外の仕事", "not on the ladder"})
                       : page.in({"一つに決まらない名前", "more than one meaning"}));
  page.paragraph(*lookup.question);
  if (!lookup.candidates->empty()) page.section({"候補", "Candidates"});
  for (const auto& candidate : *lookup.candidates) page.item({candidate, candidate});
  return page.render();
}

}  // namespace

std::optional<std::string> explain(std::string_view name, const Rubric& rubric, const TextOptions& options) {
  if (text::invalid_utf8_at(name)) return std::nullopt;
  const auto subjects = explaining::catalog(rubric);
  const Finder finder(name, subjects, rubric);
  if (const auto found = finder.find(); !found.empty()) return subject_page(found, rubric, options);
  if (const auto lookup = finder.question()) return question_page(finder.name(), *lookup, options);
  return std::nullopt;
}

std::string explain_suggestion(std::string_view name, const Rubric& rubric) {
  if (text::invalid_utf8_at(name)) return {};
  const auto subjects = explaining::catalog(rubric);
  return Finder(name, subjects, rubric).suggestion();
}

std::vector<Explainable> list_explainable(const Rubric& rubric) {
  std::vector<Explainable> all;
  std::unordered_set<std::string_view> seen;
  for (const auto& subject : explaining::catalog(rubric)) {
    if (seen.insert(subject.id).second) all.push_back({std::string(subject.id), subject.label});
  }
  return all;
}

}  // namespace upstream
