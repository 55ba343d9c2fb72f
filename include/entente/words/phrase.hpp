#pragma once

/// A text that knows its language.

#include <string>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// A text and the language it is in; the language chooses the font.
struct Phrase {
  std::string text = {};      ///< UTF-8
  std::string language = {};  ///< BCP 47
};

}  // namespace entente
