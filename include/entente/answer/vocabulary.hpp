#pragma once

/// The kinds of entities and types of relations as a table.

#include <string_view>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>
#include <entente/model/vocabulary.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// A row a type of relation, its words in the first of these languages that it has.
[[nodiscard]] Table vocabulary_table(const Vocabulary& vocabulary,
                                     std::string_view languages = "en");

}  // namespace answers
}  // namespace entente
