// A count, then names and values. Counts and lengths are LEB128, numbers little-endian words,
// values begin with a tag.

#include "network/attribute_code.hpp"

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <entente/error.hpp>

namespace entente {

namespace {

enum class Tag : std::uint8_t { null, no, yes, integer, natural, number, text, list };

class Writer {
 public:
  explicit Writer(std::vector<char>& bytes) : bytes_(bytes) {}

  void size(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
  }
  void text(std::string_view text) {
    size(text.size());
    bytes_.insert(bytes_.end(), text.begin(), text.end());
  }
  void tag(Tag tag) { byte(static_cast<std::uint8_t>(tag)); }
  void word(std::uint64_t word) {
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(word >> shift));
  }

  void operator()(std::monostate) { tag(Tag::null); }
  void operator()(bool value) { tag(value ? Tag::yes : Tag::no); }
  void operator()(std::int64_t value) {
    tag(Tag::integer);
    word(static_cast<std::uint64_t>(value));
  }
  void operator()(std::uint64_t value) {
    tag(Tag::natural);
    word(value);
  }
  void operator()(double value) {
    tag(Tag::number);
    word(std::bit_cast<std::uint64_t>(value));
  }
  void operator()(const std::string& value) {
    tag(Tag::text);
    text(value);
  }
  void operator()(const Scalar& scalar) { std::visit(*this, scalar); }
  void operator()(const std::vector<Scalar>& list) {
    tag(Tag::list);
    size(list.size());
    for (const Scalar& scalar : list) (*this)(scalar);
  }

 private:
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }

  std::vector<char>& bytes_;
};

class Reader {
 public:
  explicit Reader(std::span<const char> bytes) : rest_(bytes) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  std::uint64_t size() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::uint8_t byte = next();
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    fail();
  }
  std::string text() {
    const std::uint64_t length = size();
    if (length > rest_.size()) fail();
    std::string text(rest_.data(), length);
    rest_ = rest_.subspan(length);
    return text;
  }
  AttributeValue value() {
    const Tag tag = static_cast<Tag>(next());
    if (tag != Tag::list) return scalar(tag);
    std::vector<Scalar> list;
    for (std::uint64_t rest = size(); rest > 0; --rest)
      list.push_back(scalar(static_cast<Tag>(next())));
    return list;
  }

 private:
  [[noreturn]] static void fail() {
    throw InvalidArgument("bad-attributes", "the attributes of a record are damaged");
  }
  std::uint8_t next() {
    if (rest_.empty()) fail();
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_ = rest_.subspan(1);
    return byte;
  }
  std::uint64_t word() {
    std::uint64_t word = 0;
    for (int shift = 0; shift < 64; shift += 8) word |= static_cast<std::uint64_t>(next()) << shift;
    return word;
  }
  Scalar scalar(Tag tag) {
    switch (tag) {
      case Tag::null:
        return std::monostate();
      case Tag::no:
        return false;
      case Tag::yes:
        return true;
      case Tag::integer:
        return static_cast<std::int64_t>(word());
      case Tag::natural:
        return word();
      case Tag::number:
        return std::bit_cast<double>(word());
      case Tag::text:
        return text();
      case Tag::list:
        break;
    }
    fail();
  }

  std::span<const char> rest_;
};

}  // namespace

void encode(const Attributes& attributes, std::vector<char>& bytes) {
  if (attributes.empty()) return;
  Writer writer(bytes);
  writer.size(attributes.size());
  for (const auto& [name, value] : attributes) {
    writer.text(name);
    std::visit(writer, value);
  }
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
    throw LimitReached("text-size", "the attributes of one graph may take 4 GiB, no more");
}

Attributes decode(std::span<const char> bytes) {
  Attributes attributes;
  if (bytes.empty()) return attributes;
  Reader reader(bytes);
  for (std::uint64_t rest = reader.size(); rest > 0; --rest) {
    std::string name = reader.text();
    attributes.emplace_back(std::move(name), reader.value());
  }
  if (!reader.at_end()) throw InvalidArgument("bad-attributes", "attributes have a loose end");
  return attributes;
}

}  // namespace entente
