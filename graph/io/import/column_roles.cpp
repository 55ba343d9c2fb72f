#include "io/import/column_roles.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "io/import/evaluation.hpp"
#include "io/import/modality_words.hpp"

namespace entente::import {
namespace {

using Words = std::initializer_list<std::string_view>;

/// Whether one of the words of a column's name is one of these.
bool is_called(const ColumnLook& column, Words words) {
  const std::string slug = "-" + slug_of(column.name) + "-";
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return slug.find("-" + std::string(word) + "-") != slug.npos;
  });
}

void take_first(std::vector<ColumnLook>& columns, std::optional<ColumnLook>& into,
                const auto& is_wanted) {
  if (into) return;
  const auto found = std::find_if(columns.begin(), columns.end(), is_wanted);
  if (found == columns.end()) return;
  into = *found;
  columns.erase(found);
}

bool can_be_end(const ColumnLook& column) {
  return column.looks == Looks::countries || column.looks == Looks::names;
}

/// Whether all its values are words for what an assertion is, and all of them are known here.
bool says_modality(const ColumnLook& column) {
  return column.looks == Looks::names && column.separator.empty() &&
         column.distinct == column.values.size() &&
         std::all_of(column.values.begin(), column.values.end(),
                     [](const std::string& value) { return modality_word(value).has_value(); });
}

/// Whether it names what says so. "Source" beside "Target" is an end of a tie, and so it is where
/// no two other columns can be the ends.
bool says_source(const ColumnLook& column, const std::vector<ColumnLook>& all) {
  if (column.looks != Looks::names && column.looks != Looks::addresses) return false;
  if (is_called(column, {"evidence", "reference", "references", "citation", "document", "quelle",
                         "beleg", "fuente", "fonte", "出典", "典拠", "来源", "來源", "출처"}))
    return std::count_if(all.begin(), all.end(), can_be_end) > 2 ||
           column.looks == Looks::addresses;
  if (!is_called(column, {"source", "sources"})) return false;
  const bool has_target = std::any_of(all.begin(), all.end(), [](const ColumnLook& one) {
    return is_called(one, {"target", "to"});
  });
  return column.looks == Looks::addresses ||
         (!has_target && std::count_if(all.begin(), all.end(), can_be_end) > 2);
}

/// One entity a row has neither: they are of relations. A single date of it need not be that of
/// its beginning.
void keep_for_relations(ColumnRoles& roles, std::vector<ColumnLook>& others) {
  if (roles.to) return;
  const auto give_back = [&](std::optional<ColumnLook>& role) {
    if (role) others.push_back(*std::exchange(role, std::nullopt));
  };
  give_back(roles.modality);
  give_back(roles.source);
  if (!roles.end) give_back(roles.start);
}

}  // namespace

ColumnRoles roles_of(std::vector<ColumnLook> columns) {
  ColumnRoles roles;
  const auto is_date_called = [](Words words) {
    return [words](const ColumnLook& column) {
      return column.looks == Looks::dates && is_called(column, words);
    };
  };
  const auto is_end_called = [](Words words) {
    return [words](const ColumnLook& column) {
      return can_be_end(column) && is_called(column, words);
    };
  };
  const auto any_date = [](const ColumnLook& column) { return column.looks == Looks::dates; };
  take_first(columns, roles.horizon,
             is_date_called({"updated", "retrieved", "accessed", "stand", "observed-through",
                             "observed-until", "observation-end", "as-of", "data-until",
                             "data-through", "coverage-end", "last-updated", "last-update"}));
  take_first(
      columns, roles.end,
      is_date_called({"end", "ended", "until", "exit", "left", "termination", "to", "till", "bis",
                      "ende", "fin", "fim", "fine", "hasta", "jusqu", "終了", "結束", "结束"}));
  take_first(columns, roles.start,
             is_date_called({"start", "started", "begin", "began", "since", "from", "entry",
                             "joined", "signed", "date", "von", "seit", "beginn", "desde", "depuis",
                             "debut", "inicio", "開始", "开始"}));
  take_first(columns, roles.start, any_date);
  take_first(columns, roles.modality, says_modality);
  const std::vector<ColumnLook> left = columns;
  take_first(columns, roles.source,
             [&](const ColumnLook& column) { return says_source(column, left); });
  constexpr std::size_t few = 20;
  take_first(columns, roles.type, [](const ColumnLook& column) {
    return column.looks == Looks::names && column.distinct <= few &&
           is_called(column, {"type", "relation", "relationship", "tie", "category"});
  });
  take_first(columns, roles.from,
             is_end_called({"from", "source", "member", "party", "parties", "country", "state",
                            "donor", "person", "a", "entity1", "owner"}));
  take_first(columns, roles.to,
             is_end_called({"to", "target", "treaty", "agreement", "alliance", "pact", "recipient",
                            "organisation", "organization", "b", "entity2", "event", "company"}));
  take_first(columns, roles.from, can_be_end);
  take_first(columns, roles.to, can_be_end);
  keep_for_relations(roles, columns);
  roles.rest = std::move(columns);
  return roles;
}

KindGuess kind_of(const ColumnLook& column) {
  if (column.looks == Looks::countries) return {"country", "its values are countries"};
  const std::string because = "'" + column.name + "' is called so";
  if (is_called(column, {"treaty", "agreement", "alliance", "pact", "accord", "convention"}))
    return {"agreement", because};
  if (is_called(column, {"person", "minister", "president", "leader", "author", "name", "donor"}))
    return {"person", because};
  if (is_called(column, {"event", "meeting", "summit", "conference"})) return {"event", because};
  if (is_called(column, {"post", "office", "position"})) return {"post", because};
  return {"organisation", "nothing says what it is: change it if it is none"};
}

std::string type_between(const std::string& from, const std::string& to) {
  if (to == "agreement" && (from == "country" || from == "organisation")) return "party_to";
  if (to == "agreement" && from == "person") return "signed";
  if (to == "event") return "attended";
  if (from == "person" && to == "post") return "holds_post";
  if (from == "person" && to == "person") return "associated_with";
  if (from == "person") return "employed_by";
  if (from == "country" && to == "country") return "allied_with";
  if (from == "country" && to == "organisation") return "member_of";
  return "cooperates_with";
}

}  // namespace entente::import
