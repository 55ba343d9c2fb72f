#pragma once

/// The formats that answers are written in, as a table.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "call.hpp"

namespace entente::tool {

struct AnswerFormat {
  Format format = Format::text;
  std::string_view name = {};                      ///< as `--format` takes it
  std::span<const std::string_view> endings = {};  ///< of files, with their dots
  std::string_view description = {};
};

[[nodiscard]] std::span<const AnswerFormat> answer_formats();
/// The format of files that end so: ".csv".
[[nodiscard]] std::optional<Format> format_of_ending(std::string_view ending);

/// The formats of verbs that answer with rows, and of those whose rows are facts that can be drawn.
[[nodiscard]] std::vector<Format> row_formats();
[[nodiscard]] std::vector<Format> fact_formats();

}  // namespace entente::tool
