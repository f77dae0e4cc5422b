#include "upstream/text/hash.hpp"

#include <fmt/format.h>

namespace upstream::text {

Hash& Hash::add(std::string_view bytes) {
  for (const char byte : bytes) value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return *this;
}

Hash& Hash::add_field(std::string_view bytes) { return add(fmt::format("{}:", bytes.size())).add(bytes); }

std::string Hash::hex() const { return fmt::format("{:016x}", value_); }

}  // namespace upstream::text
