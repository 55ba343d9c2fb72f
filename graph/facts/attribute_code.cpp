// A count, then names and values; values begin with a tag.

#include "facts/attribute_code.hpp"

#include <bit>
#include <cstdint>
#include <limits>
#include <string>

#include <entente/error.hpp>

#include "facts/attribute_tag.hpp"
#include "facts/byte_code.hpp"

namespace entente {

namespace {

using Tag = AttributeTag;

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

}  // namespace entente
