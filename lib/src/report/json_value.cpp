#include "json_value.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "upstream/report/version.hpp"
#include "upstream/text/escape.hpp"
#include "upstream/text/unicode.hpp"

namespace upstream::json {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// C1 controls, soft hyphen, bidirectional marks and overrides, zero widths, line and paragraph separators,
// byte order mark, tags: legal inside a JSON string, and what hostile names are made of.
constexpr std::array kInvisible{Range{0x7F, 0x9F},      Range{0xAD, 0xAD},     Range{0x61C, 0x61C},
                                Range{0x180E, 0x180E},  Range{0x200B, 0x200F}, Range{0x2028, 0x202E},
                                Range{0x2060, 0x206F},  Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB},
                                Range{0xE0000, 0xE007F}};

bool is_invisible(char32_t code_point) {
  return std::any_of(kInvisible.begin(), kInvisible.end(), [&](const Range& range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

void append_escaped(std::string& out, char32_t code_point) {
  const auto value = static_cast<std::uint32_t>(code_point);
  if (value < 0x10000) {
    out += fmt::format("\\u{:04x}", value);
  } else {
    out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((value - 0x10000) >> 10),
                       0xDC00 + ((value - 0x10000) & 0x3FF));
  }
}

/// JSON has such characters inside strings only, so the whole text can be escaped at once.
std::string escape_invisible(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    // A command to the runner of a CI job that prints the JSON (text::printable says more).
    if (text::begins_old_command(std::string_view(text).substr(offset))) {
      out += "\\u0023";
      ++offset;
      continue;
    }
    if (const auto byte = static_cast<unsigned char>(text[offset]); byte < 0x7F) {
      out += text[offset++];
      continue;
    }
    const auto begin = offset;
    const auto code_point = text::next_code_point(text, offset);
    if (is_invisible(code_point)) {
      append_escaped(out, code_point);
    } else {
      out.append(text, begin, offset - begin);
    }
  }
  return out;
}

std::string dump_with(const Json& value, int indent) {
  return escape_invisible(value.dump(indent, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

std::string dump(const Json& value) { return dump_with(value, 2); }

std::string dump_line(const Json& value) { return dump_with(value, -1); }

Json tool() { return {{"name", kToolName}, {"version", kToolVersion}}; }

Json rubric_identity(const Rubric& rubric) {
  return {{"id", rubric.id}, {"version", rubric.version}, {"hash", rubric.hash}};
}

Json place(Position at) { return {{"line", at.line}, {"column", at.column}}; }

Json places(const std::vector<Position>& lines) {
  auto all = Json::array();
  for (const auto at : lines) {
    if (at.line != 0) all.push_back(place(at));
  }
  return all;
}

void add_place(Json& object, Position at) {
  if (at.line == 0) return;
  object["line"] = at.line;
  object["column"] = at.column;
}

Json effort(const Effort& effort) {
  return {{"hours", Json::array({effort.hours_min, effort.hours_max})}, {"months", effort.months}};
}

Json stage_ids(const StageSet& stages, const Rubric& rubric) {
  auto ids = Json::array();
  for (std::uint16_t i = 0; i < rubric.stages.size(); ++i) {
    if (stages.contains({i})) ids.push_back(rubric.stages[i].id);
  }
  return ids;
}

Json stage_id(std::optional<StageIndex> stage, const Rubric& rubric) {
  return stage ? Json(rubric[*stage].id) : Json(nullptr);
}

}  // namespace upstream::json
