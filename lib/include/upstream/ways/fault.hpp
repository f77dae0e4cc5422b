#pragma once

#include "upstream/text/text.hpp"

namespace upstream {

/// Why a question cannot be answered as it was asked, and the likely fix. Quotes what was asked, raw.
struct Fault {
  Text message;
  Text help;
};

}  // namespace upstream
