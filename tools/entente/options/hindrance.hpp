#pragma once

/// What keeps an option from having an effect, read off the rows of the tables. For the tool and
/// for other languages, which have the same options.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "options/option.hpp"

namespace entente::tool {

/// What a call is about, as far as options depend on it. An empty list: not known, or none.
struct Aspects {
  std::vector<std::string> views = {};  ///< those it may come to
  std::vector<std::string> measures = {};
  std::vector<std::string> formats = {};
  std::vector<std::string> inputs = {};
  std::string advice = {};  ///< how to come to another view
};

/// Why none of the rows of an option applies: "has no effect …", of the row that is nearest to
/// applying; none if one applies or there is no such row. `given` tells which options a call has.
[[nodiscard]] std::optional<std::string> hindrance(
    std::string_view name, const std::vector<Option>& options, const Aspects& aspects,
    const std::function<bool(std::string_view)>& given);

/// "a, b and c", or with other words between them.
[[nodiscard]] std::string listed_in_words(Names names, std::string_view last_word = " and ",
                                          std::string_view divider = ", ");

/// "the view ego" or "the measures katz and hits".
[[nodiscard]] std::string plural_if(Names names, std::string_view noun);

/// Whether the word is one of these.
[[nodiscard]] bool is_one_of(std::string_view word, Names names);

}  // namespace entente::tool
