#include <algorithm>
#include <cstdint>
#include <optional>

#include <entente/text/edit_distance.hpp>
#include <entente/time/date_error.hpp>
#include <entente/time/when.hpp>

#include "model/admission.hpp"
#include "model/checks.hpp"

namespace entente {
namespace {

template <typename Definition>
std::vector<std::string_view> ids_of(const std::vector<Definition>& definitions) {
  std::vector<std::string_view> ids;
  for (const Definition& one : definitions) ids.emplace_back(one.id);
  return ids;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known,
                       std::string otherwise) {
  const auto meant = nearest(word, std::span<const std::string_view>(known));
  return meant ? "did you mean " + quoted(*meant) + "?" : std::move(otherwise);
}

/// "did you mean `country`?", else all there are: "kinds: country, agreement, …".
std::string suggestion_among(std::string_view word, const std::vector<std::string_view>& known,
                             const std::string& what) {
  constexpr std::size_t most_listed = 64;
  if (known.size() > most_listed)
    return suggestion(word, known, "entente vocabulary lists the " + what);
  std::string list = what;
  for (std::size_t i = 0; i < known.size(); ++i)
    list += (i == 0 ? ": " : ", ") + std::string(known[i]);
  return suggestion(word, known, list);
}

template <typename Record>
bool strictly_ascending(const std::vector<Record>& records) {
  return std::adjacent_find(records.begin(), records.end(), [](const Record& a, const Record& b) {
           return a.id >= b.id;
         }) == records.end();
}

template <typename Record>
void check_unique(CheckRun& run, const std::vector<Record>& records, const std::string& what) {
  if (strictly_ascending(records)) return;
  const StringTable ids = id_table(records);
  for (std::uint32_t row = 0; row < ids.size(); ++row) {
    const auto again = ids.next(row);
    if (!again) continue;
    const Record& record = records[*again];
    run.error(record.place, record.id,
              {"duplicate-id",
               what + " " + quoted(record.id) + " is already defined at " +
                   run.at(records[*ids.first(record.id)].place),
               "merge the two records, or give one another id"});
  }
}

std::string listed(const std::vector<std::string>& kinds) {
  std::string text;
  for (std::size_t i = 0; i < kinds.size(); ++i)
    text += (i == 0 ? "" : i + 1 == kinds.size() ? " or " : ", ") + kinds[i];
  return text == "any" ? "any kind" : text;
}

std::string admitted(const RelationType& type) {
  const std::string arrow = type.symmetry == Symmetry::symmetric ? " and " : " to ";
  return quoted(type.id) + " runs from " + listed(type.from) + arrow + listed(type.to);
}

/// Reports ends that are no entity. Suggestions compare with every entity, so only so many are
/// made.
class Ends {
 public:
  explicit Ends(CheckRun& run) : run_(run) {}

  void report(const Relation& relation, const std::string& end, const std::string& role) {
    run_.error(relation.place, relation.id,
               {"dangling-end", "`" + role + "` names " + quoted(end) + ", which is no entity",
                hint(end)});
  }

  std::string hint(const std::string& id) {
    constexpr std::size_t most_suggestions = 100;
    constexpr auto otherwise = "add the entity, or mend the id";
    if (++asked_ > most_suggestions) return otherwise;
    if (ids_.empty()) ids_ = ids_of(run_.dossier().entities);
    return suggestion(id, ids_, otherwise);
  }

 private:
  CheckRun& run_;
  std::vector<std::string_view> ids_;
  std::size_t asked_ = 0;
};

/// "`member_of`, `partner_of`": the types that may run from one kind to another.
std::string fitting(const Vocabulary& vocabulary, const std::string& from, const std::string& to) {
  constexpr std::size_t most_listed = 64;
  std::string text;
  std::size_t count = 0;
  for (const RelationType& type : vocabulary.types())
    if (vocabulary.admits(type, from, to) && ++count <= most_listed)
      text += (text.empty() ? "" : ", ") + quoted(type.id);
  return text + (count > most_listed ? ", …" : "");
}

/// What does run between the two kinds, this way and, where that is something else, the other.
std::string fitting_types(const Vocabulary& vocabulary, const std::string& from,
                          const std::string& to) {
  const std::string forth = fitting(vocabulary, from, to);
  const std::string back = fitting(vocabulary, to, from);
  std::string text = "from " + shortened(from) + " to " + shortened(to);
  text += forth.empty() ? " no type runs" : " run " + forth;
  if (back != forth) text += back.empty() ? "; back none" : "; back run " + back;
  return text;
}

/// Who is asked to hold a country holds a post of it.
std::string hint_on_kinds(const Vocabulary& vocabulary, const RelationType& type,
                          const Entity& from, const Entity& to) {
  const bool wants_post =
      std::find(type.to.begin(), type.to.end(), "post") != type.to.end() && from.kind == "person";
  const std::string fit = fitting_types(vocabulary, from.kind, to.kind);
  if (!wants_post) return fit;
  const std::string hint = "add an entity of kind `post` and name it in `to`";
  const bool has_parts = to.kind == "country" || to.kind == "body";
  return hint + (has_parts ? "; the post can be `part_of` " + quoted(to.id) : "") + "; " + fit;
}

void report_kinds(CheckRun& run, const Relation& relation, const RelationType& type,
                  const Entity& from, const Entity& to) {
  run.error(relation.place, relation.id,
            {"wrong-kind",
             admitted(type) + ", not from " + quoted(from.id) + " (" + shortened(from.kind) +
                 ") to " + quoted(to.id) + " (" + shortened(to.kind) + ")",
             hint_on_kinds(run.vocabulary(), type, from, to)});
}

/// Reports sources and speakers that are not what they must be.
class Sources {
 public:
  explicit Sources(CheckRun& run)
      : run_(run), ends_(run), documents_(run.vocabulary(), run.references().kinds()) {}

  void check(const Relation& relation, const Evidence& evidence) {
    const auto source = run_.references().entity(evidence.source);
    if (!source)
      run_.error(relation.place, relation.id,
                 {"unknown-source", "the source " + quoted(evidence.source) + " is no entity",
                  ends_.hint(evidence.source)});
    else if (run_.references().kinds()[*source] != no_row && !documents_.hold(*source))
      run_.error(relation.place, relation.id,
                 {"wrong-kind",
                  "the source " + quoted(evidence.source) + " is a " +
                      run_.dossier().entities[*source].kind + ", not a document",
                  "name the document; who speaks in it goes into `asserted_by`"});
    if (!evidence.asserted_by.empty() && !run_.references().entity(evidence.asserted_by))
      run_.error(relation.place, relation.id,
                 {"unknown-asserter",
                  "`asserted_by` names " + quoted(evidence.asserted_by) + ", which is no entity",
                  ends_.hint(evidence.asserted_by)});
  }

 private:
  CheckRun& run_;
  Ends ends_;
  Documents documents_;
};

}  // namespace

void check_entity_ids(CheckRun& run) {
  check_unique(run, run.dossier().entities, "entity");
}

void check_relation_ids(CheckRun& run) {
  check_unique(run, run.dossier().relations, "relation");
}

void check_kinds(CheckRun& run) {
  const auto known = ids_of(run.vocabulary().kinds());
  const std::vector<Entity>& entities = run.dossier().entities;
  for (std::size_t row = 0; row < entities.size(); ++row) {
    const Entity& entity = entities[row];
    if (run.references().kinds()[row] == no_row)
      run.error(
          entity.place, entity.id,
          {"unknown-kind", "unknown kind " + quoted(entity.kind),
           entity.kind == "document"
               ? "sources are documents: add the kind {\"id\": \"document\"} to the vocabulary"
               : suggestion_among(entity.kind, known, "kinds")});
  }
}

void check_relations(CheckRun& run) {
  const auto known = ids_of(run.vocabulary().types());
  const std::vector<Entity>& entities = run.dossier().entities;
  Ends ends(run);
  Admission admission(run.vocabulary(), run.references().kinds());
  std::size_t row = 0;
  for (const RelationRows& rows : run.references().relations()) {
    const Relation& relation = run.dossier().relations[row++];
    if (rows.type == no_row)
      run.error(relation.place, relation.id,
                {"unknown-type", "unknown relation type " + quoted(relation.type),
                 suggestion_among(relation.type, known, "types")});
    if (rows.from == no_row) ends.report(relation, relation.from, "from");
    if (rows.to == no_row) ends.report(relation, relation.to, "to");
    if (!admission.admits(rows))
      report_kinds(run, relation, run.vocabulary().types()[rows.type], entities[rows.from],
                   entities[rows.to]);
  }
}

void check_evidence(CheckRun& run) {
  Sources sources(run);
  for (const Relation& relation : run.dossier().relations)
    for (const Evidence& evidence : relation.evidence) sources.check(relation, evidence);
}

namespace {

/// The date of publication that a document has as an attribute, if it is one.
struct Publication {
  std::optional<When> when = {};
  std::string reason = {};  ///< why it is none
};

Publication publication_of(const AttributeValue& value) {
  const Scalar* scalar = std::get_if<Scalar>(&value);
  if (scalar && std::holds_alternative<std::monostate>(*scalar)) return {};
  const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
  if (!text) return {{}, "it must be a text"};
  try {
    return {When::parse(*text), {}};
  } catch (const DateError& error) {
    return {{}, error.what()};
  }
}

/// Whether two dates certainly have no day in common; what is marked ? or ~ may be another.
bool lie_apart(const When& a, const When& b) {
  const QualifiedVerdict answer = overlaps({a, Reading::instant}, {b, Reading::instant});
  return answer.verdict == Verdict::no && !answer.qualified;
}

}  // namespace

std::optional<PublicationDates> contradicting_publication(const Entity& document) {
  const AttributeValue* value = find_attribute(document.attributes, "published");
  if (!value || !document.when) return std::nullopt;
  const std::optional<When> published = publication_of(*value).when;
  if (!published || !lie_apart(*published, *document.when)) return std::nullopt;
  return PublicationDates{*published, *document.when};
}

void check_publication(CheckRun& run) {
  for (const Entity& entity : run.dossier().entities) {
    const AttributeValue* value = find_attribute(entity.attributes, "published");
    if (!value || !run.vocabulary().is_a(entity.kind, "document")) continue;
    const Publication published = publication_of(*value);
    if (!published.reason.empty())
      run.error(entity.place, entity.id,
                {"bad-date", "`published` is no date: " + published.reason,
                 "write an EDTF text such as 2023-07-11"});
    else if (const auto dates = contradicting_publication(entity))
      run.error(entity.place, entity.id,
                {"published-contradicts",
                 "the document is `published` " + dates->published.text() + " and dated " +
                     dates->when.text() + "; both mean its publication",
                 "leave one of the two out"});
  }
}

}  // namespace entente
