// Hashes of values: equal for those that DISTINCT and grouping take for one.

#include <cmath>
#include <functional>

#include <entente/query/value.hpp>

#include "base/text_hash.hpp"

namespace entente::query {
namespace {

// Seeded: neither numbers nor texts can be chosen to collide.
std::size_t mixed(std::size_t state, std::size_t more) {
  return static_cast<std::size_t>(
      folded_product(state ^ hash_seed().second, more ^ hash_seed().third));
}

std::size_t hash_number(const Value& value) {
  if (value.integer()) return std::hash<std::int64_t>()(*value.integer());
  const double number = *value.real();
  if (std::isnan(number)) return 0x7ff8;
  constexpr double limit = 9223372036854775808.0;
  if (number >= -limit && number < limit && number == std::floor(number))
    return std::hash<std::int64_t>()(static_cast<std::int64_t>(number));
  return std::hash<double>()(number);
}

/// Of kinds whose values may be one, the same.
std::size_t seed_of(ValueKind kind) {
  const ValueKind shared = kind == ValueKind::real   ? ValueKind::integer
                           : kind == ValueKind::date ? ValueKind::text
                                                     : kind;
  return static_cast<std::size_t>(shared);
}

}  // namespace

std::size_t hash_of(const Value& value) {
  const std::size_t seed = seed_of(value.kind());
  switch (value.kind()) {
    case ValueKind::null:
      return seed;
    case ValueKind::boolean:
      return mixed(seed, *value.boolean() ? 1 : 0);
    case ValueKind::integer:
    case ValueKind::real:
      return mixed(seed, hash_number(value));
    case ValueKind::text:
      return mixed(seed, text_hash(*value.text()));
    case ValueKind::node:
      return mixed(seed, static_cast<std::size_t>(*value.node()));
    case ValueKind::edge:
      return mixed(seed, static_cast<std::size_t>(*value.edge()));
    case ValueKind::list: {
      std::size_t hash = seed;
      for (const Value& item : *value.list()) hash = mixed(hash, hash_of(item));
      return hash;
    }
    case ValueKind::map: {
      std::size_t members = 0;  // in whatever order
      for (const auto& [name, member] : *value.map())
        members += mixed(text_hash(name), hash_of(member));
      return mixed(seed, members);
    }
    case ValueKind::path: {
      std::size_t hash = seed;
      for (const Node node : value.path()->nodes)
        hash = mixed(hash, static_cast<std::size_t>(node));
      for (const Edge edge : value.path()->edges)
        hash = mixed(hash, static_cast<std::size_t>(edge));
      return hash;
    }
    default:
      return mixed(seed, text_hash(value.date()->text()));
  }
}

}  // namespace entente::query
