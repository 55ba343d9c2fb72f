#include "pins.hpp"

#include <cmath>
#include <filesystem>

#include <entente/base/json_text.hpp>
#include <entente/io/settings.hpp>
#include <entente/system/output.hpp>
#include <entente/text/edit_distance.hpp>

namespace entente::tool {
namespace {

constexpr std::string_view format_name = "entente-positions/1";
constexpr double farthest = 1e6;

/// Adds the position of a setting, or says what is wrong with it.
std::optional<Problem> add(Positions& positions, const Setting& setting) {
  if (setting.path.front() == "format") {
    const auto* text = std::get_if<std::string>(&setting.value);
    if (text && *text == format_name && setting.path.size() == 1) return std::nullopt;
    return setting.problem_with_value("bad-format", "this is not a file of positions",
                                      "it says \"format\": \"entente-positions/1\"");
  }
  if (setting.path.front() != "positions") {
    const auto meant = nearest(setting.path.front(), {"format", "positions"});
    return setting.problem_with_name(
        0, "unknown-member", "unknown member `" + setting.path.front() + "`",
        meant ? "did you mean `" + *meant + "`?" : "the members are `format` and `positions`");
  }
  const auto* numbers = std::get_if<std::vector<double>>(&setting.value);
  const bool whole = numbers && setting.path.size() == 2 && numbers->size() == 2 &&
                     std::abs((*numbers)[0]) <= farthest && std::abs((*numbers)[1]) <= farthest;
  if (!whole && setting.path.size() == 1 && std::holds_alternative<OtherValue>(setting.value))
    return std::nullopt;  // no positions yet
  if (!whole)
    return setting.problem_with_value("bad-position", "this is not a position",
                                      "write \"id\": [x, y], in points, up to a million");
  positions.emplace(setting.path[1], Point{(*numbers)[0], (*numbers)[1]});
  return std::nullopt;
}

}  // namespace

Positions read_pins(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return {};
  Positions positions;
  std::vector<Problem> problems;
  bool has_format = false;
  for (const Setting& setting : read_settings(path)) {
    has_format = has_format || setting.path.front() == "format";
    if (auto problem = add(positions, setting)) problems.push_back(std::move(*problem));
  }
  if (!has_format && problems.empty())
    problems.push_back({.code = "bad-format",
                        .file = path,
                        .line = 1,
                        .column = 1,
                        .message = "this is not a file of positions",
                        .hint = "it says \"format\": \"entente-positions/1\""});
  if (!problems.empty()) throw DossierError(std::move(problems));
  return positions;
}

void write_pins(const std::string& path, const Positions& positions) {
  std::string text = "{\n  \"format\": \"" + std::string(format_name) + "\",\n  \"positions\": {";
  std::string_view divider = "\n    ";
  for (const auto& [id, point] : positions) {
    text += divider;
    text += json_quoted(id) + ": [" + json_number(point.x) + ", " + json_number(point.y) + "]";
    divider = ",\n    ";
  }
  write_file(path, text + "\n  }\n}\n");
}

}  // namespace entente::tool
