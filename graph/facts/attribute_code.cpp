// A count, then names and values; values begin with a tag.

#include "facts/attribute_code.hpp"

#include <bit>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include <entente/error.hpp>

#include "facts/byte_code.hpp"

namespace entente {

namespace {

enum class Tag : std::uint8_t { null, no, yes, integer, natural, number, text, list };

class Writer {
 public:
  explicit Writer(std::vector<char>& bytes) : bytes_(bytes) {}

  void operator()(std::monostate) { tag(Tag::null); }
  void operator()(bool value) { tag(value ? Tag::yes : Tag::no); }
  void operator()(std::int64_t value) { word(Tag::integer, static_cast<std::uint64_t>(value)); }
  void operator()(std::uint64_t value) { word(Tag::natural, value); }
  void operator()(double value) { word(Tag::number, std::bit_cast<std::uint64_t>(value)); }
  void operator()(const std::string& value) {
    tag(Tag::text);
    bytes_.text(value);
  }
  void operator()(const Scalar& scalar) { std::visit(*this, scalar); }
  void operator()(const std::vector<Scalar>& list) {
    tag(Tag::list);
    bytes_.size(list.size());
    for (const Scalar& scalar : list) (*this)(scalar);
  }

 private:
  void tag(Tag tag) { bytes_.byte(static_cast<std::uint8_t>(tag)); }
  void word(Tag kind, std::uint64_t word) {
    tag(kind);
    bytes_.word(word);
  }

  ByteWriter bytes_;
};

Scalar scalar(Tag tag, ByteReader& bytes) {
  switch (tag) {
    case Tag::null:
      return std::monostate();
    case Tag::no:
      return false;
    case Tag::yes:
      return true;
    case Tag::integer:
      return static_cast<std::int64_t>(bytes.word());
    case Tag::natural:
      return bytes.word();
    case Tag::number:
      return std::bit_cast<double>(bytes.word());
    case Tag::text:
      return bytes.text();
    case Tag::list:
      break;
  }
  ByteReader::fail();
}

AttributeValue value(ByteReader& bytes) {
  const Tag tag = static_cast<Tag>(bytes.byte());
  if (tag != Tag::list) return scalar(tag, bytes);
  std::vector<Scalar> list;
  for (std::uint64_t rest = bytes.size(); rest > 0; --rest)
    list.push_back(scalar(static_cast<Tag>(bytes.byte()), bytes));
  return list;
}

}  // namespace

void encode(const Attributes& attributes, std::vector<char>& bytes) {
  if (attributes.empty()) return;
  ByteWriter(bytes).size(attributes.size());
  for (const auto& [name, value] : attributes) {
    ByteWriter(bytes).text(name);
    std::visit(Writer(bytes), value);
  }
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
    throw LimitReached("text-size", "the attributes of one graph may take 4 GiB, no more");
}

Attributes decode(std::span<const char> bytes) {
  Attributes attributes;
  if (bytes.empty()) return attributes;
  ByteReader reader(bytes);
  for (std::uint64_t rest = reader.size(); rest > 0; --rest) {
    std::string name = reader.text();
    attributes.emplace_back(std::move(name), value(reader));
  }
  if (!reader.at_end()) ByteReader::fail();
  return attributes;
}

}  // namespace entente
