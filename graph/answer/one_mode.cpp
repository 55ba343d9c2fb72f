// One-mode projections as facts, so that every view and every format has them: a relation for each
// two entities and each thing that they share, with the time they share it.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <entente/answer/extract.hpp>
#include <entente/answer/one_mode.hpp>
#include <entente/error.hpp>
#include <entente/network/network.hpp>
#include <entente/query/common.hpp>

#include "answer/notes/apart_notes.hpp"
#include "answer/notes/notes.hpp"
#include "answer/rows/rows.hpp"
#include "facts/graph_store.hpp"
#include "words/wording.hpp"

namespace entente::answers {
namespace {

constexpr std::size_t most_folded_ties = 200'000;

/// The kind among those asked for that an entity is of.
const std::string& kind_asked_for(const Graph& graph, EntityId shared,
                                  const std::vector<std::string>& kinds) {
  return *std::ranges::find_if(kinds, [&](const std::string& kind) {
    return graph.vocabulary().is_a(graph.kind(shared), kind);
  });
}

std::string folded_type_id(std::string_view kind) {
  return "shares_" + std::string(kind);
}

/// What a tie by things of a kind is drawn as: what ties to such things are drawn as.
std::string line_class_of(const Vocabulary& vocabulary, std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> classes = {
      {{"agreement", "treaty"},
       {"organisation", "membership"},
       {"body", "membership"},
       {"event", "event"},
       {"person", "office"},
       {"place", "location"},
       {"topic", "topic"},
       {"statement", "statement"}}};
  for (const auto& [ancestor, look] : classes)
    if (vocabulary.is_a(kind, ancestor)) return std::string(look);
  return "other";
}

// "{}" is the kind in that language. Any relation counts: a stance on an agreement as well as being
// party to it; `--type` keeps some.
constexpr Wording folded_forward = {"is connected with the same {} as", "同じ{}に関わっている",
                                    "与同一{}有关", "與同一{}有關"};
constexpr Wording folded_sentence = {"{from} and {to} are connected with the same {}",
                                     "{from}と{to}は同じ{}に関わっている",
                                     "{from}和{to}与同一{}有关", "{from}和{to}與同一{}有關"};

RelationType folded_type(const Vocabulary& vocabulary, const std::string& kind) {
  RelationType type{.id = folded_type_id(kind),
                    .from = {"any"},
                    .to = {"any"},
                    .symmetry = Symmetry::symmetric,
                    .drawing_class = line_class_of(vocabulary, kind)};
  const Kind* known = vocabulary.find_kind(kind);
  for (std::size_t i = 0; i < spoken_languages.size(); ++i) {
    const std::string language(spoken_languages[i]);
    std::string_view name = known ? label(known->labels, {language}) : "";
    if (name.empty()) name = kind;
    type.forward.emplace_back(language, filled_in(folded_forward[i], {name}));
    type.sentence.emplace_back(language, filled_in(folded_sentence[i], {name}));
  }
  type.inverse = type.forward;
  return type;
}

/// The vocabulary with a type for each of the kinds.
Vocabulary with_folded_types(const Vocabulary& vocabulary, const std::vector<std::string>& kinds) {
  std::vector<RelationType> types = vocabulary.types();
  for (const std::string& kind : kinds)
    if (std::ranges::find(types, folded_type_id(kind), &RelationType::id) == types.end())
      types.push_back(folded_type(vocabulary, kind));
  return Vocabulary(vocabulary.name() + "+one-mode", vocabulary.kinds(), std::move(types));
}

/// A date in doubt, as written: `?` where nothing is marked, `%` where it is about.
std::string doubted(std::string text) {
  if (text.empty() || text == "..") return text;
  const char last = text.back();
  if (last == '~') text.back() = '%';
  if (last >= '0' && last <= '9') text += '?';
  return text;
}

When doubted(const When& when) {
  if (when.is_interval())
    return When::between(doubted(std::string(when.start_text())),
                         doubted(std::string(when.end_text())));
  return When::parse(doubted(std::string(when.text())));
}

/// Folds one question.
class TieFolding {
 public:
  TieFolding(const Question& question, const std::vector<std::string>& kinds)
      : question_(question), graph_(question.graph), kinds_(kinds) {}

  [[nodiscard]] Question folded(const std::vector<std::string>& kinds_of_ends) {
    const Network network = graph_.select(question_.selection,
                                          Projection{.parallels = Parallels::kept, .over = kinds_});
    if (network.edge_count() > most_folded_ties)
      throw LimitReached("projection-size",
                         "more than 200,000 ties share something; select fewer relations");
    const auto all = network.edges();
    const std::vector<EdgeIndex> edges(all.begin(), all.end());
    const auto shared = shared_by_edges(graph_, network, edges, question_.selection);
    std::vector<Relation> relations;
    for (const EdgeIndex edge : edges)
      if (const auto& both = shared[index(edge)])
        relations.push_back(relation_of(network.entity(network.from(edge)),
                                        network.entity(network.to(edge)), *both));
    const Dossier dossier = dossier_of_ties(network, std::move(relations));
    Question result = question_;
    result.graph = Graph(dossier, with_folded_types(graph_.vocabulary(), kinds_));
    result.viewpoint.reset();
    result.selection.kinds = kinds_of_ends;
    result.selection.types.clear();
    result.selection.sources.clear();
    result.selection.direction = Direction::both;
    result.asked_sources.clear();
    return result;
  }

 private:
  /// As the less certain end reports it, each by its best account.
  [[nodiscard]] Modality modality_of(EntityId one, const Shared& shared) const {
    std::map<bool, Modality> best;
    for (const SelectedRelation& row : shared.relations) {
      const bool of_one = graph_.from(row.relation) == one || graph_.to(row.relation) == one;
      const Modality modality = graph_.modality(row.relation);
      const auto [known, fresh] = best.emplace(of_one, modality);
      if (!fresh) known->second = std::min(known->second, modality);
    }
    Modality worst = Modality::fact;
    for (const auto& [of_one, modality] : best) worst = std::max(worst, modality);
    return worst;
  }

  /// Their dates stay behind: the tie has its own.
  [[nodiscard]] std::vector<Evidence> evidence_of(const Shared& shared) const {
    std::vector<Evidence> all;
    for (const SelectedRelation& row : shared.relations)
      for (const Evidence& seen : seen_evidence(question_, row.relation)) {
        const auto same = [&](const Evidence& known) {
          return known.source == seen.source && known.at == seen.at &&
                 known.asserted_by == seen.asserted_by;
        };
        if (std::ranges::none_of(all, same))
          all.push_back({.source = seen.source, .at = seen.at, .asserted_by = seen.asserted_by});
      }
    return all;
  }

  [[nodiscard]] Relation relation_of(EntityId a, EntityId b, const Shared& shared) const {
    Relation relation;
    const std::string over = question_.id(shared.entity);
    if (question_.id(b) < question_.id(a)) std::swap(a, b);
    relation.id = over + ":" + question_.id(a) + ":" + question_.id(b);
    relation.type = folded_type_id(kind_asked_for(graph_, shared.entity, kinds_));
    relation.from = question_.id(a);
    relation.to = question_.id(b);
    const bool certain = shared.verdict == Verdict::yes;
    if (shared.span)
      relation.when = shared.verdict == Verdict::yes && shared.span->verdict == Verdict::yes
                          ? shared.span->when
                          : doubted(shared.span->when);
    relation.modality = modality_of(a, shared);
    relation.attributes = {{"over", Scalar(over)},
                           {"through", Scalar(question_.name(shared.entity))}};
    if (!certain) relation.attributes.emplace_back("certainty", Scalar(std::string("possible")));
    relation.evidence = evidence_of(shared);
    return relation;
  }

  /// The id that a document names for its publisher, if it does.
  [[nodiscard]] std::string publisher_of(const std::string& document) const {
    const auto entity = graph_.entity(document);
    const auto value = entity ? graph_.attribute(*entity, "publisher") : std::nullopt;
    const Scalar* scalar = value ? std::get_if<Scalar>(&*value) : nullptr;
    const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
    return text ? *text : std::string();
  }

  /// Who asserts something and has no part in it is named in the locator.
  void name_asserters(std::vector<Relation>& relations, const std::set<EntityId>& kept) const {
    for (Relation& relation : relations)
      for (Evidence& evidence : relation.evidence) {
        const auto entity = graph_.entity(evidence.asserted_by);
        if (!entity || kept.contains(*entity)) continue;
        evidence.at += (evidence.at.empty() ? "" : ", ") + question_.name(*entity);
        evidence.asserted_by.clear();
      }
  }

  [[nodiscard]] Dossier dossier_of_ties(const Network& network,
                                        std::vector<Relation> relations) const {
    std::set<EntityId> kept;
    const auto add = [&](const std::string& id) {
      if (const auto entity = graph_.entity(id)) kept.insert(*entity);
    };
    if (question_.selection.isolated == Isolated::always)
      for (const Vertex v : network.vertices()) kept.insert(network.entity(v));
    for (const Relation& relation : relations) {
      add(relation.from);
      add(relation.to);
      for (const Evidence& evidence : relation.evidence) {
        add(evidence.source);
        add(publisher_of(evidence.source));
      }
    }
    name_asserters(relations, kept);
    Dossier dossier;
    dossier.titles = graph_.titles();
    dossier.vocabularies = graph_.store().vocabularies;
    if (dossier.vocabularies.empty()) dossier.vocabularies.emplace_back("diplomacy");
    dossier.vocabularies.emplace_back("one-mode.json");  // own_vocabularies() writes its types down
    for (const EntityId entity : kept) dossier.entities.push_back(graph_.record(entity));
    dossier.relations = std::move(relations);
    return dossier;
  }

  const Question& question_;
  const Graph& graph_;
  const std::vector<std::string>& kinds_;
};

/// A question about entities of some kinds is about what they share too.
Question with_shared_kinds(const Question& asked, const std::vector<std::string>& kinds) {
  Question question = understood(asked);
  if (!question.selection.kinds.empty())
    question.selection.kinds.insert(question.selection.kinds.end(), kinds.begin(), kinds.end());
  return question;
}

}  // namespace

Question folded_over(const Question& asked, const std::vector<std::string>& kinds) {
  const Question question = with_shared_kinds(asked, kinds);
  return TieFolding(question, kinds).folded(understood(asked).selection.kinds);
}

std::vector<Note> notes_of_folds(const Question& asked, const std::vector<std::string>& kinds) {
  const Question question = with_shared_kinds(asked, kinds);
  const Projection projection{.parallels = Parallels::kept, .over = kinds};
  return notes_of_apart(question, question.graph.select(question.selection, projection));
}

}  // namespace entente::answers
