#pragma once

/// Snapshots in memory, whole and tampered with.

#include <cstring>
#include <span>
#include <sstream>
#include <string>

#include <entente/network/network.hpp>
#include <entente/snapshot/snapshot.hpp>
#include <entente/words/sentence.hpp>

#include "snapshot/format.hpp"

namespace entente::test {

inline std::string snapshot_of(const Graph& graph,
                               const std::vector<SnapshotSource>& sources = {}) {
  std::ostringstream out;
  write_snapshot(out, graph, sources);
  return out.str();
}

/// The bytes with a header that fits them, as somebody would forge it.
inline std::string resealed(std::string bytes) {
  bytes.resize((bytes.size() + 7) / 8 * 8);
  snapshot::Header header{};
  if (bytes.size() < sizeof header) return bytes;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.magic = snapshot::magic;
  header.byte_order = snapshot::byte_order;
  header.version = snapshot::version;
  header.size = bytes.size();
  header.checksum = snapshot::BodyChecksum::of(std::span<const char>(bytes).subspan(sizeof header));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

/// Calls what can be called with a graph; an Error is an answer too.
template <class Call>
void tried(Call&& call) {
  try {
    call();
  } catch (const Error&) {
  }
}

inline void use_everything(const Graph& graph) {
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i) {
    const auto entity = static_cast<EntityId>(i);
    tried([&] { (void)graph.record(entity); });
    tried([&] { (void)graph.find(graph.name(entity, "ja")); });
    (void)graph.entity(graph.id(entity));
    for (const RelationId relation : graph.relations(entity)) (void)graph.id(relation);
  }
  for (std::uint32_t i = 0; i < graph.relation_count(); ++i) {
    const auto relation = static_cast<RelationId>(i);
    tried([&] { (void)graph.record(relation); });
    tried([&] { (void)describe(graph, relation, "zh-Hant", Orientation::inverse); });
    tried([&] { (void)graph.bounds(relation, Inference::off); });
    (void)graph.inferred_from(relation);
    (void)graph.relation(graph.id(relation));
  }
  tried([&] { (void)graph.select(); });
  tried([&] { (void)graph.select({.as_of = "2020", .known_at = "2021-01-01"}); });
  tried([&] {
    (void)graph.select(
        {.throughout = "2020", .inference = Inference::off, .isolated = Isolated::always},
        {.over = {"agreement"}});
  });
  tried([&] { (void)graph.search("japan"); });
}

}  // namespace entente::test
