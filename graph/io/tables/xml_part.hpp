#pragma once

/// A part of a workbook, unpacked and parsed piece by piece: its handler receives elements, and may
/// stop the parser in between and go on later.

#include <string>

#include "io/tables/zip_archive.hpp"
#include "io/xml/xml_reader.hpp"

namespace entente::tables {

/// A parser over one entry of an archive. What a handler throws ends the parsing and comes out of
/// `run`.
class XmlPart {
 public:
  XmlPart(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler);

  /// Parses on, to the end or to where the handler calls `pause`; whether there may be more.
  /// @throws DossierError for what XmlReader refuses, or as ZipReader.
  [[nodiscard]] bool run();
  /// Makes `run` return behind the present event.
  void pause() { xml_.pause(); }
  /// How much of the packed bytes has been read, up to 1.
  [[nodiscard]] double share_read() const { return bytes_.share_read(); }

 private:
  [[nodiscard]] XmlProgress step();
  [[noreturn]] void refuse() const;

  ZipReader bytes_;
  XmlReader xml_;
  std::string file_;
  std::string part_;
  XmlProgress progress_ = XmlProgress::under_way;
};

/// Parses all of an entry.
void parse_part(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler);

}  // namespace entente::tables
