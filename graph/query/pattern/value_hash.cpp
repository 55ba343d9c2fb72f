// Hashes of values: equal for those that DISTINCT and grouping take for one.

#include <cmath>
#include <functional>

#include <entente/query/value.hpp>

namespace entente::query {
namespace {

std::size_t mixed(std::size_t seed, std::size_t more) {
  return seed ^ (more + 0x9e3779b97f4a7c15ULL + (seed << 6U) + (seed >> 2U));
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

}  // namespace

std::size_t hash_of(const Value& value) {
  const auto seed =
      static_cast<std::size_t>(value.kind() == ValueKind::real ? ValueKind::integer : value.kind());
  switch (value.kind()) {
    case ValueKind::null:
      return seed;
    case ValueKind::boolean:
      return mixed(seed, *value.boolean() ? 1 : 0);
    case ValueKind::integer:
    case ValueKind::real:
      return mixed(seed, hash_number(value));
    case ValueKind::text:
      return mixed(seed, std::hash<std::string>()(*value.text()));
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
        members += mixed(std::hash<std::string>()(name), hash_of(member));
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
      return mixed(seed, std::hash<std::string>()(value.date()->text()));
  }
}

}  // namespace entente::query
