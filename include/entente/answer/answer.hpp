#pragma once

/// What every answer holds beside its own rows, and the ways to write it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <entente/answer/note.hpp>
#include <entente/answer/question.hpp>
#include <entente/answer/table.hpp>
#include <entente/export.hpp>
#include <entente/facts/selection.hpp>

namespace ENTENTE_API entente {
namespace answers {

/// Rows of an answer, in its order.
using RelationRows = std::vector<SelectedRelation>;

/// The object promised to scripts: members in order, each JSON text or a list of JSON texts. JSON
/// Lines holds the elements of its list, one a line; of several lists each under its list's name.
class JsonObject {
 public:
  /// JSON text, or elements that are.
  using Value = std::variant<std::string, std::vector<std::string>>;

  /// A member whose value is JSON text.
  JsonObject& add(std::string name, std::string json);
  /// A member that is a list of JSON texts.
  JsonObject& add(std::string name, std::vector<std::string> elements);

  /// One member a line, and of lists one element a line.
  [[nodiscard]] std::string pretty() const;
  /// The elements of the list, one a line, of several lists `{"list": element}`; without a list,
  /// the object.
  [[nodiscard]] std::string lines() const;

 private:
  std::vector<std::pair<std::string, Value>> members_;
};

/// What a picture is of.
enum class Drawn : std::uint8_t { anything, dated_cards };
/// Why there is no such picture of what is selected, in the question's language: a period may leave
/// undated relations alone, which the text then counts. Cost: that of the facts.
[[nodiscard]] std::string nothing_to_draw(Drawn drawn, const Question& question);

/// For whom a table is: people read names and few columns, programs ids and every column.
enum class Reader : std::uint8_t { person, program };

/// A value: what was asked, what it rests on, and (in the classes below it, one a verb) its rows.
class Answer {
 public:
  virtual ~Answer() = default;

  Counts counts = {};            ///< of the relations it rests on
  std::vector<Note> notes = {};  ///< about what it rests on or leaves out
  std::string nothing = {};      ///< why there is nothing to show; empty if there is
  /// What a limit that nobody asked for left out, and how to get it; empty if nothing.
  std::string left_out = {};

  /// The selection as understood.
  [[nodiscard]] virtual const Selection& selection() const ENTENTE_LIFETIMEBOUND = 0;
  /// Members of its own; to_json() adds those that every answer has.
  [[nodiscard]] virtual JsonObject json() const = 0;
  /// The elements of its list, an object a line.
  [[nodiscard]] virtual std::string lines() const { return json().lines(); }
  /// Rows and columns.
  [[nodiscard]] virtual Table table(Reader reader) const = 0;
  /// Sentences, line by line, where the verb has them; none: its text is the table.
  [[nodiscard]] virtual std::optional<std::string> sentences() const { return std::nullopt; }
  /// A document in Markdown, where the verb has one; none: the table as Markdown.
  [[nodiscard]] virtual std::optional<std::string> document() const { return std::nullopt; }
  /// The facts in the answer, to be drawn or written as a dossier; none where rows are no facts.
  [[nodiscard]] virtual std::optional<SelectedFacts> facts() const { return std::nullopt; }

 protected:
  /// Without rows; only classes of verbs make one.
  Answer() = default;
  /// Copies.
  Answer(const Answer&) = default;
  /// Moves.
  Answer(Answer&&) = default;
  /// Copies.
  Answer& operator=(const Answer&) = default;
  /// Moves.
  Answer& operator=(Answer&&) = default;
};

/// An answer about a graph.
class GraphAnswer : public Answer {
 public:
  Question question;  ///< as understood

  /// The answer to a question, still without rows. @throws as understood().
  explicit GraphAnswer(Question asked) : question(understood(std::move(asked))) {}

  [[nodiscard]] const Selection& selection() const ENTENTE_LIFETIMEBOUND override {
    return question.selection;
  }
};

/// The object that `--format json` prints: the answer's own members, `selection`, `counts`,
/// `notes`.
[[nodiscard]] std::string to_json(const Answer& answer);
/// The elements of its list, an object a line.
[[nodiscard]] std::string to_json_lines(const Answer& answer);
/// The lines that notes add to an answer's text; what a limit that was asked for left out is none.
[[nodiscard]] std::string notes_text(const Answer& answer);
/// Sentences, or the table, and below them the notes.
[[nodiscard]] std::string to_text(const Answer& answer);
/// A document, or the table as Markdown.
[[nodiscard]] std::string to_markdown(const Answer& answer);
/// The table for people as a page of HTML.
[[nodiscard]] std::string to_html(const Answer& answer);

}  // namespace answers
}  // namespace entente
