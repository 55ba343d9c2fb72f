#pragma once

/// A part of a workbook, parsed piece by piece: a handler hears of elements, and may stop the
/// parser in between and go on later.
///
/// Any DOCTYPE is refused, so no entity is ever expanded; nesting is limited.

#include <memory>
#include <string>
#include <string_view>

#include "io/tables/zip_archive.hpp"

namespace entente::tables {

/// The attributes of an element: names and values by turns, a null at the end.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// The value of an attribute; empty if there is none.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;

 private:
  const char** pairs_;
};

/// Hears of what a part holds. Names of elements come without their prefixes.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void open(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void close(std::string_view element) = 0;
  virtual void text(std::string_view /*characters*/) {}
};

/// A parser over one entry of an archive. What a handler throws ends the parsing and comes out of
/// `run`.
class XmlPart {
 public:
  XmlPart(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler);
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;
  ~XmlPart();

  /// Parses on, to the end or to where the handler calls `pause`; whether there may be more.
  /// @throws DossierError `bad-xml`, or as ZipReader.
  bool run();
  /// Makes `run` return behind the present event.
  void pause();
  /// "xl/workbook.xml:3:10", for messages.
  [[nodiscard]] std::string place() const;
  [[noreturn]] void fail(std::string message) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Parses all of an entry.
void parse_part(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler);

}  // namespace entente::tables
