#pragma once

/// Answers of the library on their way out, in the format a call asks for.

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include <entente/answer/answer.hpp>
#include <entente/error.hpp>

#include "call.hpp"

namespace entente::tool {

using answers::Answer;
using answers::GraphAnswer;

/// Writes an answer. `picture` makes its SVG, where the verb has one. Exit::empty if there is
/// nothing, Exit::limit if something is left out; either is said on stderr.
[[nodiscard]] Exit print(const Answer& answer, const Call& call,
                         const std::function<std::string()>& picture = {});

/// The pages of a picture, each an SVG text.
using Pages = std::function<std::vector<std::string>()>;

/// The same of a picture that may have several pages.
[[nodiscard]] Exit print_pages(const Answer& answer, const Call& call, const Pages& picture);

/// Whether a format is drawn.
[[nodiscard]] bool is_picture(Format format);

/// The same of an answer that is no picture, with what `writer` writes instead of the whole answer
/// in memory.
[[nodiscard]] Exit print(const Answer& answer, const Call& call,
                         const std::function<void(std::ostream&)>& writer);

/// How tables look in that output.
[[nodiscard]] answers::TableStyle table_style(const Output& output);

/// Writes a table that is no answer.
[[nodiscard]] Exit print(const answers::Table& table, const Call& call);

/// Prints the pattern query that asks what a verb asks.
Exit print_query(const std::string& query, const Call& call);

}  // namespace entente::tool
