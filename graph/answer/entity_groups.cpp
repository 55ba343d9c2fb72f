#include "groups_answer.hpp"

#include <entente/io/json_text.hpp>

#include "rows.hpp"

namespace entente::tool {
namespace {

/// A group a row for a person; a member a row for a program.
Table groups_table(const Question& question, const Groups& groups, Answer::Reader reader) {
  constexpr auto right = Column::Align::right;
  const bool person = reader == Answer::Reader::person;
  Table table;
  if (person)
    table.columns = {{"group", right}, {"size", right}, {"members"}};
  else
    table.columns = {{"group", right}, {"entity"}};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    std::string members;
    for (const EntityId entity : groups[i]) {
      if (!person) table.rows.push_back({number, question.id(entity)});
      members += (members.empty() ? "" : ", ") + question.name(entity);
    }
    if (person) table.rows.push_back({number, std::to_string(groups[i].size()), members});
  }
  return table;
}

}  // namespace

Exit print_groups(const Call& call, const Question& question, const Groups& groups,
                  const Counts& counts,
                  const std::vector<std::pair<std::string, std::string>>& further) {
  const auto all_facts = [&] { return question.graph.facts(question.selection); };
  return print(
      {.json =
           [&] {
             std::vector<std::string> list;
             for (const auto& group : groups) list.push_back(ids_json(question, group));
             JsonObject object;
             object.add("groups", std::move(list));
             for (const auto& [name, json] : further) object.add(name, json);
             return object;
           },
       .table = [&](Answer::Reader reader) { return groups_table(question, groups, reader); },
       .facts = all_facts,
       .counts = counts,
       .nothing = groups.empty() ? "there is no such group in what is selected" : ""},
      call, question);
}

Table entities_table(const Question& question, const std::vector<EntityId>& entities) {
  Table table{{{"entity"}, {"name"}, {"kind"}}, {}};
  for (const EntityId entity : entities)
    table.rows.push_back(
        {question.id(entity), question.name(entity), std::string(question.graph.kind(entity))});
  return table;
}

std::vector<std::string> quoted_ids(const Question& question,
                                    const std::vector<EntityId>& entities) {
  std::vector<std::string> list;
  for (const EntityId entity : entities) list.push_back(json_quoted(question.graph.id(entity)));
  return list;
}

}  // namespace entente::tool
