#include <fmt/format.h>

#include "load_parts.hpp"

namespace upstream::rubric_reader {

using yaml::Node;

namespace {

Direction read_direction(const Reader& in, Node path) {
  Direction direction;
  const auto node = path.find("direction");
  if (!node || !node->is_mapping()) return direction;
  const auto share = node->find("share");
  const auto months = node->find("months");
  direction.by_share = share.has_value();
  if (const auto filter = share ? share : months; filter && filter->is_mapping()) {
    direction.filter = in.filter(*filter);
    direction.months = std::max(1, in.integer(*filter, "months"));
  }
  direction.weight = in.integer(*node, "weight");
  direction.reason = in.text(*node, "reason");
  return direction;
}

}  // namespace

std::vector<Path> read_paths(const Reader& in, Node root) {
  std::vector<Path> paths;
  for_each_item(root.find("paths"), [&](Node item) {
    Path path;
    path.id = in.word(item, "id");
    path.label = in.text(item, "label");
    path.about = in.text(item, "about");
    path.gives = in.text(item, "gives");
    path.demand = in.text(item, "demand");
    path.values = in.set<ValueIndex>(item, "values", in.index().values);
    path.direction = read_direction(in, item);
    path.requirements = read_requirements(in, item);
    path.source = in.source(item);
    paths.push_back(std::move(path));
  });
  return paths;
}

std::vector<EntryRoute> read_routes(const Reader& in, Node root) {
  std::vector<EntryRoute> routes;
  for_each_item(root.find("entry_routes"), [&](Node item) {
    EntryRoute route{in.word(item, "id"),
                     in.text(item, "label"),
                     in.text(item, "about"),
                     in.need(item, "need").value_or(Need{}),
                     {},
                     in.text(item, "next"),
                     in.source(item)};
    for_each_item(item.find("voices"), [&](Node voice) {
      route.voices.push_back({in.text(voice, "text"), in.source(voice)});
    });
    routes.push_back(std::move(route));
  });
  return routes;
}

namespace {

SignalSet read_signals(const Reader& in, Node map, std::string_view key) {
  SignalSet set;
  const auto list = map.find(key);
  if (!list || !list->is_sequence()) return set;
  list->for_each_item([&](Node item) {
    for (std::size_t i = 0; i < kSignals; ++i) {
      if (id(static_cast<Signal>(i)) == item.text()) {
        set.insert(index_of(static_cast<Signal>(i)));
        return;
      }
    }
    in.diagnostics().report(Rule::rubric_unknown_id, item.span(),
                            {fmt::format("「{}」という席の特徴はない", item.text()),
                             fmt::format("there is no signal '{}'", item.text())});
  });
  return set;
}

Verdict read_verdict(const Reader& in, Node rule) {
  const auto word = in.word(rule, "verdict");
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    if (id(static_cast<Verdict>(i)) == word) return static_cast<Verdict>(i);
  }
  in.diagnostics().report(
      Rule::rubric_unknown_id, rule.span(),
      {fmt::format("「{}」という判定はない", word), fmt::format("there is no verdict '{}'", word)});
  return Verdict::unknown;
}

}  // namespace

Seat read_seat(const Reader& in, Node root) {
  Seat seat;
  const auto node = root.find("seat");
  if (!node || !node->is_mapping()) return seat;
  seat.short_assignment_months = in.integer(*node, "short_assignment_months");
  seat.deep_tier = in.integer(*node, "deep_tier");
  for_each_of<Signal, kSignals>(in, node->find("signals"), "席の特徴", "signal",
                                [&](std::size_t i, Node item) {
                                  seat.signals[i] = {in.text(item, "label"), in.source(item)};
                                });
  for_each_item(node->find("rules"), [&](Node item) {
    seat.rules.push_back({read_verdict(in, item), read_signals(in, item, "all"),
                          read_signals(in, item, "any"), in.integer(item, "count", 1),
                          read_signals(in, item, "none")});
  });
  seat.leave_early = read_signals(in, *node, "leave_early");
  for_each_of<Verdict, kVerdicts>(
      in, node->find("verdicts"), "判定", "verdict", [&](std::size_t i, Node item) {
        seat.verdicts[i] = {in.text(item, "label"), in.text(item, "advice"), in.text(item, "advice_ready")};
      });
  seat.source = in.source(*node);
  return seat;
}

std::vector<Condition> read_conditions(const Reader& in, Node root) {
  std::vector<Condition> conditions;
  for_each_item(root.find("conditions"), [&](Node item) {
    conditions.push_back({in.word(item, "id"), in.text(item, "label"), in.need(item, "need"),
                          read_signals(in, item, "signals"), read_signals(in, item, "against"),
                          in.source(item)});
  });
  return conditions;
}

std::vector<MarketBand> read_market(const Reader& in, Node root) {
  std::vector<MarketBand> market;
  for_each_item(root.find("market"), [&](Node item) {
    MarketBand band{in.word(item, "id"), std::nullopt,          in.need(item, "need"), std::nullopt,
                    std::nullopt,        in.text(item, "text"), in.source(item)};
    if (const auto stage = in.reference(item, "stage", in.index().stages)) band.stage = StageIndex{*stage};
    if (const int min = in.integer(item, "min", -1); min >= 0) band.min = min;
    if (const int max = in.integer(item, "max", -1); max >= 0) band.max = max;
    market.push_back(std::move(band));
  });
  return market;
}

}  // namespace upstream::rubric_reader
