#pragma once

/// XML as programs write it into sheets of workbooks, several times as fast as a parser for all of
/// it: tags, attributes, text and the five entities that every text may have.
///
/// Comments, instructions, CDATA, references by number, document types, encodings other than UTF-8,
/// line ends with CR inside and whatever is not well-formed are refused without a reason: the text
/// is then for XmlReader, from its beginning. What is not refused is well-formed, and its events
/// are those of XmlReader, but for the pieces that texts come in.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "io/xml/xml_reader.hpp"

namespace entente {

/// Reads a text piece by piece. What the handler or the source throws comes out of `run`. Cost: the
/// bytes of the text; it holds a piece of it, or the longest tag or text.
class PlainXml {
 public:
  /// Fills a buffer as far as it can; 0 at the end of the text.
  using Source = std::function<std::size_t(char* buffer, std::size_t size)>;

  /// Borrows the handler.
  PlainXml(Source source, XmlHandler& handler);

  /// Reads on: `paused` where the handler has asked for it, `ended` or `refused`.
  [[nodiscard]] XmlProgress run();
  /// For handlers: `run` returns behind the present event; begin and end of an element that is
  /// written as one tag are one.
  void pause() { pauses_ = true; }

 private:
  enum class Step { done, refused, ended };

  [[nodiscard]] Step step();
  [[nodiscard]] bool fill();
  [[nodiscard]] std::size_t find(char sign);
  [[nodiscard]] bool take_text(std::string_view text);
  [[nodiscard]] bool take_tag(std::string_view tag);
  [[nodiscard]] bool take_end(std::string_view name);
  [[nodiscard]] bool take_begin(std::string_view tag);
  [[nodiscard]] bool read_attributes(std::string_view rest);

  Source source_;
  XmlHandler& handler_;
  std::string buffer_;
  std::size_t at_ = 0;      ///< in the buffer
  std::size_t before_ = 0;  ///< bytes of the text before the buffer
  bool all_read_ = false;
  bool pauses_ = false;
  bool has_root_ = false;
  std::vector<std::string>
      open_;  ///< names of open elements, those behind `depth_` of earlier ones
  std::size_t depth_ = 0;
  std::vector<XmlAttribute> attributes_;
  std::string decoded_;
};

}  // namespace entente
