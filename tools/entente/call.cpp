#include "call.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <entente/algorithm/neighborhood.hpp>
#include <entente/base/read_number.hpp>
#include <entente/error.hpp>

namespace entente::tool {
namespace {

[[noreturn]] void refuse_value(std::string_view option, const std::string& value,
                               const std::string& wanted) {
  throw InvalidArgument("bad-option-value",
                        std::string(option) + " takes " + wanted + ", not '" + value + "'");
}

}  // namespace

std::string Call::text(std::string_view option, std::string_view otherwise) const {
  const auto found = values.find(option);
  return found == values.end() ? std::string(otherwise) : found->second.back();
}

std::vector<std::string> Call::list(std::string_view option) const {
  const auto found = values.find(option);
  return found == values.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::size_t> Call::count(std::string_view option, std::size_t least) const {
  if (!has(option)) return std::nullopt;
  const std::string value = text(option);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number < least)
    refuse_value(option, value, "a whole number of at least " + std::to_string(least));
  return number;
}

std::optional<std::uint32_t> Call::hops(std::string_view option) const {
  const auto hops = count(option, 1);
  if (!hops) return std::nullopt;
  return static_cast<std::uint32_t>(std::min<std::size_t>(*hops, any_depth));
}

std::optional<double> Call::number(std::string_view option) const {
  if (!has(option)) return std::nullopt;
  const std::string value = text(option);
  double number = 0;
  const auto [end, error] = read_number(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(number))
    refuse_value(option, value, "a number");
  return number;
}

}  // namespace entente::tool
