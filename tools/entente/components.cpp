#include <entente/algorithm/components.hpp>

#include "answer.hpp"
#include "rows.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Groups groups_of(const Call& call, const Question& question, const Network& network) {
  const Connectivity connectivity =
      call.has("--strong") ? Connectivity::strong : Connectivity::weak;
  return components(network, connectivity, question.run);
}

Table table_of(const Question& question, const Groups& groups) {
  Table table{{{"group", Column::Align::right}, {"size", Column::Align::right}, {"members"}}, {}};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::string members;
    for (const EntityId entity : groups[i])
      members += (members.empty() ? "" : ", ") + question.name(entity);
    table.rows.push_back({std::to_string(i + 1), std::to_string(groups[i].size()), members});
  }
  return table;
}

Table membership(const Question& question, const Groups& groups) {
  Table table{{{"group", Column::Align::right}, {"entity"}}, {}};
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (const EntityId entity : groups[i])
      table.rows.push_back({std::to_string(i + 1), question.id(entity)});
  return table;
}

Exit run(const Call& call) {
  const Question question = ask(call);
  const Network network = question.graph.select(question.selection);
  const Groups groups = groups_of(call, question, network);
  return print({.json =
                    [&] {
                      std::vector<std::string> list;
                      for (const auto& group : groups) list.push_back(ids_json(question, group));
                      return JsonObject().add("groups", std::move(list));
                    },
                .table =
                    [&](Answer::Reader reader) {
                      return reader == Answer::Reader::person ? table_of(question, groups)
                                                              : membership(question, groups);
                    },
                .counts = network.counts(),
                .nothing = groups.empty() ? "nothing is selected" : ""},
               call, question);
}

}  // namespace

Verb components_verb() {
  return {.name = "components",
          .summary = "the parts that hang together",
          .options = {{"--strong", "", "tied both ways, along directed relations"}},
          .formats = row_formats(),
          .examples = {"entente components data/japan-nato --type met_with",
                       "entente components data/japan-nato --strong --direction out"},
          .run = run};
}

}  // namespace entente::tool
