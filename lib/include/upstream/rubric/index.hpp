#pragma once

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>

namespace upstream {

/// The place of a thing in its list in the rubric: a stage is no skill, even to the compiler.
template <typename Tag>
struct Index {
  std::uint16_t value = 0;
  auto operator<=>(const Index&) const = default;
};

using StageIndex = Index<struct StageTag>;  ///< in ladder order
using SkillIndex = Index<struct SkillTag>;
using DomainIndex = Index<struct DomainTag>;
using ValueIndex = Index<struct ValueTag>;
using PathIndex = Index<struct PathTag>;
using CertificationIndex = Index<struct CertificationTag>;

/// A set of at most 32 of them.
template <typename Item>
class IndexSet {
 public:
  static constexpr std::size_t kMost = 32;

  constexpr void insert(Item item) { bits_ |= std::uint32_t{1} << item.value; }
  constexpr void insert(const IndexSet& other) { bits_ |= other.bits_; }
  [[nodiscard]] constexpr bool contains(Item item) const { return (bits_ >> item.value & 1U) != 0; }
  [[nodiscard]] constexpr bool meets(const IndexSet& other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr int size() const { return std::popcount(bits_); }
  /// The one with the highest place; the set must not be empty.
  [[nodiscard]] constexpr Item highest() const {
    return {static_cast<std::uint16_t>(std::bit_width(bits_) - 1)};
  }
  [[nodiscard]] constexpr Item lowest() const {
    return {static_cast<std::uint16_t>(std::countr_zero(bits_))};
  }
  constexpr bool operator==(const IndexSet&) const = default;

 private:
  std::uint32_t bits_ = 0;
};

using StageSet = IndexSet<StageIndex>;
using DomainSet = IndexSet<DomainIndex>;
using ValueSet = IndexSet<ValueIndex>;
using SkillSet = IndexSet<SkillIndex>;

}  // namespace upstream
