#include "operand.hpp"

#include <fmt/format.h>

namespace upstream::app {

bool is_standard_input(const std::string& operand) { return operand == "-"; }

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
