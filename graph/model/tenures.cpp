#include "model/tenures.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace entente {

std::optional<std::uint64_t> seats_said(const Attributes& attributes) {
  const AttributeValue* value = find_attribute(attributes, "seats");
  const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
  if (scalar == nullptr) return std::nullopt;
  if (const auto* natural = std::get_if<std::uint64_t>(scalar)) return *natural;
  if (const auto* integer = std::get_if<std::int64_t>(scalar))
    return *integer > 0 ? std::optional(static_cast<std::uint64_t>(*integer)) : std::nullopt;
  constexpr double most = 1e15;
  const auto* number = std::get_if<double>(scalar);
  if (number == nullptr || *number < 1 || *number > most || std::floor(*number) != *number)
    return std::nullopt;
  return static_cast<std::uint64_t>(*number);
}

Seats seats_of(const Vocabulary& vocabulary, std::string_view kind, const Attributes& attributes) {
  const auto said = seats_said(attributes);
  if (!said) return vocabulary.seats(kind);
  return *said == 1 ? Seats::one : Seats::many;
}

// In the order of their latest starts each tenure is compared with the two of different persons
// that certainly last longest: if any overlaps, one of them does.
std::vector<std::pair<std::uint32_t, std::uint32_t>> clashes(std::vector<Tenure> tenures) {
  std::stable_sort(tenures.begin(), tenures.end(),
                   [](const Tenure& a, const Tenure& b) { return a.start_max < b.start_max; });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  const Tenure* longest = nullptr;
  const Tenure* other = nullptr;  // the longest of another person
  for (const Tenure& tenure : tenures) {
    const Tenure* rival = longest && longest->holder == tenure.holder ? other : longest;
    if (rival && rival->start_max < tenure.end_min && tenure.start_max < rival->end_min)
      pairs.emplace_back(rival->row, tenure.row);
    if (!longest || tenure.end_min > longest->end_min) {
      if (longest && longest->holder != tenure.holder) other = longest;
      longest = &tenure;
    } else if (longest->holder != tenure.holder && (!other || tenure.end_min > other->end_min)) {
      other = &tenure;
    }
  }
  return pairs;
}

}  // namespace entente
