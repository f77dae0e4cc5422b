#pragma once

#include "builder.hpp"

namespace upstream::yaml {

/// The fast lane: feeds the events of libyaml to the builder, for documents that libyaml and yaml-cpp read
/// alike. False where it does not take the text (which may still be fine): anchors, aliases, tags,
/// directives, complex keys, keys over several lines, a second document, unusual line breaks, or whatever
/// libyaml itself refuses. Then yaml-cpp has the word.
[[nodiscard]] bool read_with_libyaml(const SourceFile& source, Builder& builder);

}  // namespace upstream::yaml
