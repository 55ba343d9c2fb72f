#pragma once

/// Looks of one's own: the settings of a style file over a built-in look.

#include <span>

#include <entente/export.hpp>
#include <entente/model/setting.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/render/theme.hpp>

namespace ENTENTE_API entente {

/// The style with the settings of a style file, which docs/drawing.md lists. Classes are those of
/// the style and of the vocabulary.
/// @throws DossierError with the places of unknown names, with the nearest known, and of values
/// that are no colour, no name of a shape, or out of range.
[[nodiscard]] Style restyled(Style style, std::span<const Setting> settings,
                             const Vocabulary& vocabulary);

}  // namespace entente
