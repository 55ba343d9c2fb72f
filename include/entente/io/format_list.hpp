#pragma once

/// All formats of dossiers by name: what reads them, what writes them, and how their files are
/// known. Help, completion, endings and suggestions follow from this table.

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string_view>

#include <entente/export.hpp>
#include <entente/io/convert.hpp>
#include <entente/io/loss_report.hpp>

namespace ENTENTE_API entente {

class ForeignReading;

/// What the bytes of a format are.
enum class Content : std::uint8_t { text, binary };

/// A format as a person names it.
struct DossierFormat {
  /// Reads the files of one input; inside the library alone.
  using Reader = void (*)(ForeignReading&);
  /// Whether a text is in this format; of formats that share an ending, and of texts without one.
  using Recognizer = bool (*)(std::string_view text);
  /// Writes a dossier and says what was lost.
  using Writer = LossReport (*)(std::ostream&, const Dossier&, const Vocabulary&,
                                const ConvertOptions&);
  /// The same into several files.
  using FilesWriter = LossReport (*)(OutputFiles&, const Dossier&, const Vocabulary&,
                                     const ConvertOptions&);

  std::string_view name = {};                      ///< as it is typed
  std::span<const std::string_view> endings = {};  ///< of its files, with their dots
  std::string_view description = {};               ///< whose format it is
  std::string_view cannot_carry = {};              ///< what is lost or changed; empty: nothing
  Reader read = nullptr;                           ///< none: only written, or a dossier's own
  Recognizer recognizes = nullptr;                 ///< none: by its endings alone
  Writer write = nullptr;                          ///< none: only read, or into several files
  FilesWriter write_files = nullptr;               ///< of formats that are a folder of files
  Content content = Content::text;                 ///< what a reader is given
  bool keeps_foreign = false;                      ///< whether members `x-…` stand in it, too
  bool folder = false;                             ///< whether it is a folder of files

  /// Whether it is written.
  [[nodiscard]] bool is_written() const { return write != nullptr || write_files != nullptr; }
  /// Whether it is one of the dossier's own, JSON and JSON Lines.
  [[nodiscard]] bool is_own() const { return name == "json" || name == "jsonl"; }
  /// Whether it can be a dossier's input.
  [[nodiscard]] bool is_read() const { return read != nullptr || is_own(); }
  /// Whether a folder of such files is one input.
  [[nodiscard]] bool is_folder() const { return folder; }
};

/// In the order of the guide: json, jsonl, csv …
[[nodiscard]] std::span<const DossierFormat> dossier_formats();
/// The format of that name, or nullptr.
[[nodiscard]] const DossierFormat* find_dossier_format(std::string_view name);
/// The first format whose files end so (".dot"), or nullptr; `.gz` and `.zst` behind it count not.
[[nodiscard]] const DossierFormat* format_of_file(std::string_view path);

}  // namespace entente
