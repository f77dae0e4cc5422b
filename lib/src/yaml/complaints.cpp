#include "complaints.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace upstream::yaml {
namespace {

/// What yaml-cpp says, and what a person can do with it. The first row whose text begins the message is
/// taken.
struct Complaint {
  std::string_view original;
  Text message;
  Text help;
  Rule rule = Rule::yaml_syntax;
};

constexpr std::string_view kIllegalTab = "illegal tab";

const auto& complaints() {
  static const Text kAlias{"別名「*」は使えない", "alias '*' is not accepted"};
  static const Text kAnchor{"アンカー「&」は使えない", "anchor '&' is not accepted"};
  static const Text kSignHelp{"* や & で始まる文字列は引用符で囲み、箇条書きは「- 」で始めてください",
                              "put text that begins with * or & in quotes, and begin list items with '- '"};
  static const std::array table{
      Complaint{
          "end of map flow not found", {"「{」が「}」で閉じられていない", "'{' is never closed by '}'"}, {}},
      Complaint{"end of sequence flow not found",
                {"「[」が「]」で閉じられていない", "'[' is never closed by ']'"},
                {}},
      Complaint{"end of map not found",
                {"この行の字下げか書き方が前の行と合わない", "this line does not fit the mapping above it"},
                {"同じ段のキーは同じ字下げにし、「キー: 値」の形で書いてください",
                 "indent the keys of one level alike and write 'key: value'"}},
      Complaint{"end of sequence not found",
                {"この行の字下げか書き方が前の項目と合わない", "this line does not fit the list above it"},
                {"同じ一覧の項目は同じ字下げの「- 」で始めてください",
                 "begin every item of a list with '- ' at the same indent"}},
      Complaint{"illegal map value",
                {"ここに「:」は置けない", "':' cannot stand here"},
                {"値に「: 」が入るときは引用符で囲んでください", "put a value that contains ': ' in quotes"}},
      Complaint{"illegal map key", {"ここに「?」は置けない", "'?' cannot stand here"}, {}},
      Complaint{"illegal block entry",
                {"ここに「- 」は置けない", "'- ' cannot stand here"},
                {"一覧は次の行から、字下げして始めてください", "begin the list on a line of its own"}},
      Complaint{kIllegalTab,
                {"字下げにタブは使えない", "a tab cannot indent"},
                {"空白を使ってください", "use spaces"}},
      Complaint{"illegal EOF in scalar",
                {"引用符が閉じられていない", "the quotation mark is never closed"},
                {"文字列の終わりに同じ引用符を置いてください", "close the string with the same mark"}},
      Complaint{"illegal document indicator in scalar",
                {"引用符が閉じられないまま文書が終わる", "the document ends inside a quoted string"},
                {}},
      Complaint{"unknown escape character",
                {"知らないエスケープ文字", "an escape that YAML does not know"},
                {"バックスラッシュを文字として書くときは ' で囲んでください",
                 "put text with backslashes in single quotes"}},
      Complaint{"invalid unicode", {"Unicode にない文字番号", "not a Unicode code point"}, {}},
      Complaint{"bad character found",
                {"エスケープの 16 進数字が足りない", "an escape without all of its hexadecimal digits"},
                {}},
      Complaint{"unknown token",
                {"ここに置けない文字", "a character that cannot stand here"},
                {"記号で始まる値は引用符で囲んでください", "put a value that begins with a sign in quotes"}},
      Complaint{"illegal flow end",
                {"開いていない括弧を閉じている", "a bracket is closed that was never opened"},
                {}},
      Complaint{"the referenced anchor", kAlias, kSignHelp, Rule::yaml_anchor},
      Complaint{"alias not found", kAlias, kSignHelp, Rule::yaml_anchor},
      Complaint{"illegal character found while scanning alias", kAlias, kSignHelp, Rule::yaml_anchor},
      Complaint{"anchor not found", kAnchor, kSignHelp, Rule::yaml_anchor},
      Complaint{"illegal character found while scanning anchor", kAnchor, kSignHelp, Rule::yaml_anchor},
      Complaint{"bad file", {"入れ子が深すぎて読めない", "nested too deep to be read"}, {}},
  };
  return table;
}

/// The first tab of the blank begin of the line, or `offset` where there is none.
std::size_t tab_before(const SourceFile& source, std::size_t offset) {
  const auto text = source.text();
  const auto line_break = offset == 0 ? std::string_view::npos : text.find_last_of("\r\n", offset - 1);
  const auto begin = line_break == std::string_view::npos ? 0 : line_break + 1;
  const auto tab = text.find_first_not_of(' ', begin);
  return tab < offset && text[tab] == '\t' ? tab : offset;
}

/// Where the complaint is about: yaml-cpp stops behind an escape, and at the colon of a line that a tab
/// indents.
Span place_of(const SourceFile& source, std::size_t offset, std::string_view original) {
  if (original == kIllegalTab) offset = tab_before(source, offset);
  auto end = source.position(offset);
  ++end.column;
  if (original == "unknown escape character" || original == "invalid unicode" ||
      original == "bad character found") {
    const auto backslash = source.text().rfind('\\', offset == 0 ? 0 : offset - 1);
    if (backslash != std::string_view::npos) return {source.position(backslash), source.position(offset)};
  }
  return {source.position(offset), end};
}

}  // namespace

void report_complaint(const SourceFile& source, std::size_t offset, std::string_view complaint,
                      Diagnostics& diagnostics) {
  offset = std::min(offset, source.text().size());
  const auto said = tab_before(source, offset) < offset ? kIllegalTab : complaint;
  const auto known = std::find_if(complaints().begin(), complaints().end(),
                                  [&](const Complaint& row) { return said.starts_with(row.original); });
  if (known != complaints().end()) {
    diagnostics.report(known->rule, place_of(source, offset, known->original), known->message, known->help);
  } else {
    diagnostics.report(Rule::yaml_syntax, place_of(source, offset, said),
                       {fmt::format("YAML として読めない({})", said), std::string(said)});
  }
}

void report_second_document(const SourceFile& source, std::size_t offset, Diagnostics& diagnostics) {
  offset = std::min(offset, source.text().size());
  const auto before = source.text().substr(0, offset);
  const bool marked =
      source.text().substr(offset).starts_with("---") || before.find("\n...") != std::string_view::npos;
  if (!marked) {
    // yaml-cpp takes whatever it cannot fit to the first document for a second one.
    report_complaint(source, offset, "end of map not found", diagnostics);
    return;
  }
  const auto begin = source.position(offset);
  diagnostics.report(Rule::multiple_documents, {begin, {begin.line, begin.column + 1}},
                     {"二つ目の文書が始まっている", "a second document begins here"},
                     {"一つのファイルに一人分だけを書いてください", "keep one document a file"});
}

}  // namespace upstream::yaml
