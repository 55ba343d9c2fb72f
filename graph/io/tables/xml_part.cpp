#include "io/tables/xml_part.hpp"

#include <cstddef>
#include <utility>

#include <entente/model/problem.hpp>

namespace entente::tables {

XmlPart::XmlPart(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler)
    : bytes_(archive.open(entry)),
      xml_(handler, XmlEncoding::as_declared),
      file_(archive.file()),
      part_(entry.name) {}

bool XmlPart::run() {
  do {
    progress_ = step();
  } while (progress_ == XmlProgress::under_way);
  if (progress_ == XmlProgress::refused) refuse();
  return progress_ == XmlProgress::paused;
}

XmlProgress XmlPart::step() {
  if (progress_ == XmlProgress::paused) return xml_.resume();
  if (progress_ != XmlProgress::under_way) return progress_;
  constexpr std::size_t piece = std::size_t{64} << 10U;
  const std::size_t count = bytes_.read(xml_.buffer(piece), piece);
  return xml_.parse_buffer(count, count < piece ? XmlPiece::last : XmlPiece::one_of_more);
}

void XmlPart::refuse() const {
  const XmlFault& fault = xml_.fault();
  throw DossierError({{Severity::error, fault.code, file_, 0, 0, "",
                       part_ + ':' + std::to_string(fault.line) + ':' +
                           std::to_string(fault.column) + ": " + fault.message,
                       "save the workbook anew"}});
}

void parse_part(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler) {
  XmlPart part(archive, entry, handler);
  while (part.run()) {
  }
}

}  // namespace entente::tables
