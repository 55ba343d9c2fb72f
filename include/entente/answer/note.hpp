#pragma once

/// What an answer says about what it rests on or leaves out.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// A remark of an answer. docs/command-line.md of the guide lists the codes there are.
struct Note {
  std::string code = {};  ///< "inferred-ended"
  std::string text = {};  ///< a line for people
  std::size_t count = 0;  ///< how many are meant
  std::vector<std::string> relations =
      {};  ///< ids of the first 20 of them, where they are relations
};

/// Every code a note may have, in the order in which notes stand in an answer.
[[nodiscard]] const std::vector<std::string_view>& note_codes();

}  // namespace answers
}  // namespace entente
