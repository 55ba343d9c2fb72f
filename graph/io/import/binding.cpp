#include "io/import/binding.hpp"

#include <algorithm>
#include <utility>

#include <entente/text/edit_distance.hpp>

#include "text/shortened.hpp"

namespace entente::import {
namespace {

class Binder {
 public:
  Binder(RowView& row, const std::string& table_name, std::vector<Problem>& problems)
      : row_(&row), table_name_(table_name), problems_(problems) {}
  /// Binds nothing, and looks how wide a table is that has all columns named by letters.
  Binder(const std::string& table_name, std::vector<Problem>& problems)
      : table_name_(table_name), problems_(problems) {}

  [[nodiscard]] std::size_t widest() const { return widest_; }

  void bind(MappedTable& table) {
    bind(table.conditions);
    for (MappedEntity& entity : table.entities) bind(entity);
    for (MappedRelation& relation : table.relations) bind(relation);
    for (const MappedSplit& split : table.splits)
      static_cast<void>(slot(split.column, split.place));
  }

  void bind(TextTemplate& text) {
    for (TextTemplate::Part& part : text.parts)
      if (part.is_column) part.slot = slot(part.text, text.place);
  }
  void bind(MappedValue& value) {
    bind(value.text);
    for (MappedValue& inner : value.inner) bind(inner);
  }
  void bind(std::optional<MappedValue>& value) {
    if (value) bind(*value);
  }
  void bind(MappedWhen& when) {
    bind(when.at);
    bind(when.from);
    bind(when.to);
  }
  void bind(std::vector<MappedCondition>& conditions) {
    for (MappedCondition& condition : conditions) bind(condition.text);
  }
  void bind(MappedTexts& texts) {
    for (auto& [name, value] : texts) bind(value);
  }
  void bind(MappedEntity& entity) {
    bind(entity.id);
    bind(entity.kind);
    for (auto& [language, names] : entity.names)
      for (MappedValue& name : names) bind(name);
    bind(entity.when);
    bind(entity.codes);
    bind(entity.attributes);
    bind(entity.conditions);
  }
  void bind(MappedEnd& end) {
    bind(end.id);
    if (end.entity) bind(*end.entity);
  }
  void bind(MappedRelation& relation) {
    bind(relation.id);
    bind(relation.type);
    bind(relation.from);
    bind(relation.to);
    bind(relation.when);
    bind(relation.modality);
    bind(relation.attributes);
    bind(relation.conditions);
    if (relation.evidence)
      for (MappedEvidence& evidence : *relation.evidence) {
        bind(evidence.source);
        bind(evidence.at);
        bind(evidence.asserted_by);
        bind(evidence.when);
      }
    if (row_ != nullptr) relation.key_slot = key_slot(relation);
  }
  [[nodiscard]] std::uint32_t slot(const std::string& name, const MappingPlace& place) {
    if (row_ == nullptr) {
      note_letter(name);
      return 0;
    }
    const std::uint32_t found = row_->slot_of(name);
    if (found != RowView::no_slot && found != RowView::ambiguous) return found;
    Problem problem = place;
    problem.code = "unknown-column";
    if (found == RowView::ambiguous) {
      problem.message = "two columns of " + table_name_ + " are called '" + name + "'";
      problem.hint = "name it by its letter, as {=B}";
    } else {
      const std::vector<std::string> names = row_->names();
      const auto meant = nearest(name, names);
      std::string all;
      for (const std::string& each : names) all += (all.empty() ? "" : ", ") + each;
      problem.message = table_name_ + " has no column '" + name + "'";
      problem.hint = meant ? "did you mean '" + *meant + "'?" : "its columns: " + shortened(all);
    }
    const bool reported = std::any_of(problems_.begin(), problems_.end(), [&](const Problem& each) {
      return each.message == problem.message;
    });
    if (!reported) problems_.push_back(std::move(problem));
    return 0;
  }

 private:
  /// The cell that distinguishes this relation from others of its row: where its end is, else where
  /// it comes from.
  [[nodiscard]] std::uint32_t key_slot(const MappedRelation& relation) const {
    for (const MappedEnd* end : {&relation.to, &relation.from}) {
      const std::uint32_t slot = first_slot(end->entity ? end->entity->id : end->id);
      if (slot < row_->column_count()) return slot;
    }
    return 0;
  }

  /// `=C`, `=C?` or `cell:=C`.
  void note_letter(std::string_view name) {
    if (name.starts_with("cell:")) name.remove_prefix(5);
    if (!name.starts_with('=')) return;
    name.remove_prefix(1);
    if (name.ends_with('?')) name.remove_suffix(1);
    const std::size_t column = tables::column_of_letters(name);
    if (column < tables::most_columns) widest_ = std::max(widest_, column + 1);
  }

  RowView* row_ = nullptr;
  const std::string& table_name_;
  std::vector<Problem>& problems_;
  std::size_t widest_ = 0;
};

}  // namespace

std::uint32_t first_slot(const TextTemplate& text) {
  for (const TextTemplate::Part& part : text.parts)
    if (part.is_column) return part.slot;
  return RowView::no_slot;
}

std::uint32_t first_slot(const MappedValue& value) {
  const std::uint32_t own = first_slot(value.text);
  if (own != RowView::no_slot) return own;
  for (const MappedValue& inner : value.inner)
    if (const std::uint32_t slot = first_slot(inner); slot != RowView::no_slot) return slot;
  return RowView::no_slot;
}

void bind_columns(MappedTable& table, RowView& row, const std::string& table_name,
                  std::vector<Problem>& problems) {
  Binder(row, table_name, problems).bind(table);
}

std::size_t columns_by_letter(MappedTable table) {
  const std::string nameless;
  std::vector<Problem> problems;
  Binder binder(nameless, problems);
  binder.bind(table);
  for (const MappedColumn& column : table.columns)
    static_cast<void>(binder.slot(column.name, column.place));
  return binder.widest();
}

}  // namespace entente::import
