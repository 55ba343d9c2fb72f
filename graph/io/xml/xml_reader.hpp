#pragma once

/// XML, event by event: graphs of other programs as well as parts of workbooks.
///
/// Any document type is refused, so that no entity is ever expanded, and nothing outside is opened.
/// Depth, texts and numbers of attributes are limited. Names come without their prefixes.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// An attribute of an element.
struct XmlAttribute {
  std::string_view name;     ///< without its prefix
  std::string_view written;  ///< with it
  std::string_view value;
};

/// An element as it begins.
class XmlElement {
 public:
  XmlElement(std::string_view name, std::span<const XmlAttribute> attributes, std::size_t at)
      : name_(name), attributes_(attributes), at_(at) {}

  [[nodiscard]] std::string_view name() const { return name_; }
  /// The value of an attribute, whatever its prefix, or an empty text.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;
  /// The value of the attribute that is written so, as in `table:name`, or an empty text.
  [[nodiscard]] std::string_view prefixed(std::string_view written) const;
  [[nodiscard]] bool has(std::string_view name) const;
  /// Byte of the text at which it begins.
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  std::string_view name_;
  std::span<const XmlAttribute> attributes_;
  std::size_t at_;
};

/// Hears of what a text holds, in order.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void begin(const XmlElement& element) = 0;
  /// A piece of what stands directly in the innermost element.
  virtual void text(std::string_view /*characters*/) {}
  virtual void end(std::string_view name) = 0;
};

struct XmlLimits {
  std::size_t depth = 512;                     ///< of elements in each other
  std::size_t string = std::size_t{64} << 20;  ///< bytes of what stands directly in an element
  std::size_t attributes = 4096;               ///< of one element
};

/// Which encoding a text is in.
enum class XmlEncoding : std::uint8_t { utf8, as_declared };

/// Whether more of the text follows a piece.
enum class XmlPiece : std::uint8_t { one_of_more, last };

/// What has become of the text so far.
enum class XmlProgress : std::uint8_t {
  under_way,
  paused,   ///< by `pause`, and `resume` goes on
  ended,    ///< all of it was read
  stopped,  ///< by `stop`
  refused   ///< `fault` says why
};

/// Why a text is not read, and where: `bad-xml` (not well-formed), `xml-doctype`, `limit-depth`,
/// `limit-values`, `limit-string`.
struct XmlFault {
  std::string code = {};
  std::string message = {};
  std::string hint = {};
  std::size_t at = 0;      ///< bytes before it
  std::size_t line = 1;    ///< from 1
  std::size_t column = 1;  ///< from 1, in bytes
};

/// Parses a text piece by piece. What the handler throws ends the parsing and comes out of the call
/// under way. Cost: the bytes of the text.
class XmlReader {
 public:
  /// Borrows the handler.
  XmlReader(XmlHandler& handler, XmlEncoding encoding, const XmlLimits& limits = {});
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  /// Parses the next piece, of at most 2 GiB, which must stay until another is asked for.
  [[nodiscard]] XmlProgress parse(std::string_view piece, XmlPiece which);
  /// Where the next piece may be put, to be handed to `parse_buffer`: saves a copy.
  [[nodiscard]] char* buffer(std::size_t size);
  [[nodiscard]] XmlProgress parse_buffer(std::size_t size, XmlPiece which);
  /// Goes on where it paused.
  [[nodiscard]] XmlProgress resume();

  /// For handlers: parsing pauses, or ends, behind the present event; begin and end of an element
  /// that is written as one tag are one.
  void pause();
  void stop();

  /// Once the text is refused.
  [[nodiscard]] const XmlFault& fault() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The name of the outermost element without its prefix, if the text begins as XML does.
[[nodiscard]] std::string_view xml_root(std::string_view text);

}  // namespace entente
