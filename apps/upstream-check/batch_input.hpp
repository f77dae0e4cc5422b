#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch_plan.hpp"
#include "input_tree.hpp"
#include "stop_request.hpp"
#include "upstream/text/text.hpp"

namespace upstream::app {

/// One input that has been found, and perhaps not yet been read.
struct BatchItem {
  std::string display;       ///< raw
  std::size_t line = 0;      ///< of a document of a stream, where it begins; else 0
  std::string operand = {};  ///< for `read_operand`; empty: `bytes` holds what was read
  std::string bytes = {};
  std::optional<Text> lost = std::nullopt;  ///< why it cannot be had
};
/// So many at once that handing them to another thread does not show.
using BatchPiece = std::vector<BatchItem>;

/// Where the profiles of a batch come from, in order.
class BatchInput {
 public:
  BatchInput() = default;
  BatchInput(const BatchInput&) = delete;
  BatchInput& operator=(const BatchInput&) = delete;
  virtual ~BatchInput() = default;

  /// The next ones, or nothing at the end. Waits where a stream has nothing yet, but never keeps back what
  /// has come.
  [[nodiscard]] virtual std::optional<BatchPiece> take() = 0;
  /// How many there are, where that is known.
  [[nodiscard]] virtual std::optional<std::size_t> total() const = 0;
  /// The name of an input by the number of those before it, or for a stream by its line.
  [[nodiscard]] virtual std::string name(std::size_t place) const = 0;
};

/// The files of a tree, then what was lost of it. Only standard input is read here: who waits for it must
/// hear of `stop`, which must outlive this.
[[nodiscard]] std::unique_ptr<BatchInput> file_input(InputTree tree, const StopRequest& stop);

/// Standard input (`-`), a file or a pipe, cut into documents as it comes in. Where it cannot be read (on),
/// an item at the end says so. `stop` must outlive it.
[[nodiscard]] std::unique_ptr<BatchInput> stream_input(const std::string& operand, std::string display,
                                                       StreamFormat format, const StopRequest& stop);

}  // namespace upstream::app
