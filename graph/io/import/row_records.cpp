#include "io/import/row_records.hpp"

#include <algorithm>
#include <utility>

#include "io/import/binding.hpp"

namespace entente::import {
namespace {

bool all_hold(const std::vector<MappedCondition>& conditions, const RowView& row) {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const MappedCondition& condition) { return holds(condition, row); });
}

std::uint32_t slot_of_value(const MappedValue& value) {
  const std::uint32_t slot = first_slot(value);
  return slot == RowView::no_slot ? 0 : slot;
}

void collect_slots(std::vector<std::uint32_t>& slots, const MappedValue& value) {
  for (const TextTemplate::Part& part : value.text.parts)
    if (part.is_column) slots.push_back(part.slot);
  for (const MappedValue& inner : value.inner) collect_slots(slots, inner);
}

/// An entity of an id and a kind that is always the same.
bool is_plain(const MappedEntity& mapped) {
  const bool has_one_kind = mapped.kind.kind == MappedValue::Kind::text &&
                            mapped.kind.inner.empty() && mapped.kind.map.empty() &&
                            mapped.kind.text.parts.size() == 1 &&
                            !mapped.kind.text.parts.front().is_column;
  const bool is_undated = !mapped.when.at && !mapped.when.from && !mapped.when.to;
  return has_one_kind && is_undated && mapped.names.empty() && mapped.codes.empty() &&
         mapped.attributes.empty() && mapped.conditions.empty() &&
         mapped.id.kind == MappedValue::Kind::text;
}

Modality modality_of_text(const std::string& text, std::uint32_t slot) {
  if (const auto modality = modality_from(text)) return *modality;
  throw Rejected{slot, text, "bad-modality", "'" + text + "' is no modality",
                 "fact, plan, expectation, claim or derived"};
}

}  // namespace

RowRecordMaker::RowRecordMaker(const MappedTable& table, const TableName& name, std::size_t columns,
                               Evaluation& evaluation)
    : table_(table), name_(name), columns_(columns), evaluation_(evaluation) {
  for (const MappedEntity& entity : table.entities) entities_.push_back(maker_of(entity));
  for (const MappedRelation& relation : table.relations)
    ends_.emplace_back(end_of(relation.from), end_of(relation.to));
}

RowRecordMaker::EntityMaker RowRecordMaker::maker_of(const MappedEntity& mapped) {
  CellForm form = form_of(mapped, columns_);
  const auto alike = std::find_if(made_.begin(), made_.end(), [&](const MadeOfForm& each) {
    return form.likeness == Likeness::comparable && each.likeness == Likeness::comparable &&
           each.words == form.words;
  });
  MadeOfForm& made =
      alike == made_.end() ? made_.emplace_back(MadeOfForm{form.words, form.likeness, {}}) : *alike;
  return {&mapped, std::move(form.slots), form_of(mapped.id, columns_), &made.entities, {}};
}

RowRecordMaker::End RowRecordMaker::end_of(const MappedEnd& mapped) {
  End end = {&mapped};
  if (!mapped.entity) {
    const CellForm form = form_of(mapped.id, columns_);
    for (const EntityMaker& each : entities_)
      if (end.same == nullptr && is_same_value(each.id, form)) end.same = &each;
    return end;
  }
  if (!is_plain(*mapped.entity)) {
    end.entity = &end_entities_.emplace_back(maker_of(*mapped.entity));
    return end;
  }
  const std::string& kind = mapped.entity->kind.text.parts.front().text;
  const auto known = std::find_if(plain_.begin(), plain_.end(),
                                  [&](const PlainKind& each) { return each.kind == kind; });
  end.plain = known == plain_.end() ? &plain_.emplace_back(PlainKind{kind, {}}) : &*known;
  return end;
}

void RowRecordMaker::taken() {
  for (auto& [kind, id] : pending_plain_) kind->made.number(id);
  pending_plain_.clear();
  for (const Pending& each : pending_) each.made->add(each.cells, each.id);
  pending_.clear();
}

std::string RowRecordMaker::needed(const MappedValue& value, const RowView& row,
                                   std::string_view what) {
  std::string text = evaluation_.text(value, row);
  if (!text.empty()) return text;
  throw Rejected{
      slot_of_value(value), "", "empty-cell",
      "the cell is empty, and " + std::string(what) + " is made of it",
      "fill it, or let the mapping pass over such rows: \"where\": {\"column\": {\"not\": "
      "\"\"}}"};
}

Attributes RowRecordMaker::attributes(const MappedTexts& mapped, const RowView& row) {
  Attributes attributes;
  attributes.reserve(mapped.size());
  for (const auto& [name, value] : mapped)
    if (auto attribute = evaluation_.attribute(value, row))
      attributes.emplace_back(name, std::move(*attribute));
  return attributes;
}

Entity RowRecordMaker::entity(const MappedEntity& mapped, RowView& row) {
  Entity entity;
  row.point_at(slot_of_value(mapped.id));
  entity.id = needed(mapped.id, row, "an entity's id");
  entity.kind = evaluation_.text(mapped.kind, row);
  if (entity.kind.empty())
    entity.kind = mapped.id.kind == MappedValue::Kind::country
                      ? "country"
                      : needed(mapped.kind, row, "an entity's kind");
  for (const auto& [language, values] : mapped.names) {
    LanguageNames names{language, {}};
    for (const MappedValue& value : values)
      if (std::string name = evaluation_.text(value, row); !name.empty())
        names.names.push_back(std::move(name));
    if (!names.names.empty()) entity.names.push_back(std::move(names));
  }
  entity.when = evaluation_.when(mapped.when, row);
  for (const auto& [name, value] : mapped.codes)
    if (std::string code = evaluation_.text(value, row); !code.empty())
      entity.codes.emplace_back(name, std::move(code));
  entity.attributes = attributes(mapped.attributes, row);
  return entity;
}

void RowRecordMaker::add_entity(EntityMaker& maker, RowView& row, const Origin& origin,
                                RowRecords& records) {
  const MappedEntity& mapped = *maker.mapped;
  maker.id_of_row.clear();
  if (!all_hold(mapped.conditions, row)) return;
  write_cells(cells_, maker.slots, row);
  if (const auto known = maker.made->id(cells_)) {
    maker.id_of_row = *known;
    return;
  }
  Entity made = entity(mapped, row);
  made.place = origin.place;
  maker.id_of_row = made.id;
  pending_.push_back({maker.made, cells_, made.id});
  records.entities.push_back(std::move(made));
  records.entity_origins.push_back(origin);
  records.entity_origins.back().slot = slot_of_value(mapped.id);
}

std::string RowRecordMaker::add_plain_end(const MappedEntity& mapped, PlainKind& kind, RowView& row,
                                          const Origin& origin, RowRecords& records,
                                          std::string_view which) {
  std::string id = needed(mapped.id, row, which);
  if (kind.made.find(id) != HashIndex::none) return id;
  pending_plain_.emplace_back(&kind, id);
  Entity made;
  made.id = id;
  made.kind = kind.kind;
  made.place = origin.place;
  records.entities.push_back(std::move(made));
  records.entity_origins.push_back(origin);
  records.entity_origins.back().slot = slot_of_value(mapped.id);
  return id;
}

std::string RowRecordMaker::add_end(const End& end, RowView& row, const Origin& origin,
                                    RowRecords& records, std::string_view which) {
  if (end.same != nullptr && !end.same->id_of_row.empty()) return end.same->id_of_row;
  if (!end.mapped->entity) return needed(end.mapped->id, row, which);
  const MappedEntity& mapped = *end.mapped->entity;
  if (end.plain != nullptr) return add_plain_end(mapped, *end.plain, row, origin, records, which);
  write_cells(cells_, end.entity->slots, row);
  if (const auto known = end.entity->made->id(cells_)) return std::string(*known);
  add_entity(*end.entity, row, origin, records);
  return needed(mapped.id, row, which);
}

std::string RowRecordMaker::locator(const RowView& row) const {
  const std::string_view cell =
      row.text(static_cast<std::uint32_t>(row.column_count()) + RowView::cell);
  std::string at;
  at.reserve(name_.file.size() + name_.sheet.size() + cell.size() + 2);
  at += name_.file;
  if (!name_.sheet.empty()) (at += '!') += name_.sheet;
  return (at += '!') += cell;
}

std::string RowRecordMaker::computed_mark(const MappedRelation& mapped, const RowView& row) const {
  if (!row.any_computed()) return {};
  std::vector<std::uint32_t> slots;
  for (const MappedEnd* end : {&mapped.from, &mapped.to})
    collect_slots(slots, end->entity ? end->entity->id : end->id);
  collect_slots(slots, mapped.type);
  for (const auto* end : {&mapped.when.at, &mapped.when.from, &mapped.when.to})
    if (*end) collect_slots(slots, **end);
  for (const auto& [name, value] : mapped.attributes) collect_slots(slots, value);
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  std::string cells;
  for (const std::uint32_t slot : slots)
    if (row.computed(slot)) cells += (cells.empty() ? "" : ", ") + row.address(slot);
  return cells.empty() ? cells : " (formula in " + cells + ")";
}

std::vector<Evidence> RowRecordMaker::evidence(const MappedRelation& mapped, RowView& row) {
  std::vector<Evidence> all;
  const std::string mark = computed_mark(mapped, row);
  if (!mapped.evidence) {
    Evidence& evidence = all.emplace_back();
    evidence.source = name_.source;
    evidence.at = locator(row);
    evidence.at += mark;
    return all;
  }
  for (const MappedEvidence& each : *mapped.evidence) {
    Evidence evidence;
    evidence.source = evaluation_.text(each.source, row);
    if (evidence.source.empty()) continue;
    evidence.at = (each.at ? evaluation_.text(*each.at, row) : locator(row)) + mark;
    if (each.asserted_by) evidence.asserted_by = evaluation_.text(*each.asserted_by, row);
    evidence.when = evaluation_.when(each.when, row);
    all.push_back(std::move(evidence));
  }
  return all;
}

void RowRecordMaker::add_relation(std::size_t index, RowView& row, const Origin& origin,
                                  std::size_t part, RowRecords& records) {
  const MappedRelation& mapped = table_.relations[index];
  if (!all_hold(mapped.conditions, row)) return;
  // In its place at once: what throws leaves a row that is not taken.
  Relation& relation = records.relations.emplace_back();
  row.point_at(mapped.key_slot);
  const auto& [from, to] = ends_[index];
  relation.from = add_end(from, row, origin, records, "where a relation comes from");
  relation.to = add_end(to, row, origin, records, "where a relation goes to");
  row.point_at(mapped.key_slot);
  relation.type = needed(mapped.type, row, "a relation's type");
  if (mapped.id) {
    relation.id = needed(*mapped.id, row, "a relation's id");
  } else {
    (relation.id = name_.id) += std::to_string(row.number());
    if (table_.relations.size() > 1) relation.id += static_cast<char>('a' + index % 26);
    if (part > 0) relation.id += "-" + std::to_string(part);
  }
  relation.when = evaluation_.when(mapped.when, row);
  if (mapped.modality)
    if (const std::string text = evaluation_.text(*mapped.modality, row); !text.empty())
      relation.modality = modality_of_text(text, slot_of_value(*mapped.modality));
  relation.attributes = attributes(mapped.attributes, row);
  relation.evidence = evidence(mapped, row);
  relation.place = origin.place;
  records.relation_origins.push_back(origin);
  records.relation_origins.back().slot = mapped.key_slot;
}

void RowRecordMaker::add(RowView& row, const Origin& origin, std::size_t part,
                         RowRecords& records) {
  for (EntityMaker& maker : entities_) add_entity(maker, row, origin, records);
  for (std::size_t i = 0; i < table_.relations.size(); ++i)
    add_relation(i, row, origin, part, records);
  for (NamedCountry& country : evaluation_.take_countries())
    records.countries.push_back(std::move(country));
}

}  // namespace entente::import
