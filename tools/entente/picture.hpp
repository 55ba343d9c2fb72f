#pragma once

/// What all pictures have in common: how they look, and how they become images.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/render/diagram.hpp>
#include <entente/render/image_format.hpp>

#include "call.hpp"
#include "question.hpp"
#include "verb.hpp"

namespace entente::tool {

/// What a picture can be written as.
inline constexpr std::array<std::string_view, 5> picture_formats = {"svg", "png", "pdf", "dot",
                                                                    "page"};

/// How a call wants a picture to look.
/// @throws InvalidArgument for unknown entities and bad values.
[[nodiscard]] DiagramOptions diagram_options(const Call& call, const Question& question);

/// How a call wants a picture of rows to look, which is as high as it needs where `--size` gives
/// only its width. @throws as diagram_options.
[[nodiscard]] DiagramOptions chart_options(const Call& call, const Question& question);

/// Points that the page of a call may be high, where `--size` gives only its width.
[[nodiscard]] std::optional<double> highest_page(const Call& call);

/// How wide the page asked for is, in points; none where none is asked for.
[[nodiscard]] std::optional<double> page_width(const Call& call);

/// The diagram with its entities in the places that `--pin` keeps for them, and in places of their
/// own; unchanged without `--pin`. @throws InvalidArgument where they stand in columns.
[[nodiscard]] Diagram with_pins(const Call& call, Diagram diagram);

/// Keeps the places of a diagram in the file of `--pin`, beside those it keeps already.
void keep_pins(const Call& call, const Diagram& diagram);

/// An SVG text in a format: "svg", "png" or "pdf".
[[nodiscard]] std::string as_image(const Call& call, std::string_view format, std::string svg);
/// The same, and a remark if its text is too small to be read.
[[nodiscard]] std::string as_picture(const Call& call, std::string_view format, std::string svg);

/// Several pages: in one PDF, or in a file each. @throws InvalidArgument where neither is asked
/// for.
void write_pages(const Call& call, std::string_view format, const std::vector<std::string>& pages);

/// @throws InvalidArgument if the answer is a PNG or a PDF and goes to a terminal.
void refuse_terminal(const Call& call, std::string_view format);

/// Says that so many of something are left out, and what to do about it.
[[nodiscard]] Exit say_left_out(std::size_t count, std::string_view what, std::string_view advice);

/// The same of the entities that a drawing leaves out, by kind.
[[nodiscard]] Exit say_entities_left_out(const Diagram& drawing);

/// The formats and those of pictures.
[[nodiscard]] std::vector<Format> with_pictures(std::vector<Format> formats);

}  // namespace entente::tool
