/// What a careful reader asks of single records: where it is said, and what an entity is there for.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "model/checks.hpp"

namespace entente {
namespace {

bool is_kebab_case(std::string_view id) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !id.empty() && std::all_of(id.begin(), id.end(), allowed) && id.front() != '-' &&
         id.back() != '-' && id.find("--") == id.npos;
}

/// Which entities relations touch, as an end, a source or a speaker.
class Touched {
 public:
  explicit Touched(const CheckRun& run) : rows_(run.dossier().entities.size(), false) {
    const References& references = run.references();
    for (const RelationRows& rows : references.relations()) {
      add(rows.from);
      add(rows.to);
    }
    for (const Relation& relation : run.dossier().relations)
      for (const Evidence& evidence : relation.evidence) {
        add(references.entity(evidence.source).value_or(no_row));
        if (!evidence.asserted_by.empty())
          if (const auto row = references.entity(evidence.asserted_by)) add(*row);
      }
  }

  [[nodiscard]] bool contains(std::size_t row) const { return rows_[row]; }
  /// Whether an end or a source is no entity.
  [[nodiscard]] bool missed_one() const { return missed_one_; }

 private:
  void add(std::uint32_t row) {
    if (row == no_row)
      missed_one_ = true;
    else
      rows_[row] = true;
  }

  std::vector<bool> rows_;
  bool missed_one_ = false;
};

/// Evidence from one source that does not say where in it: all of a table, most often, so that one
/// warning is enough.
struct Unplaced {
  const Relation* first = nullptr;
  std::size_t count = 0;

  void add(const Relation& relation) {
    if (count++ == 0) first = &relation;
  }
  [[nodiscard]] std::string message(std::string_view source) const {
    if (count == 1) return "the evidence from " + quoted(source) + " does not say where in it";
    return std::to_string(count) + " pieces of evidence from " + quoted(source) +
           " do not say where in it; this is the first";
  }
};

}  // namespace

void lint_evidence(CheckRun& run) {
  const std::vector<Relation>& relations = run.dossier().relations;
  std::map<std::string_view, Unplaced> unplaced;
  for (const Relation& relation : relations) {
    if (relation.evidence.empty())
      run.warning(relation.place, relation.id,
                  {"no-evidence", "the relation rests on no document",
                   "add \"evidence\": [{\"source\": …, \"at\": …}]"});
    for (const Evidence& evidence : relation.evidence)
      if (evidence.at.empty()) unplaced[evidence.source].add(relation);
  }
  for (const auto& [source, one] : unplaced)
    run.warning(one.first->place, one.first->id,
                {"evidence-without-locator", one.message(source),
                 "add \"at\": a paragraph, a clause, a line, a row"});
}

void lint_ids(CheckRun& run) {
  for (const Entity& entity : run.dossier().entities)
    if (!is_kebab_case(entity.id))
      run.warning(entity.place, entity.id,
                  {"unusual-id", "the id is not lower-case words joined by hyphens",
                   "ids look like japan-nato-itpp-2023; names can be in any script"});
}

void lint_isolation(CheckRun& run) {
  const Touched touched(run);
  // A mistyped id leaves an entity without its relation; as long as there is one, who is isolated
  // cannot be known.
  if (touched.missed_one()) return;
  const std::vector<Entity>& entities = run.dossier().entities;
  for (std::size_t row = 0; row < entities.size(); ++row)
    if (!touched.contains(row))
      run.warning(
          entities[row].place, entities[row].id,
          {"isolated-entity", "no relation touches the entity", "add its relations, or remove it"});
}

}  // namespace entente
