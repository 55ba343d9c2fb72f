#pragma once

/// All formats of dossiers by name, for tools that read the name from a person.

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string_view>

#include <entente/export.hpp>
#include <entente/io/convert.hpp>
#include <entente/io/loss_report.hpp>

namespace ENTENTE_API entente {

/// Whether a format is read, or only written.
enum class Readable : std::uint8_t { no, yes };

/// A format as a person names it.
struct DossierFormat {
  /// Writes a dossier and says what was lost.
  using Writer = LossReport (*)(std::ostream&, const Dossier&, const Vocabulary&,
                                const ConvertOptions&);

  std::string_view name = {};                      ///< as it is typed
  std::span<const std::string_view> endings = {};  ///< of its files, with their dots
  Readable readable = Readable::no;                ///< whether it can be a dossier's input
  std::string_view description = {};               ///< whose format it is
  std::string_view cannot_carry = {};              ///< what is lost or changed; empty: nothing
  Writer write = nullptr;                          ///< writes it, and says what was lost
};

/// In the order of the guide: json, jsonl, dot, node-link, cytoscape.
[[nodiscard]] std::span<const DossierFormat> dossier_formats();
/// The format of that name, or nullptr.
[[nodiscard]] const DossierFormat* find_dossier_format(std::string_view name);

}  // namespace entente
