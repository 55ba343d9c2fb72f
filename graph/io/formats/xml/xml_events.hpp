#pragma once

/// XML of other programs, event by event: no document type, no entities, nothing from outside.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "io/formats/foreign.hpp"

namespace entente {

/// An attribute of an element; the name without its prefix.
struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};

/// An element as it begins.
class XmlElement {
 public:
  XmlElement(std::string_view name, std::span<const XmlAttribute> attributes, std::size_t at)
      : name_(name), attributes_(attributes), at_(at) {}

  /// Without its prefix.
  [[nodiscard]] std::string_view name() const { return name_; }
  /// The value of an attribute, or an empty text.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::span<const XmlAttribute> attributes() const { return attributes_; }
  /// Byte of the text at which it begins.
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  std::string_view name_;
  std::span<const XmlAttribute> attributes_;
  std::size_t at_;
};

/// Takes the elements of a text in order.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void begin(const XmlElement& element) = 0;
  /// `text` is what stood directly in the element.
  virtual void end(std::string_view name, const std::string& text) = 0;
};

/// Reads the text of a reading. What is not well-formed is reported, and so is a document type,
/// which may hold entities; depth, lengths and numbers of attributes are limited.
void read_xml(ForeignReading& reading, XmlHandler& handler);

/// The name of the outermost element without its prefix, if the text begins as XML does.
[[nodiscard]] std::string_view xml_root(std::string_view text);

}  // namespace entente
