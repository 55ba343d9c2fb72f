#pragma once

/// What GEXF and GraphML are written from: records with flat members and columns of typed cells.

#include <array>
#include <ostream>
#include <string_view>

#include <entente/io/convert.hpp>

#include "io/formats/flat_record.hpp"
#include "io/formats/record_blocks.hpp"
#include "io/formats/xml/xml_text.hpp"

namespace entente {

/// The name that both formats have for the cells of a column.
[[nodiscard]] inline std::string_view xml_type_name(CellType type) {
  constexpr std::array<std::string_view, 5> names = {"string", "boolean", "long", "double",
                                                     "double"};
  return names[static_cast<std::size_t>(type)];
}

class XmlGraphWriter {
 protected:
  XmlGraphWriter(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                 const ConvertOptions& options, FlatColumns::Accepts accepts = is_xml_text)
      : out_(out),
        dossier_(dossier),
        options_(options),
        labels_(vocabulary, options.languages),
        entity_columns_(columns_of(dossier.entities, accepts)),
        relation_columns_(columns_of(dossier.relations, accepts)) {}

  /// Notes that a text of this record has characters which are replaced.
  static void replaced(RecordBlock& block, std::string_view id) {
    block.losses.add("illegal-character", "characters that XML has not are replaced", id);
  }

  std::ostream& out_;
  const Dossier& dossier_;
  const ConvertOptions& options_;
  Labeller labels_;
  FlatColumns entity_columns_;
  FlatColumns relation_columns_;
  LossReport losses_;
};

}  // namespace entente
