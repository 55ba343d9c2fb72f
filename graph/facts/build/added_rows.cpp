#include "facts/build/added_rows.hpp"

#include <limits>

namespace entente {

namespace {

constexpr std::uint64_t most_numbered = std::numeric_limits<std::uint32_t>::max() - 1;

template <class T>
Column<T> column_over(const std::vector<T>& values) {
  return Column<T>(std::span<const T>(values));
}

bool fit_together(std::size_t one, std::size_t other, std::size_t more) {
  return std::uint64_t{one} + other + more < most_numbered;
}

/// What `before` has added, or nothing, where offsets count on from those of `under`.
AddedColumns columns_before(const Graph::Store& before, const Graph::Store& under) {
  if (before.added) return before.added->columns;
  AddedColumns columns;
  columns.evidence = {static_cast<std::uint32_t>(under.evidence.source.size())};
  columns.attributes = {static_cast<std::uint32_t>(under.relations.attribute_bytes.size())};
  return columns;
}

}  // namespace

void AddedTexts::add(std::string_view text) {
  bytes.insert(bytes.end(), text.begin(), text.end());
  offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
}

TextTable AddedTexts::view() const {
  return {column_over(offsets), column_over(bytes)};
}

AddedRows::AddedRows(const Graph& before)
    : under(before.store().added ? before.store().added->under : before),
      columns(columns_before(before.store(), under.store())),
      first_(static_cast<std::uint32_t>(under.relation_count())) {}

bool AddedRows::have_room_for(const Graph::Store& more) const {
  constexpr std::size_t always = 64;
  const Graph::Store& shared = under.store();
  const std::size_t rows = columns.type.size() + more.relations.type.size();
  return rows <= always + first_ / 8 && fit_together(first_, rows, 0) &&
         fit_together(shared.texts.size(), columns.texts.size(), more.texts.size()) &&
         fit_together(0, columns.texts.bytes.size(), more.texts.flat().bytes.size()) &&
         fit_together(0, columns.ids.bytes.size(), more.relations.ids.flat().bytes.size()) &&
         fit_together(shared.evidence.source.size(), columns.source.size(),
                      more.evidence.source.size()) &&
         fit_together(shared.relations.attribute_bytes.size(), columns.attribute_bytes.size(),
                      more.relations.attribute_bytes.size());
}

std::uint32_t AddedRows::add_texts(const Graph::Store& from) {
  const std::size_t first = under.store().texts.size() + columns.texts.size();
  for (std::size_t i = 0; i < from.texts.size(); ++i) columns.texts.add(from.texts[i]);
  return static_cast<std::uint32_t>(first);
}

std::uint32_t AddedRows::add_row(const Graph::Store& from, std::uint32_t row,
                                 std::uint32_t first_text) {
  const auto text = [&](std::uint32_t number) {
    return number == no_text ? no_text : number + first_text;
  };
  const auto& r = from.relations;
  columns.ids.add(r.ids.rows()[row]);
  columns.type.push_back(r.type.rows()[row]);
  columns.from.push_back(r.from.rows()[row]);
  columns.to.push_back(r.to.rows()[row]);
  columns.modality.push_back(r.modality.rows()[row]);
  columns.traits.push_back(r.traits.rows()[row]);
  columns.when.push_back(text(r.when.rows()[row]));
  columns.start_min.push_back(r.start_min.rows()[row]);
  columns.start_max.push_back(r.start_max.rows()[row]);
  columns.end_min.push_back(r.end_min.rows()[row]);
  columns.end_max.push_back(r.end_max.rows()[row]);
  const RowRange evidence = r.evidence.of_row(row);
  for (std::uint32_t i = evidence.begin; i < evidence.end; ++i) {
    columns.source.push_back(from.evidence.source[i]);
    columns.at.push_back(text(from.evidence.at[i]));
    columns.asserted_by.push_back(text(from.evidence.asserted_by[i]));
    columns.source_when.push_back(text(from.evidence.when[i]));
  }
  columns.evidence.push_back(columns.evidence.back() + (evidence.end - evidence.begin));
  const RowRange attributes = r.attributes.of_row(row);
  const std::span<const char> code = r.attribute_bytes.part(attributes.begin, attributes.end);
  columns.attribute_bytes.insert(columns.attribute_bytes.end(), code.begin(), code.end());
  columns.attributes.push_back(columns.attributes.back() + static_cast<std::uint32_t>(code.size()));
  return first_ + static_cast<std::uint32_t>(columns.type.size() - 1);
}

void AddedRows::show_in(Graph::Store& store) const {
  const RowOrder numbers(order);
  const auto split = [](const auto& shared, const auto& added) {
    return SplitColumn(shared.view(), column_over(added));
  };
  const auto by_number = [&](const auto& shared, const auto& added) {
    return RowColumn(split(shared.flat(), added), numbers);
  };
  const auto& s = under.store().relations;
  const AddedColumns& a = columns;
  auto& r = store.relations;
  r.ids = RowTexts({s.ids.flat().view(), a.ids.view()}, numbers);
  r.type = by_number(s.type, a.type);
  r.from = by_number(s.from, a.from);
  r.to = by_number(s.to, a.to);
  r.modality = by_number(s.modality, a.modality);
  r.traits = by_number(s.traits, a.traits);
  r.when = by_number(s.when, a.when);
  r.start_min = by_number(s.start_min, a.start_min);
  r.start_max = by_number(s.start_max, a.start_max);
  r.end_min = by_number(s.end_min, a.end_min);
  r.end_max = by_number(s.end_max, a.end_max);
  r.evidence = RowRanges(s.evidence.flat().view(), column_over(a.evidence), numbers);
  r.attributes = RowRanges(s.attributes.flat().view(), column_over(a.attributes), numbers);
  r.attribute_bytes = split(s.attribute_bytes.flat(), a.attribute_bytes);
  const auto& e = under.store().evidence;
  store.evidence = {split(e.source.flat(), a.source), split(e.at.flat(), a.at),
                    split(e.asserted_by.flat(), a.asserted_by),
                    split(e.when.flat(), a.source_when)};
  store.texts = SplitTexts(under.store().texts.flat().view(), a.texts.view());
}

}  // namespace entente
