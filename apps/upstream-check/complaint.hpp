#pragma once

#include <variant>

#include "upstream/text/text.hpp"

namespace upstream::app {

/// One sentence on what cannot be done as written, and the likely fix. May quote what was typed, raw.
struct Complaint {
  Text message;
  Text help;
};

template <typename Value>
using Checked = std::variant<Value, Complaint>;

}  // namespace upstream::app
