#include "answer/rows/path_rows.hpp"

#include <entente/base/json_text.hpp>
#include <entente/query/common_span.hpp>

#include "answer/rows/shared_rows.hpp"
#include "words/note_words.hpp"

namespace entente::answers {
namespace {

/// "A → B → C (2 hops, possible)"
std::string heading(const Question& question, const Path& path) {
  std::string text;
  for (const EntityId entity : path.entities)
    text += (text.empty() ? "" : " → ") + question.shown(entity);
  text += " (" + counted_note(NoteWord::one_hop, path.length(), question.languages);
  if (path.cost != static_cast<double>(path.length()))
    text +=
        note_text(NoteWord::at_cost, question.languages, {score_text(path.cost, Reader::person)});
  if (path.verdict != Verdict::yes) text += note_text(NoteWord::and_possible, question.languages);
  return text + ")";
}

NoteWord span_word(const SharedTime& shared) {
  if (!shared.span)
    return shared.apart == Apart::by_clocks ? NoteWord::same_day_different_times
                                            : NoteWord::never_together;
  if (shared.span->when.text() == "/") return NoteWord::when_is_unknown;
  return shared.span->verdict == Verdict::yes ? NoteWord::all_together
                                              : NoteWord::possibly_together;
}

std::string span_line(const Question& question, const Path& path, const SharedTime& shared) {
  if (path.length() < 2) return "";
  const std::string dates = shared.span ? std::string(shared.span->when.text()) : "";
  return "  " + note_text(span_word(shared), question.languages, {dates}) + "\n";
}

std::string path_text(const Question& question, const SelectedFacts& facts, const Path& path,
                      const SharedTime& shared) {
  std::string text = heading(question, path) + "\n";
  const RelationRows rows = steps_of(facts, path);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text += "  " + row_sentence(question, rows[i], path.steps[i].from);
    const std::size_t others = path.steps[i].relations.size() - 1;
    if (others > 0)
      text += note_text(NoteWord::and_more, question.languages, {std::to_string(others)});
    text += "\n";
  }
  return text + span_line(question, path, shared);
}

/// That of its most doubtful hop.
Why why_of(const RelationRows& steps) {
  Why why = Why::none;
  for (const SelectedRelation& row : steps) why = graver(why, row.why);
  return why;
}

}  // namespace

RelationRows steps_of(const SelectedFacts& facts, const Path& path) {
  RelationRows rows;
  for (const Step& step : path.steps) rows.push_back(selected(facts, step.relations.front()));
  return rows;
}

std::string path_json(const Question& question, const SelectedFacts& facts, const Path& path,
                      const SharedTime& shared) {
  JsonText json;
  json.open_object().member("length", path.length()).member("cost", path.cost);
  json.key("entities").raw(ids_json(question, path.entities));
  const RelationRows steps = steps_of(facts, path);
  json.key("steps").raw(row_list_json(question, steps));
  json.member("certainty", path.verdict == Verdict::yes ? "certain" : "possible");
  add_why(json, why_of(steps));
  json.key("span");
  if (const auto& span = shared.span)
    json.open_object()
        .member("edtf", span->when.text())
        .member("certainty", span->verdict == Verdict::yes ? "certain" : "possible")
        .close_object();
  else
    json.null();
  return json.close_object().str();
}

std::string paths_text(const Question& question, const SelectedFacts& facts,
                       const std::vector<Path>& paths, const std::vector<SharedTime>& shared) {
  std::string text;
  for (std::size_t i = 0; i < paths.size(); ++i)
    text += path_text(question, facts, paths[i], shared[i]);
  return text;
}

Table paths_table(const Question& question, const SelectedFacts& facts,
                  const std::vector<Path>& paths, Reader reader) {
  Table table;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Table steps = rows_table(question, steps_of(facts, paths[i]), reader);
    table.columns = std::move(steps.columns);
    for (std::size_t hop = 0; hop < steps.rows.size(); ++hop) {
      auto& row = steps.rows[hop];
      row.insert(row.begin(), {std::to_string(i + 1), std::to_string(hop + 1)});
      table.rows.push_back(std::move(row));
    }
  }
  table.columns.insert(table.columns.begin(),
                       {{"path", Column::Align::right}, {"hop", Column::Align::right}});
  return table;
}

}  // namespace entente::answers
