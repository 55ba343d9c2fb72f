#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

#include <entente/snapshot/snapshot.hpp>
#include <entente/text/safe.hpp>

#include "base/threads.hpp"
#include "facts/each_column.hpp"
#include "snapshot/check.hpp"
#include "snapshot/format.hpp"
#include "snapshot/sources.hpp"
#include "snapshot/words.hpp"
#include "system/mapped_file.hpp"

namespace entente {

namespace {

using snapshot::Header;
using snapshot::Section;

[[noreturn]] void foreign(const std::string& message) {
  throw SnapshotError("foreign-snapshot", message);
}

[[noreturn]] void damaged(const std::string& message) {
  throw SnapshotError("damaged-snapshot",
                      message + "; rebuild it from its dossier with `entente snapshot`");
}

Header header_of(std::span<const char> bytes) {
  Header header{};
  if (bytes.size() < sizeof header) {
    const bool begins = bytes.size() < sizeof header.magic ||
                        std::memcmp(bytes.data(), snapshot::magic.data(), sizeof header.magic) == 0;
    if (!bytes.empty() && begins) damaged("the snapshot is truncated");
    foreign("this is no snapshot of entente");
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != snapshot::magic) foreign("this is no snapshot of entente");
  if (header.byte_order != snapshot::byte_order)
    foreign(
        "the snapshot is of a machine with another byte order; rebuild it here with `entente "
        "snapshot`");
  if (header.version != snapshot::version)
    foreign("the snapshot is of another version of entente; rebuild it with `entente snapshot`");
  return header;
}

void check_header(const Header& header, std::span<const char> bytes) {
  if (header.size > bytes.size()) damaged("the snapshot is truncated");
  if (header.size < bytes.size()) damaged("the snapshot has bytes after its end");
  if (bytes.size() % snapshot::alignment != 0) damaged("the snapshot is truncated");
  const auto body = bytes.subspan(sizeof header);
  if (header.reserved != 0 || snapshot::BodyChecksum::of(body) != header.checksum)
    damaged("the snapshot was altered: its checksum differs");
}

std::vector<Section> sections_of(const Header& header, std::span<const char> bytes) {
  const std::size_t room = bytes.size() - sizeof header;
  if (header.sections > room / sizeof(Section)) damaged("the snapshot's table is cut off");
  std::vector<Section> sections(header.sections);
  if (!sections.empty())
    std::memcpy(sections.data(), bytes.data() + sizeof header, sections.size() * sizeof(Section));
  return sections;
}

/// Hands out sections in order, as spans of the mapped bytes.
class SectionReader {
 public:
  SectionReader(std::span<const char> bytes, std::vector<Section> sections)
      : bytes_(bytes), sections_(std::move(sections)) {}

  template <class T>
  std::span<const T> next() {
    if (next_ == sections_.size()) damaged("the snapshot lacks a part");
    const Section& section = sections_[next_++];
    if (section.element_size != sizeof(T) || section.offset % snapshot::alignment != 0 ||
        section.offset > bytes_.size() ||
        section.count > (bytes_.size() - section.offset) / sizeof(T))
      damaged("a part of the snapshot lies outside it");
    return {reinterpret_cast<const T*>(bytes_.data() + section.offset), section.count};
  }

  [[nodiscard]] bool at_end() const { return next_ == sections_.size(); }

 private:
  std::span<const char> bytes_;
  std::vector<Section> sections_;
  std::size_t next_ = 0;
};

snapshot::Words words_of(std::span<const char> bytes) {
  try {
    return snapshot::decode(bytes);
  } catch (const Error& error) {
    damaged(error.what());
  }
}

struct Opened {
  std::shared_ptr<const Graph::Store> store;
  std::vector<SnapshotSource> sources;
};

Opened open_bytes(std::shared_ptr<const void> mapping, std::span<const char> bytes) {
  const Header header = header_of(bytes);
  check_header(header, bytes);
  SectionReader reader(bytes, sections_of(header, bytes));
  const auto store = std::make_shared<Graph::Store>(Vocabulary("", {}, {}));
  each_column(*store, [&](auto& column) {
    using Value = typename std::remove_cvref_t<decltype(column)>::value_type;
    column = Column<Value>(reader.next<Value>());
  });
  snapshot::Words words = words_of(reader.next<char>());
  if (!reader.at_end()) damaged("the snapshot has more parts than it can");
  store->vocabulary = std::move(words.vocabulary);
  store->titles = std::move(words.titles);
  store->vocabularies = std::move(words.vocabularies);
  store->mapping = std::move(mapping);
  snapshot::check(*store);
  return {store, std::move(words.sources)};
}

}  // namespace

SnapshotError::SnapshotError(std::string code, const std::string& message)
    : Error(Exit::bad_data, std::move(code), message) {}

bool is_snapshot(const std::string& path) {
  // What is read from a pipe to look at it is gone from there.
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::ifstream file(path, std::ios::binary);
  std::array<char, snapshot::magic.size()> begin{};
  return file.read(begin.data(), begin.size()) && begin == snapshot::magic;
}

Graph open_snapshot(const std::string& path, Staleness staleness, unsigned threads) try {
  const ThreadScope scope(threads);
  MappedFile file = map_file(path);
  Opened opened = open_bytes(std::move(file.mapping), file.bytes);
  if (staleness == Staleness::refused) snapshot::refuse_stale(path, opened.sources);
  return Graph(std::move(opened.store));
} catch (const SnapshotError& error) {
  throw SnapshotError(error.code(), terminal_safe(path) + ": " + error.what());
}

Graph read_snapshot(std::span<const char> bytes) {
  const auto words = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(words->data(), bytes.data(), bytes.size());
  const std::span<const char> copy(reinterpret_cast<const char*>(words->data()), bytes.size());
  return Graph(open_bytes(words, copy).store);
}

}  // namespace entente
