#include "operand.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace upstream::app {

bool is_standard_input(const std::string& operand) { return operand == "-"; }

std::optional<Complaint> check_standard_input(const Invocation& invocation) {
  const auto& operands = invocation.operands;
  const auto times = std::count_if(operands.begin(), operands.end(), is_standard_input);
  if (times > 1)
    return Complaint{{"標準入力 - は一度だけ読める", "standard input, which is -, can be read only once"},
                     {}};
  if (times == 0 && invocation.options.given(Option::stdin_filename)) {
    return Complaint{{"--stdin-filename は標準入力 - と一緒に使う",
                      "--stdin-filename goes with standard input, which is -"},
                     {}};
  }
  return std::nullopt;
}

Input read_operand(const std::string& operand) {
  return is_standard_input(operand) ? read_standard_input() : read_file(operand);
}

std::string display_name(const std::string& operand, const Options& options) {
  if (!is_standard_input(operand)) return operand;
  return std::string(options.value(Option::stdin_filename).value_or("<stdin>"));
}

Complaint not_read(const std::string& operand, const Input& input) {
  if (is_standard_input(operand)) {
    return {{fmt::format("標準入力を読めない: {}", input.reason.ja),
             fmt::format("standard input cannot be read: {}", input.reason.en)},
            {}};
  }
  return {{fmt::format("「{}」を読めない: {}", operand, input.reason.ja),
           fmt::format("'{}' cannot be read: {}", operand, input.reason.en)},
          {}};
}

}  // namespace upstream::app
