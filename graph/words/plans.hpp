#pragma once

/// Plans and expectations in words: "is to attend", 出席する予定である, 将出席.
///
/// Shown by the shared library, because entente::render uses it.

#include <optional>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {

/// What a relation type says, put as a plan or an expectation: in English a verb with what belongs
/// to it ("signed", "is party to"), in Japanese and Chinese a verb or a sentence with `{from}`.
/// None for other modalities, other languages, and words whose forms are not known.
[[nodiscard]] std::optional<std::string> as_plan(std::string_view words, std::string_view language,
                                                 Modality modality);

/// What several do, in English: "are party to" of "is party to", "cooperate with" of "cooperates
/// with"; words whose plural is not known stay.
[[nodiscard]] std::string as_plural(std::string_view words);

}  // namespace entente
