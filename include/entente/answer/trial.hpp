#pragma once

/// What an import that is only tried shows.

#include <cstddef>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// The relations that the first rows of a table make as sentences in these languages, a line each,
/// and how many records these are.
[[nodiscard]] std::string trial_text(const Dossier& dossier, const Vocabulary& vocabulary,
                                     std::size_t rows, std::string_view languages);

}  // namespace answers
}  // namespace entente
