#pragma once

/// What is in a dossier.

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <entente/answer/answer.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// What a selection of a dossier holds, in numbers.
struct Contents {
  std::map<std::string, std::size_t> kinds = {};       ///< entities
  std::map<std::string, std::size_t> types = {};       ///< relations
  std::map<std::string, std::size_t> modalities = {};  ///< relations
  std::set<std::string> languages = {};                ///< of names
  std::set<std::string> sources = {};                  ///< ids of documents cited
  std::optional<Day> earliest = {};                    ///< day known of any relation or lifespan
  std::optional<Day> latest = {};                      ///< day known of any relation or lifespan
  std::size_t undated = 0;                             ///< relations
};

/// `{"entities": {kind: n}, "relations": {type: n}, "modalities", "languages", "span", "sources"}`
class InfoAnswer : public GraphAnswer {
 public:
  Contents contents = {};  ///< the numbers

  using GraphAnswer::GraphAnswer;
  [[nodiscard]] JsonObject json() const override;
  [[nodiscard]] Table table(Reader reader) const override;
  [[nodiscard]] std::optional<std::string> sentences() const override;
};

/// What the selected facts hold.
[[nodiscard]] InfoAnswer info(const Question& question);

}  // namespace answers
}  // namespace entente
