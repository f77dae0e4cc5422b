#pragma once

#include <string>
#include <string_view>

namespace upstream {

/// A path as a relative URI reference (RFC 3986), or file:///… where it is absolute; every byte that is not
/// allowed is percent-encoded, so that any file name comes through.
[[nodiscard]] std::string uri_of(std::string_view path);

}  // namespace upstream
