#include <ostream>
#include <utility>
#include <vector>

#include <entente/snapshot/snapshot.hpp>

#include "base/run_scope.hpp"
#include "facts/each_column.hpp"
#include "snapshot/format.hpp"
#include "snapshot/words.hpp"

namespace entente {

namespace {

using snapshot::Section;

std::size_t padded(std::size_t size) {
  return (size + snapshot::alignment - 1) / snapshot::alignment * snapshot::alignment;
}

struct Piece {
  std::span<const char> bytes;
  std::uint32_t element_size = 1;
};

std::vector<Piece> pieces_of(const Graph::Store& store, const std::vector<char>& words) {
  std::vector<Piece> pieces;
  each_column(store, [&](const auto& column) {
    using Value = typename std::remove_cvref_t<decltype(column)>::value_type;
    pieces.push_back({{reinterpret_cast<const char*>(column.data()), column.size() * sizeof(Value)},
                      sizeof(Value)});
  });
  pieces.push_back({words, 1});
  return pieces;
}

std::vector<Section> sections_of(const std::vector<Piece>& pieces) {
  std::vector<Section> sections;
  std::size_t offset = sizeof(snapshot::Header) + pieces.size() * sizeof(Section);
  for (const Piece& piece : pieces) {
    sections.push_back({offset, piece.bytes.size() / piece.element_size, piece.element_size, 0});
    offset += padded(piece.bytes.size());
  }
  return sections;
}

/// The body of the file: the table of sections, then each section filled up with zeros.
template <class Take>
void each_part(const std::vector<Piece>& pieces, const std::vector<Section>& sections,
               Take&& take) {
  take(
      std::span(reinterpret_cast<const char*>(sections.data()), sections.size() * sizeof(Section)));
  for (const Piece& piece : pieces) {
    const std::size_t whole = piece.bytes.size() / snapshot::alignment * snapshot::alignment;
    take(piece.bytes.first(whole));
    std::array<char, snapshot::alignment> rest{};
    std::copy(piece.bytes.begin() + static_cast<std::ptrdiff_t>(whole), piece.bytes.end(),
              rest.begin());
    if (whole < piece.bytes.size()) take(std::span<const char>(rest));
  }
}

}  // namespace

void write_snapshot(std::ostream& out, const Graph& graph,
                    const std::vector<SnapshotSource>& sources) {
  if (graph.store().added)  // the file has one column of each kind
    return write_snapshot(out, Graph(graph.dossier(), graph.vocabulary()), sources);
  const Graph::Store& store = graph.store();
  const std::vector<char> words =
      snapshot::encode({store.vocabulary, store.titles, store.vocabularies, sources});
  const std::vector<Piece> pieces = pieces_of(store, words);
  const std::vector<Section> sections = sections_of(pieces);
  snapshot::BodyChecksum checksum;
  std::size_t size = sizeof(snapshot::Header);
  each_part(pieces, sections, [&](std::span<const char> bytes) {
    check_run();
    checksum.add(bytes);
    size += bytes.size();
  });
  const snapshot::Header header{snapshot::magic,
                                snapshot::byte_order,
                                snapshot::version,
                                size,
                                checksum.value(),
                                static_cast<std::uint32_t>(sections.size()),
                                0};
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  std::size_t written = sizeof header;
  each_part(pieces, sections, [&](std::span<const char> bytes) {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    written += bytes.size();
    report_progress(static_cast<double>(written) / static_cast<double>(size));
  });
}

}  // namespace entente
