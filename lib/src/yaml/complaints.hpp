#pragma once

#include <cstddef>
#include <string_view>

#include "upstream/diagnostic/diagnostic.hpp"
#include "upstream/source/source_file.hpp"

namespace upstream::yaml {

/// Says in our words what yaml-cpp complains about, where a person would look for it.
void report_complaint(const SourceFile& source, std::size_t offset, std::string_view complaint,
                      Diagnostics& diagnostics);

/// Something behind the first document: a second one, or a line that does not fit the first.
void report_second_document(const SourceFile& source, std::size_t offset, Diagnostics& diagnostics);

}  // namespace upstream::yaml
