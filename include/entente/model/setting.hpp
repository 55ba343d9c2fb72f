#pragma once

/// The values of a settings file, each with its place: what a reader of JSON hands to whoever knows
/// which settings there are.

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include <entente/export.hpp>
#include <entente/model/problem.hpp>

namespace ENTENTE_API entente {

/// A name or a value, and where it stands.
struct SettingPlace {
  std::string file = {};     ///< as given
  std::uint32_t line = 0;    ///< from 1
  std::uint32_t column = 0;  ///< from 1, in characters
};

/// A value that is neither a text, a number nor a list of numbers.
struct OtherValue {};

/// A value of a file of settings, and the names that lead to it.
struct Setting {
  std::vector<std::string> path = {};       ///< the names that lead to it, outermost first
  std::vector<SettingPlace> names_at = {};  ///< where each of them stands
  std::variant<OtherValue, std::string, double, std::vector<double>> value = {};  ///< as written
  SettingPlace value_at = {};  ///< where it begins

  /// A problem with the name at that index of the path.
  [[nodiscard]] Problem problem_with_name(std::size_t index, std::string code, std::string message,
                                          std::string hint) const;
  /// A problem with the value.
  [[nodiscard]] Problem problem_with_value(std::string code, std::string message,
                                           std::string hint) const;
};

}  // namespace entente
