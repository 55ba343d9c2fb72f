#include <algorithm>
#include <string_view>

#include <entente/answer/answer.hpp>
#include <entente/text/safe.hpp>

#include "answer/notes/notes.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {

std::string nothing_to_draw(Drawn drawn, const Question& question) {
  const std::size_t undated = question.graph.facts(question.selection).undated.size();
  if (undated > 0)
    return nothing_text(NothingWord::only_undated, question.languages, {std::to_string(undated)});
  const bool cards = drawn == Drawn::dated_cards;
  return nothing_text(cards ? NothingWord::no_dated_card : NothingWord::nothing_to_draw,
                      question.languages);
}

JsonObject& JsonObject::add(std::string name, std::string json) {
  members_.emplace_back(std::move(name), std::move(json));
  return *this;
}

JsonObject& JsonObject::add(std::string name, std::vector<std::string> elements) {
  members_.emplace_back(std::move(name), std::move(elements));
  return *this;
}

std::string JsonObject::pretty() const {
  std::string text = "{";
  std::string_view divider = "\n  ";
  for (const auto& [name, value] : members_) {
    text += std::string(divider) + '"' + name + "\": ";
    divider = ",\n  ";
    if (const auto* json = std::get_if<std::string>(&value)) {
      text += *json;
      continue;
    }
    const auto& elements = std::get<std::vector<std::string>>(value);
    text += '[';
    for (std::size_t i = 0; i < elements.size(); ++i)
      text += (i == 0 ? "\n    " : ",\n    ") + elements[i];
    text += elements.empty() ? "]" : "\n  ]";
  }
  return text + "\n}\n";
}

std::string JsonObject::lines() const {
  const auto is_list = [](const auto& member) {
    return std::holds_alternative<std::vector<std::string>>(member.second);
  };
  const auto lists = std::count_if(members_.begin(), members_.end(), is_list);
  std::string text;
  for (const auto& [name, value] : members_)
    if (const auto* elements = std::get_if<std::vector<std::string>>(&value))
      for (const std::string& element : *elements)
        text += lists == 1 ? element + '\n' : "{\"" + name + "\": " + element + "}\n";
  if (lists > 0) return text;
  for (const auto& [name, value] : members_)
    text += (text.empty() ? "{\"" : ", \"") + name + "\": " + std::get<std::string>(value);
  return text + "}\n";
}

std::string to_json(const Answer& answer) {
  return answer.json()
      .add("selection", selection_json(answer.selection()))
      .add("counts", counts_json(answer.counts))
      .add("notes", notes_json(answer.notes))
      .pretty();
}

std::string to_json_lines(const Answer& answer) {
  return answer.lines();
}

std::string to_text(const Answer& answer) {
  const auto sentences = answer.sentences();
  return (sentences ? *sentences : aligned(answer.table(Reader::person))) + notes_text(answer);
}

namespace {

/// What an answer's sentences or the tool's remarks say already.
bool is_said_otherwise(const Answer& answer, std::string_view code) {
  if (code == "left-out") return !answer.left_out.empty();
  return code == "matched-by" || code == "query-word" || code == "missing-weight" ||
         code == "only-planned" || code == "no-party-known" || code == "same-day-different-times";
}

}  // namespace

std::string notes_text(const Answer& answer) {
  std::string text;
  for (const Note& note : answer.notes)
    if (!is_said_otherwise(answer, note.code)) text += terminal_safe(note.text) + "\n";
  return text;
}

std::string to_markdown(const Answer& answer) {
  const auto document = answer.document();
  return document ? *document : markdown(answer.table(Reader::person));
}

std::string to_html(const Answer& answer) {
  return html(answer.table(Reader::person));
}

}  // namespace entente::answers
