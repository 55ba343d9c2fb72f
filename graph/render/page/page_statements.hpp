#pragma once

/// What a relation is described with. Its date and its inferred end hang on who says so and what is
/// known; its citations are put together by the page from the evidence that counts.

#include <map>
#include <optional>
#include <string>

#include <entente/base/json_text.hpp>
#include <entente/facts/viewpoint.hpp>

#include "render/page/page_contents.hpp"

namespace entente {

/// How a selection sees a relation, beside its verdict.
struct Statement {
  std::optional<When> when = {};
  std::optional<InferredEnd> end = {};

  friend bool operator==(const Statement&, const Statement&) = default;
};

[[nodiscard]] Statement statement_of(const Viewpoint& viewpoint, RelationId relation);

/// Writes relations in words, in each language of the page. It keeps a reference to the contents.
class PageWords {
 public:
  explicit PageWords(const PageContents& contents) : contents_(contents) {}

  /// Members of the open object: "w" its date and "o" the first day of it, "s" its sentences
  /// without their sources, "i" what they add about an inferred end.
  void add_statement(JsonText& json, RelationId relation, const Statement& statement);
  /// A list of its pieces: the document's row, the place in it, who asserts it, its date; and the
  /// citations, where they are more than the document's id and that place.
  [[nodiscard]] std::string evidence_json(RelationId relation);
  /// Dates in words by reading ("i" of a state, "o" of an act) and text, of those that are more
  /// than a day, a month or a year.
  [[nodiscard]] std::string dates_json() const;

 private:
  void add_date(const When& when, Reading reading);
  template <class Describe>
  [[nodiscard]] std::string in_all(const Describe& describe) const;

  const PageContents& contents_;
  std::map<std::string, std::string> dates_;
};

}  // namespace entente
