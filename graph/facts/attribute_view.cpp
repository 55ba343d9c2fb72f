#include <bit>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <entente/facts/attribute_view.hpp>

#include "facts/attribute_code.hpp"
#include "facts/attribute_tag.hpp"
#include "facts/byte_code.hpp"

namespace entente {
namespace {

ScalarView scalar(AttributeTag tag, ByteReader& bytes) {
  switch (tag) {
    case AttributeTag::null:
      return std::monostate();
    case AttributeTag::no:
      return false;
    case AttributeTag::yes:
      return true;
    case AttributeTag::integer:
      return static_cast<std::int64_t>(bytes.word());
    case AttributeTag::natural:
      return bytes.word();
    case AttributeTag::number:
      return std::bit_cast<double>(bytes.word());
    case AttributeTag::text:
      return bytes.text();
    case AttributeTag::list:
      break;
  }
  ByteReader::fail();
}

AttributeTag tag_of(ByteReader& bytes) {
  return static_cast<AttributeTag>(bytes.byte());
}

AttributeView value(ByteReader& bytes) {
  const AttributeTag tag = tag_of(bytes);
  if (tag != AttributeTag::list) return scalar(tag, bytes);
  const std::uint64_t size = bytes.size();
  const std::span<const char> code = bytes.rest();
  for (std::uint64_t rest = size; rest > 0; --rest) (void)scalar(tag_of(bytes), bytes);
  return ScalarListView(code, size);
}

Scalar copy_of_scalar(const ScalarView& view) {
  return std::visit(
      [](const auto& value) -> Scalar {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::string_view>)
          return std::string(value);
        else
          return value;
      },
      view);
}

}  // namespace

ScalarListView::Iterator::Iterator(std::span<const char> code, std::size_t rest)
    : code_(code), rest_(rest) {
  read();
}

ScalarListView::Iterator& ScalarListView::Iterator::operator++() {
  --rest_;
  read();
  return *this;
}

void ScalarListView::Iterator::read() {
  if (rest_ == 0) return;
  ByteReader bytes(code_);
  value_ = scalar(tag_of(bytes), bytes);
  code_ = bytes.rest();
}

AttributeValue copy_of(const AttributeView& value) {
  if (const auto* one = std::get_if<ScalarView>(&value)) return copy_of_scalar(*one);
  std::vector<Scalar> list;
  for (const ScalarView& one : std::get<ScalarListView>(value)) list.push_back(copy_of_scalar(one));
  return list;
}

std::optional<AttributeView> attribute_in(std::span<const char> code, std::string_view name) {
  if (code.empty()) return std::nullopt;
  ByteReader bytes(code);
  for (std::uint64_t rest = bytes.size(); rest > 0; --rest) {
    const bool wanted = bytes.text() == name;
    const AttributeView found = value(bytes);
    if (wanted) return found;
  }
  return std::nullopt;
}

Attributes decode(std::span<const char> code) {
  Attributes attributes;
  if (code.empty()) return attributes;
  ByteReader bytes(code);
  for (std::uint64_t rest = bytes.size(); rest > 0; --rest) {
    std::string name(bytes.text());
    attributes.emplace_back(std::move(name), copy_of(value(bytes)));
  }
  if (!bytes.at_end()) ByteReader::fail();
  return attributes;
}

}  // namespace entente
