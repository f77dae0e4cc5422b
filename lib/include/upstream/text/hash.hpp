#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace upstream::text {

/// FNV-1a, 64 bits: names a text the same way on every machine and in every version. No protection against
/// somebody who wants two texts to share a hash.
class Hash {
 public:
  Hash& add(std::string_view bytes);
  /// The bytes with their length before them, so that "ab","c" and "a","bc" differ.
  Hash& add_field(std::string_view bytes);

  [[nodiscard]] std::uint64_t value() const { return value_; }
  /// 16 hexadecimal digits.
  [[nodiscard]] std::string hex() const;

 private:
  std::uint64_t value_ = 0xcbf29ce484222325U;
};

}  // namespace upstream::text
