#pragma once

/// What a verb answers, before it is decided how to write it.

#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <entente/error.hpp>
#include <entente/facts/selection.hpp>

#include "call.hpp"
#include "table.hpp"

namespace entente::tool {

struct Question;

/// The object promised to scripts: members in order, each JSON text or a list of JSON texts. The
/// first list is what JSON Lines holds, one element a line.
class JsonObject {
 public:
  using Value = std::variant<std::string, std::vector<std::string>>;

  JsonObject& add(std::string name, std::string json);
  JsonObject& add(std::string name, std::vector<std::string> elements);

  /// One member a line, and of lists one element a line.
  [[nodiscard]] std::string pretty() const;
  [[nodiscard]] std::string lines() const;

 private:
  std::vector<std::pair<std::string, Value>> members_;
};

/// Each part is made only if the format asked for needs it.
struct Answer {
  std::function<JsonObject()> json = {};
  /// For people (names, few columns) or for programs (ids, all columns).
  enum class Reader : std::uint8_t { person, program };
  std::function<Table(Reader)> table = {};
  std::function<std::string()> text = {};      ///< sentences; none: the table
  std::function<std::string()> markdown = {};  ///< a document; none: the table
  std::function<SelectedFacts()> facts = {};   ///< to be drawn, or written as a dossier
  std::function<std::string()> picture = {};   ///< SVG
  Counts counts = {};
  std::string nothing = {};  ///< why there is nothing to show; empty if there is
};

/// Writes the answer to a question about a graph, with the selection and the counts it rests on.
/// Exit::empty if there is nothing, which is also said on stderr.
[[nodiscard]] Exit print(const Answer& answer, const Call& call, const Question& question);

/// Writes an answer that rests on no selection.
[[nodiscard]] Exit print(const Answer& answer, const Call& call);

}  // namespace entente::tool
