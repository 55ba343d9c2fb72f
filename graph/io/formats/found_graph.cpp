#include "io/formats/found_graph.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/threads.hpp"
#include "io/formats/found_classes.hpp"
#include "io/formats/found_ids.hpp"
#include "io/formats/found_plain.hpp"
#include "io/formats/found_text.hpp"
#include "io/formats/found_vocabulary.hpp"
#include "io/formats/implied_nodes.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 4> kind_names = {"kind", "type", "category", "class"};
constexpr std::array<std::string_view, 5> type_names = {"type", "kind", "relation", "relationship",
                                                        "interaction"};
constexpr std::string_view any_node = "node";

/// A stretch of one list of edges, and what is made of it.
struct EdgeBlock {
  std::size_t list = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t before = 0;  ///< edges in blocks before
};

/// Whoever keeps the texts of a chunk.
struct BlockTexts {
  std::optional<PlainMaker> maker;
  KeptTexts texts;
  std::size_t unread_dates = 0;
  ForeignPlace first_unread = {};
};

std::vector<EdgeBlock> blocks_of(const FoundLists& lists) {
  constexpr std::size_t size = 65536;
  std::vector<EdgeBlock> blocks;
  std::size_t before = 0;
  for (std::size_t list = 0; list < lists.size(); ++list)
    for (std::size_t begin = 0; begin < lists[list]->size(); begin += size) {
      const std::size_t end = std::min(begin + size, lists[list]->size());
      blocks.push_back({list, begin, end, before});
      before += end - begin;
    }
  return blocks;
}

class FoundGraph {
 public:
  FoundGraph(ForeignReading& reading, const FoundLists& nodes, const FoundLists& edges)
      : reading_(reading),
        nodes_(nodes),
        edges_(edges),
        kinds_(nodes, kind_names, any_node),
        types_(edges, type_names, any_type),
        ids_(edges) {}

  /// False if the reading makes columns and something is not plain.
  [[nodiscard]] bool add() {
    for (std::size_t i = 0; i < ids_.repeated(); ++i)
      reading_.lose(ids_.first_repeated(),
                    {"repeated-id", "ids of edges that others have too are left out",
                     "give each an id of its own; these are called e1, e2 …"});
    for (std::size_t i = 0; i < nodes_.size(); ++i) add_entities(i);
    const std::vector<EdgeBlock> blocks = blocks_of(edges_);
    if (!(reading_.makes_columns() ? add_columns(blocks) : add_records(blocks))) return false;
    reading_.vocabulary(found_vocabulary(kinds_, types_));
    return true;
  }

 private:
  void add_entities(std::size_t list) {
    const FoundElements& nodes = *nodes_[list];
    PlainMaker maker(nodes, PlainMaker::Of::nodes, reading_.limits());
    for (std::size_t row = 0; row < nodes.size(); ++row) {
      const auto kind = kinds_.of(list, nodes[row]);
      PlainMembers* members = maker.is_id(nodes[row].id) && maker.is_id(kind.which->first)
                                  ? maker.members(nodes[row], kind.by)
                                  : nullptr;
      if (members != nullptr)
        add_plain(nodes[row], kind.which->first, *members);
      else
        add_by_text(nodes, nodes[row], kind.which->first);
    }
  }

  void add_plain(const StoredElement& node, const std::string& kind, PlainMembers& members) {
    Entity entity;
    entity.id = node.id;
    entity.kind = kind;
    if (!members.label.empty()) entity.names.push_back({"und", {std::string(members.label)}});
    if (members.when != nullptr) entity.when = *members.when;
    if (!members.all_dates_read) reading_.note_unread_dates(node.place());
    entity.attributes = std::move(members.attributes);
    if (!reading_.makes_columns()) entity.place = reading_.place_of(node.place());
    reading_.add_right(std::move(entity));
  }

  void add_by_text(const FoundElements& nodes, const StoredElement& stored,
                   const std::string& kind) {
    const FoundEdge node = nodes.found(stored);
    FoundText record(node);
    if (!kinds_.property().empty()) record.use(find_text(node, kinds_.property()));
    record.member("id", node.id);
    record.member("kind", kind);
    std::string_view label = node.label;
    for (const std::string_view name : label_properties) {
      if (!label.empty()) break;
      const Property* property = find_text(node, name);
      record.use(property);
      if (property != nullptr) label = property->value;
    }
    record.names(label);
    if (!record.when()) reading_.note_unread_dates(node.place);
    reading_.add_entity_json(std::move(record).take(), node.place);
  }

  /// Where a type has edges with and without direction, those without have one of their own.
  [[nodiscard]] static bool stands_apart(const FoundClasses::Class& found,
                                         const StoredElement& edge) {
    return found.directed && edge.symmetric != 0;
  }

  bool add_columns(const std::vector<EdgeBlock>& blocks) {
    std::vector<RelationChunk> chunks(blocks.size());
    std::vector<std::shared_ptr<BlockTexts>> texts(blocks.size());
    std::vector<char> plain(blocks.size(), 0);
    side_by_side(blocks.size(), [&](std::size_t i) {
      texts[i] = std::make_shared<BlockTexts>();
      plain[i] = add_block(blocks[i], *texts[i], chunks[i]) ? 1 : 0;
    });
    if (std::find(plain.begin(), plain.end(), 0) != plain.end()) return false;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      reading_.note_unread_dates(texts[i]->first_unread, texts[i]->unread_dates);
      reading_.add_chunk(std::move(chunks[i]), std::move(texts[i]));
    }
    return true;
  }

  bool add_block(const EdgeBlock& block, BlockTexts& texts, RelationChunk& chunk) const {
    const FoundElements& edges = *edges_[block.list];
    texts.maker.emplace(edges, PlainMaker::Of::edges, reading_.limits());
    PlainMaker& maker = *texts.maker;
    ChunkBuilder builder;
    RelationText text;
    for (std::size_t row = block.begin; row < block.end; ++row) {
      const StoredElement& edge = edges[row];
      const auto type = types_.of(block.list, edge);
      text.id = ids_.id(edge, block.before + row - block.begin, texts.texts);
      text.type = type.which->first;
      if (stands_apart(type.which->second, edge))
        text.type = texts.texts.keep(type.which->first + "-undirected");
      text.from = edge.from;
      text.to = edge.to;
      if (!maker.is_id(text.id) || !maker.is_id(text.type) || !maker.is_id(text.from) ||
          !maker.is_id(text.to))
        return false;
      const PlainMembers* members = maker.members(edge, type.by);
      if (members == nullptr) return false;
      if (!members->all_dates_read && texts.unread_dates++ == 0) texts.first_unread = edge.place();
      text.modality = members->modality;
      builder.add(text, members->when, members->attributes);
    }
    chunk = std::move(builder).build();
    return true;
  }

  bool add_records(const std::vector<EdgeBlock>& blocks) {
    for (const EdgeBlock& block : blocks) {
      PlainMaker maker(*edges_[block.list], PlainMaker::Of::edges, reading_.limits());
      for (std::size_t row = block.begin; row < block.end; ++row)
        if (!add_relation(block, row, maker)) return true;
    }
    return true;
  }

  bool add_relation(const EdgeBlock& block, std::size_t row, PlainMaker& maker) {
    const FoundElements& edges = *edges_[block.list];
    const StoredElement& edge = edges[row];
    const auto type = types_.of(block.list, edge);
    Relation relation;
    relation.id = ids_.id(edge, block.before + row - block.begin, texts_);
    relation.type = type.which->first;
    if (stands_apart(type.which->second, edge)) relation.type += "-undirected";
    relation.from = edge.from;
    relation.to = edge.to;
    const bool right = maker.is_id(relation.id) && maker.is_id(relation.type) &&
                       maker.is_id(relation.from) && maker.is_id(relation.to) &&
                       reading_.relations() < reading_.limits().edges;
    PlainMembers* members = right ? maker.members(edge, type.by) : nullptr;
    if (members == nullptr) return add_by_text(edges, edge, relation);
    if (members->when != nullptr) relation.when = *members->when;
    if (!members->all_dates_read) reading_.note_unread_dates(edge.place());
    relation.modality = members->modality;
    relation.attributes = std::move(members->attributes);
    relation.place = reading_.place_of(edge.place());
    reading_.add_right(std::move(relation));
    return true;
  }

  bool add_by_text(const FoundElements& edges, const StoredElement& stored,
                   const Relation& relation) {
    const FoundEdge edge = edges.found(stored);
    FoundText record(edge);
    if (!types_.property().empty()) record.use(find_text(edge, types_.property()));
    record.member("id", relation.id);
    record.member("type", relation.type);
    record.member("from", relation.from);
    record.member("to", relation.to);
    if (!record.when()) reading_.note_unread_dates(edge.place);
    record.modality();
    return reading_.add_relation_json(std::move(record).take(), edge.place);
  }

  ForeignReading& reading_;
  const FoundLists& nodes_;
  const FoundLists& edges_;
  FoundClasses kinds_;
  FoundClasses types_;
  FoundIds ids_;
  KeptTexts texts_;
};

/// What columns borrow: all that was found.
struct KeptGraph {
  FoundLists nodes;
  FoundLists edges;
};

}  // namespace

void add_found_graph(ForeignReading& reading, FoundLists nodes, FoundLists edges, Nodes rule) {
  const auto kept = std::make_shared<KeptGraph>(KeptGraph{std::move(nodes), std::move(edges)});
  if (rule == Nodes::implied) {
    kept->nodes.push_back(implied_nodes(reading, kept->nodes, kept->edges));
  }
  auto graph = std::make_shared<FoundGraph>(reading, kept->nodes, kept->edges);
  if (!graph->add()) return reading.refuse_columns();
  if (!reading.makes_columns()) return;
  for (const auto& list : kept->nodes) list->keep_texts_alone();
  for (const auto& list : kept->edges) list->keep_texts_alone();
  reading.keep(kept);
  reading.keep(graph);
}

}  // namespace entente
