// One list of members a type, read and written by the same function.

#include "snapshot/words.hpp"

#include <type_traits>
#include <utility>

#include "facts/byte_code.hpp"

namespace entente::snapshot {

namespace {

/// The last value of each enumeration, so that no other is read.
constexpr std::uint8_t last_of(Symmetry) {
  return static_cast<std::uint8_t>(Symmetry::symmetric);
}
constexpr std::uint8_t last_of(Reading) {
  return static_cast<std::uint8_t>(Reading::instant);
}
constexpr std::uint8_t last_of(Succession) {
  return static_cast<std::uint8_t>(Succession::lineage);
}
constexpr std::uint8_t last_of(Closes) {
  return static_cast<std::uint8_t>(Closes::previous_holder);
}
constexpr std::uint8_t last_of(Seats) {
  return static_cast<std::uint8_t>(Seats::many);
}
constexpr std::uint8_t last_of(Present) {
  return static_cast<std::uint8_t>(Present::both);
}

// All members are bound, so that a new one that is not listed does not compile.
template <class Kinds, class Archive>
void members_of_kind(Kinds& kind, Archive& archive) {
  auto& [id, parent, labels, drawing_class, seats] = kind;
  archive(id, parent, labels, drawing_class, seats);
}

template <class Type, class Archive>
void members_of_type(Type& type, Archive& archive) {
  auto& [id, from, to, symmetry, reading, inverse_id, forward, inverse, sentence, drawing_class,
         succession, closes, sign, present, timeless] = type;
  archive(id, from, to, symmetry, reading, inverse_id, forward, inverse, sentence, drawing_class,
          succession, closes, sign, present, timeless);
}

class Writing {
 public:
  explicit Writing(std::vector<char>& bytes) : bytes_(bytes) {}

  template <class... Members>
  void operator()(const Members&... members) {
    (one(members), ...);
  }

 private:
  void one(const std::string& text) { bytes_.text(text); }
  void one(std::uint64_t number) { bytes_.word(number); }
  void one(Sign sign) { bytes_.byte(static_cast<std::uint8_t>(static_cast<int>(sign) + 1)); }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void one(Enum value) { bytes_.byte(static_cast<std::uint8_t>(value)); }
  void one(const std::pair<std::string, std::string>& pair) { (*this)(pair.first, pair.second); }
  void one(const Kind& kind) { members_of_kind(kind, *this); }
  void one(const RelationType& type) { members_of_type(type, *this); }
  void one(const SnapshotSource& source) { (*this)(source.path, source.size, source.hash); }
  template <class T>
  void one(const std::vector<T>& list) {
    bytes_.size(list.size());
    for (const T& item : list) one(item);
  }

  ByteWriter bytes_;
};

class Taking {
 public:
  explicit Taking(std::span<const char> bytes) : bytes_(bytes) {}

  template <class... Members>
  void operator()(Members&... members) {
    (one(members), ...);
  }
  [[nodiscard]] bool at_end() const { return bytes_.at_end(); }

 private:
  void one(std::string& text) { text = bytes_.text(); }
  void one(std::uint64_t& number) { number = bytes_.word(); }
  void one(Sign& sign) {
    const std::uint8_t value = bytes_.byte();
    if (value > 2) ByteReader::fail();
    sign = static_cast<Sign>(static_cast<int>(value) - 1);
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void one(Enum& member) {
    const std::uint8_t value = bytes_.byte();
    if (value > last_of(Enum{})) ByteReader::fail();
    member = static_cast<Enum>(value);
  }
  void one(std::pair<std::string, std::string>& pair) { (*this)(pair.first, pair.second); }
  void one(Kind& kind) { members_of_kind(kind, *this); }
  void one(RelationType& type) { members_of_type(type, *this); }
  void one(SnapshotSource& source) { (*this)(source.path, source.size, source.hash); }
  template <class T>
  void one(std::vector<T>& list) {
    // Every item takes a byte, so what is declared and not there fails before it takes room.
    for (std::uint64_t rest = bytes_.size(); rest > 0; --rest) one(list.emplace_back());
  }

  ByteReader bytes_;
};

}  // namespace

std::vector<char> encode(const Words& words) {
  std::vector<char> bytes;
  Writing writing(bytes);
  writing(words.vocabulary.name(), words.vocabulary.kinds(), words.vocabulary.types(), words.titles,
          words.vocabularies, words.sources);
  return bytes;
}

Words decode(std::span<const char> bytes) {
  Taking taking(bytes);
  std::string name;
  std::vector<Kind> kinds;
  std::vector<RelationType> types;
  Labels titles;
  std::vector<std::string> vocabularies;
  std::vector<SnapshotSource> sources;
  taking(name, kinds, types, titles, vocabularies, sources);
  if (!taking.at_end()) ByteReader::fail();
  return {Vocabulary(std::move(name), std::move(kinds), std::move(types)), std::move(titles),
          std::move(vocabularies), std::move(sources)};
}

}  // namespace entente::snapshot
