#pragma once

/// A relation type that a later vocabulary defines once more: what it may add.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/model/vocabulary.hpp>

namespace entente {

/// The members of a type in a vocabulary file.
enum class TypeMember : std::uint8_t {
  id,
  from,
  to,
  reading,
  drawing_class,
  symmetric,
  lineage,
  closes,
  sign,
  present,
  forward,
  inverse_id,
  inverse,
  sentence,
  timeless
};

/// Their names, in that order.
inline constexpr std::array<std::string_view, 15> type_member_names = {
    "id",   "from",    "to",      "reading",    "drawing_class", "symmetric", "lineage", "closes",
    "sign", "present", "forward", "inverse_id", "inverse",       "sentence",  "timeless"};

/// The members that a definition has, as bits.
class TypeMembers {
 public:
  explicit TypeMembers(std::uint32_t bits) : bits_(bits) {}
  [[nodiscard]] bool contain(TypeMember member) const {
    return (bits_ >> static_cast<unsigned>(member) & 1U) != 0;
  }

 private:
  std::uint32_t bits_;
};

/// Adds kinds of ends and labels in further languages. Returns the members that say otherwise than
/// the type does, in their order; of those nothing is taken.
[[nodiscard]] std::vector<TypeMember> widen(RelationType& type, const RelationType& more,
                                            TypeMembers given);

/// Whether no language that both have says something else.
[[nodiscard]] bool agree(const Labels& labels, const Labels& more);
/// Adds the languages that are new.
void add_labels(Labels& labels, const Labels& more);

}  // namespace entente
