#pragma once

/// The tables of options: the rows that verbs share and those of each verb.

#include <string_view>
#include <vector>

#include "options/option.hpp"

namespace entente::tool {

struct Verb;

/// Which facts a question is about.
[[nodiscard]] const std::vector<Option>& selection_options();
/// What a reader takes before it refuses an input.
[[nodiscard]] const std::vector<Option>& limit_options();
/// Those of limit_options() that a verb depends on.
[[nodiscard]] std::vector<Option> limit_options_of(const Verb& verb);
/// How an answer is written.
[[nodiscard]] const std::vector<Option>& output_options();
/// Those of output_options() that a verb's answers depend on.
[[nodiscard]] std::vector<Option> output_options_of(const Verb& verb);

/// The options of a verb's own, in the order of its help. An option that has an effect in different
/// places for different reasons has a row for each.
[[nodiscard]] std::vector<Option> own_options(std::string_view verb);
/// How a measure is taken, and of which network; of those views alone, if there are any.
[[nodiscard]] std::vector<Option> measure_rows(Names views = {});

/// All rows that a verb takes, its own first.
[[nodiscard]] std::vector<Option> options_of(const Verb& verb);
/// The first row of each name.
[[nodiscard]] std::vector<Option> once_each(const std::vector<Option>& options);

/// A measure of a network as a whole, which only a series gives.
struct WholeMeasureRow {
  std::string_view name;
  std::string_view description;
};
[[nodiscard]] std::span<const WholeMeasureRow> whole_measure_rows();
/// All that a series takes: the measures, and those of a network as a whole.
[[nodiscard]] Names series_measure_names();

}  // namespace entente::tool
