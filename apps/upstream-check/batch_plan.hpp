#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "commands.hpp"
#include "input_tree.hpp"
#include "requirements.hpp"
#include "upstream/batch/record.hpp"
#include "upstream/batch/stream_splitter.hpp"

namespace upstream::app {

/// In the order of the words of --format.
enum class BatchFormat : std::uint8_t { table, csv, ndjson, json };

/// Everything that the options of `batch` come to, read before any profile is.
struct BatchPlan {
  BatchFormat format = BatchFormat::table;
  std::optional<StreamFormat> stream;  ///< absent: the operands are files and folders
  std::size_t jobs = 1;
  bool summary = true;
  bool byte_order_mark = false;
  RecordOptions record;
  Requirements requirements;
  InputRules inputs;
};

/// What the options and operands say that does not go together, or makes no sense.
[[nodiscard]] std::optional<Complaint> check_batch_usage(const Invocation& invocation);
[[nodiscard]] Checked<BatchPlan> read_batch_plan(const Context& context, const Rubric& rubric);

}  // namespace upstream::app
