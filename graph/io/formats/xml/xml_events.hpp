#pragma once

/// Elements of another program's file, each with its text.

#include <string>
#include <string_view>

#include "io/formats/foreign.hpp"
#include "io/xml/xml_reader.hpp"

namespace entente {

/// Takes the elements of a text in order.
class ElementHandler {
 public:
  virtual ~ElementHandler() = default;
  virtual void begin(const XmlElement& element) = 0;
  /// `text` is what stood directly in the element.
  virtual void end(std::string_view name, const std::string& text) = 0;
};

/// Reads the text of a reading. What XmlReader refuses is reported at its place; a reading that
/// stops ends it.
void read_xml(ForeignReading& reading, ElementHandler& handler);

}  // namespace entente
