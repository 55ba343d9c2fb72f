#include "io/import/entity_cells.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/text_hash.hpp"

namespace entente::import {
namespace {

class FormWriter {
 public:
  explicit FormWriter(std::size_t columns) : columns_(columns) {}

  void add(const MappedValue& value) {
    using Kind = MappedValue::Kind;
    const bool is_text = value.kind == Kind::text || value.kind == Kind::slug ||
                         value.kind == Kind::first || value.kind == Kind::verbatim;
    if (!is_text || !value.map.empty() || value.otherwise) set_own();
    number(static_cast<std::size_t>(value.kind));
    number(value.text.parts.size());
    for (const TextTemplate::Part& part : value.text.parts) {
      if (part.is_column)
        column(part.slot);
      else
        word(part.text);
    }
    number(value.inner.size());
    for (const MappedValue& inner : value.inner) add(inner);
  }

  void add(const MappedEntity& entity) {
    add(entity.id);
    add(entity.kind);
    number(entity.names.size());
    for (const auto& [language, names] : entity.names) {
      word(language);
      number(names.size());
      for (const MappedValue& name : names) add(name);
    }
    for (const auto* end : {&entity.when.at, &entity.when.from, &entity.when.to})
      if (*end) {
        set_own();
        add(**end);
      }
    add(entity.codes);
    if (!entity.attributes.empty()) set_own();
    add(entity.attributes);
  }

  [[nodiscard]] CellForm form() && { return std::move(form_); }

 private:
  void add(const MappedTexts& texts) {
    number(texts.size());
    for (const auto& [name, value] : texts) {
      word(name);
      add(value);
    }
  }

  void column(std::uint32_t slot) {
    if (slot >= columns_) set_own();
    std::vector<std::uint32_t>& slots = form_.slots;
    const auto known = std::find(slots.begin(), slots.end(), slot);
    (form_.words += 'c') += std::to_string(known - slots.begin()) + ' ';
    if (known == slots.end()) slots.push_back(slot);
  }
  void word(const std::string& text) {
    (form_.words += 'w') += std::to_string(text.size()) + ' ' + text;
  }
  void number(std::size_t number) { (form_.words += 'n') += std::to_string(number) + ' '; }
  void set_own() { form_.likeness = Likeness::own; }

  std::size_t columns_;
  CellForm form_;
};

}  // namespace

CellForm form_of(const MappedValue& value, std::size_t columns) {
  FormWriter writer(columns);
  writer.add(value);
  return std::move(writer).form();
}

CellForm form_of(const MappedEntity& entity, std::size_t columns) {
  FormWriter writer(columns);
  writer.add(entity);
  return std::move(writer).form();
}

bool is_same_value(const CellForm& a, const CellForm& b) {
  return a.likeness == Likeness::comparable && b.likeness == Likeness::comparable &&
         a.slots == b.slots && a.words == b.words;
}

void write_cells(std::string& text, const std::vector<std::uint32_t>& slots, const RowView& row) {
  text.clear();
  for (const std::uint32_t slot : slots) {
    const std::string_view cell = row.text(slot);
    const auto size = static_cast<std::uint32_t>(cell.size());
    std::array<char, 1 + sizeof size> head = {static_cast<char>(row.state(slot))};
    std::memcpy(head.data() + 1, &size, sizeof size);
    text.append(head.data(), head.size());
    text += cell;
  }
}

MadeEntities::Entry MadeEntities::entry(std::uint32_t at) const {
  std::array<std::uint32_t, 2> sizes = {};
  std::memcpy(sizes.data(), bytes_.data() + at, sizeof sizes);
  const char* const cells = bytes_.data() + at + sizeof sizes;
  return {{cells, sizes[0]}, {cells + sizes[0], sizes[1]}};
}

std::size_t MadeEntities::slot_of(std::string_view cells, std::uint32_t hash) const {
  return places_.slot_of(hash, [&](std::uint32_t at) { return entry(at).cells == cells; });
}

std::optional<std::string_view> MadeEntities::id(std::string_view cells) const {
  const std::uint32_t at = places_.number(slot_of(cells, text_hash(cells)));
  if (at == HashIndex::none) return std::nullopt;
  return entry(at).id;
}

void MadeEntities::add(std::string_view cells, std::string_view id) {
  const std::uint32_t hash = text_hash(cells);
  if (places_.number(slot_of(cells, hash)) != HashIndex::none) return;
  const std::array<std::uint32_t, 2> sizes = {static_cast<std::uint32_t>(cells.size()),
                                              static_cast<std::uint32_t>(id.size())};
  const std::size_t at = bytes_.size();
  if (cells.size() + id.size() + sizeof sizes >= HashIndex::none - at) return;
  std::array<char, sizeof sizes> head = {};
  std::memcpy(head.data(), sizes.data(), sizeof sizes);
  bytes_.insert(bytes_.end(), head.begin(), head.end());
  bytes_.insert(bytes_.end(), cells.begin(), cells.end());
  bytes_.insert(bytes_.end(), id.begin(), id.end());
  if (places_.full()) places_.grow();
  places_.put(slot_of(cells, hash), hash, static_cast<std::uint32_t>(at));
}

}  // namespace entente::import
