#include "io/formats/report/report.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <tuple>

#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/labels.hpp"
#include "io/formats/plain_values.hpp"
#include "io/formats/report/selection_words.hpp"

namespace entente {
namespace {

constexpr std::string_view document_kind = "document";

void append_part(std::string& text, std::string_view part, std::string_view divider = "; ") {
  if (part.empty()) return;
  if (!text.empty()) text += divider;
  text += part;
}

/// All attributes but these, as `name: value`.
std::string details_of(const Attributes& attributes,
                       std::initializer_list<std::string_view> but = {}) {
  std::string text;
  for (const auto* one :
       sorted_by(attributes, [](const auto& pair) -> std::string_view { return pair.first; }))
    if (std::find(but.begin(), but.end(), one->first) == but.end())
      append_part(text, one->first + ": " + plain_text(one->second, ", "));
  return text;
}

std::string text_of(const Attributes& attributes, std::string_view name) {
  const AttributeValue* value = find_attribute(attributes, name);
  return value ? plain_text(*value, ", ") : std::string();
}

std::string text_of(const std::optional<When>& when) {
  return when ? when->text() : std::string();
}

std::string codes_of(const Entity& entity) {
  std::string text;
  for (const auto* code :
       sorted_by(entity.codes, [](const auto& pair) -> std::string_view { return pair.first; }))
    append_part(text, code->first + ": " + code->second);
  return text;
}

class ReportMaker {
 public:
  ReportMaker(const Dossier& dossier, const Vocabulary& vocabulary, const ConvertOptions& options)
      : dossier_(dossier),
        vocabulary_(vocabulary),
        options_(options),
        labels_(vocabulary, options.languages) {
    for (const Entity& entity : dossier.entities) names_.emplace(entity.id, labels_.name(entity));
    for (const Relation& relation : dossier.relations)
      for (const Evidence& evidence : relation.evidence) numbers_.emplace(evidence.source, 0);
    for (const auto& [relation, marks] : options.marks) marks_.emplace(relation, &marks);
    for (std::size_t i = 0; i < vocabulary.kinds().size(); ++i)
      kind_order_.emplace(vocabulary.kinds()[i].id, i);
  }

  [[nodiscard]] Report report() {
    Report made;
    made.title = std::string(label(dossier_.titles, options_.languages));
    if (made.title.empty()) made.title = "Dossier";
    made.selection = selection_in_words(options_.selection);
    made.sources = sources();
    made.entities = entities();
    made.relations = relations();
    return made;
  }

 private:
  [[nodiscard]] bool is_source(const Entity& entity) const {
    return numbers_.contains(entity.id) || vocabulary_.is_a(entity.kind, document_kind);
  }

  [[nodiscard]] std::string name_of(const std::string& id) const {
    const auto found = names_.find(id);
    return found == names_.end() ? id : std::string(found->second);
  }

  std::vector<ReportSource> sources() {
    std::vector<ReportSource> list;
    for (const Entity* entity : by_id(dossier_.entities)) {
      if (!is_source(*entity)) continue;
      ReportSource source;
      source.number = list.size() + 1;
      source.title = name_of(entity->id);
      append_part(source.details, text_of(entity->when));
      append_part(source.details, codes_of(*entity));
      append_part(source.details, details_of(entity->attributes, {"url"}));
      source.url = text_of(entity->attributes, "url");
      source.id = entity->id;
      numbers_[entity->id] = source.number;
      list.push_back(std::move(source));
    }
    return list;
  }

  [[nodiscard]] std::string other_names(const Entity& entity, std::string_view shown) const {
    std::string text;
    for (const LanguageNames* one : sorted_by(entity.names, [](const LanguageNames& names) {
           return std::string_view(names.language);
         })) {
      std::string names;
      for (const std::string& name : one->names)
        if (name != shown) append_part(names, name, ", ");
      if (!names.empty()) append_part(text, one->language + ": " + names);
    }
    return text;
  }

  [[nodiscard]] std::string kind_in_words(const std::string& id) const {
    const Kind* kind = vocabulary_.find_kind(id);
    const std::string_view words = kind ? label(kind->labels, options_.languages) : "";
    return words.empty() ? id : std::string(words);
  }

  [[nodiscard]] std::size_t order_of(const std::string& kind) const {
    const auto found = kind_order_.find(kind);
    return found == kind_order_.end() ? kind_order_.size() : found->second;
  }

  [[nodiscard]] std::vector<ReportEntity> entities() const {
    std::vector<const Entity*> order;
    for (const Entity& entity : dossier_.entities)
      if (!is_source(entity)) order.push_back(&entity);
    std::sort(order.begin(), order.end(), [&](const Entity* a, const Entity* b) {
      return std::make_tuple(order_of(a->kind), std::string_view(a->kind), name_of(a->id),
                             std::string_view(a->id)) <
             std::make_tuple(order_of(b->kind), std::string_view(b->kind), name_of(b->id),
                             std::string_view(b->id));
    });
    std::vector<ReportEntity> list;
    for (const Entity* entity : order) {
      ReportEntity row;
      row.name = name_of(entity->id);
      row.kind = kind_in_words(entity->kind);
      row.when = text_of(entity->when);
      row.also = other_names(*entity, row.name);
      row.details = codes_of(*entity);
      append_part(row.details, details_of(entity->attributes));
      row.id = entity->id;
      list.push_back(std::move(row));
    }
    return list;
  }

  [[nodiscard]] std::vector<ReportCitation> citations(const Relation& relation) const {
    std::vector<ReportCitation> list;
    for (const Evidence& evidence : relation.evidence) {
      std::string at = evidence.at;
      if (!evidence.asserted_by.empty())
        append_part(at, "asserted by " + name_of(evidence.asserted_by), ", ");
      if (evidence.when) append_part(at, "which says " + evidence.when->text(), ", ");
      const auto number = numbers_.find(evidence.source);
      list.push_back(
          {number == numbers_.end() ? 0 : number->second, evidence.source, std::move(at)});
    }
    return list;
  }

  /// What a selection says of a relation, which may stand among its own attributes.
  [[nodiscard]] const Attributes& marks_of(const Relation& relation) const {
    const auto marks = marks_.find(relation.id);
    return marks == marks_.end() ? relation.attributes : *marks->second;
  }

  [[nodiscard]] std::string certainty_of(const Relation& relation) const {
    const Attributes& marks = marks_of(relation);
    std::string text = text_of(marks, "certainty");
    append_part(text, text_of(marks, "why"), ": ");
    const std::string end = text_of(marks, "inferred_end");
    const std::string about = text_of(marks, "inferred_end_qualified").empty() ? "" : "about ";
    if (!end.empty()) append_part(text, "inferred to have ended by " + about + end, ", ");
    return text;
  }

  [[nodiscard]] ReportRelation row_of(const Relation& relation) const {
    ReportRelation row;
    const std::string from = name_of(relation.from);
    const std::string to = name_of(relation.to);
    const RelationType* type = labels_.type(relation);
    row.sentence = type ? sentence(*type, from, to, options_.languages)
                        : from + " " + relation.type + " " + to;
    row.when = text_of(relation.when);
    row.certainty = certainty_of(relation);
    if (relation.modality != Modality::fact) row.modality = to_string(relation.modality);
    row.sources = citations(relation);
    row.details = details_of(relation.attributes,
                             {"certainty", "why", "inferred_end", "inferred_end_qualified"});
    row.id = relation.id;
    return row;
  }

  [[nodiscard]] std::vector<ReportRelation> relations() const {
    std::vector<const Relation*> order = by_id(dossier_.relations);
    std::stable_sort(order.begin(), order.end(), [](const Relation* a, const Relation* b) {
      if (!a->when || !b->when) return a->when.has_value() && !b->when;
      return sorts_before(*a->when, *b->when);
    });
    std::vector<ReportRelation> list;
    for (const Relation* relation : order) list.push_back(row_of(*relation));
    return list;
  }

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const ConvertOptions& options_;
  Labeller labels_;
  ViewMap<std::string_view> names_;
  ViewMap<std::size_t> numbers_;
  ViewMap<std::size_t> kind_order_;
  ViewMap<const Attributes*> marks_;
};

}  // namespace

Report report_of(const Dossier& dossier, const Vocabulary& vocabulary,
                 const ConvertOptions& options) {
  return ReportMaker(dossier, vocabulary, options).report();
}

}  // namespace entente
