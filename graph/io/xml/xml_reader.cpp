#include "io/xml/xml_reader.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>
#include <vector>

#include <expat.h>

namespace entente {
namespace {

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

/// Behind a comment or an instruction that the text begins with; as it is, if it begins otherwise.
std::string_view behind(std::string_view text, std::string_view begin, std::string_view end) {
  if (!text.starts_with(begin)) return text;
  const std::size_t closed = text.find(end);
  return closed == text.npos ? std::string_view() : text.substr(closed + end.size());
}

}  // namespace

std::string_view XmlElement::operator[](std::string_view name) const {
  for (const XmlAttribute& attribute : attributes_)
    if (attribute.name == name) return attribute.value;
  return {};
}

std::string_view XmlElement::prefixed(std::string_view written) const {
  for (const XmlAttribute& attribute : attributes_)
    if (attribute.written == written) return attribute.value;
  return {};
}

bool XmlElement::has(std::string_view name) const {
  return std::any_of(attributes_.begin(), attributes_.end(),
                     [&](const XmlAttribute& attribute) { return attribute.name == name; });
}

struct XmlReader::State {
  State(XmlHandler& to, XmlEncoding encoding, const XmlLimits& most)
      : handler(to),
        limits(most),
        parser(XML_ParserCreate(encoding == XmlEncoding::utf8 ? "UTF-8" : nullptr)) {
    if (parser == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, on_begin, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { XML_ParserFree(parser); }

  XmlHandler& handler;
  XmlLimits limits;
  XML_Parser parser;
  std::vector<XmlAttribute> attributes;
  std::vector<std::size_t> lengths;  // of the texts of the open elements
  XmlFault fault;
  std::exception_ptr thrown;
  bool is_over = false;  // by whatever has stopped it

  static State& of(void* self) { return *static_cast<State*>(self); }
  static void XMLCALL on_begin(void* self, const XML_Char* name, const XML_Char** given) {
    of(self).guarded([&](State& state) { state.begin(name, given); });
  }
  static void XMLCALL on_end(void* self, const XML_Char* name) {
    of(self).guarded([&](State& state) {
      state.lengths.pop_back();
      state.handler.end(without_prefix(name));
    });
  }
  static void XMLCALL on_text(void* self, const XML_Char* text, int size) {
    of(self).guarded([&](State& state) {
      const auto length = static_cast<std::size_t>(size);
      if ((state.lengths.back() += length) > state.limits.string) return state.refuse_length();
      state.handler.text({text, length});
    });
  }
  static void XMLCALL on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*,
                                 int) {
    of(self).refuse({"xml-doctype", "a document type (<!DOCTYPE …>) is not read",
                     "remove the line; no file of this format needs one"});
  }

  /// No exception may pass through the parser, which is C.
  template <typename Action>
  void guarded(const Action& action) {
    if (is_over) return;
    try {
      action(*this);
    } catch (...) {
      thrown = std::current_exception();
      stop();
    }
  }

  void stop() {
    is_over = true;
    XML_StopParser(parser, XML_FALSE);
  }

  void refuse(XmlFault why) {
    if (is_over) return;
    fault = std::move(why);
    note_place();  // which stopping changes
    stop();
  }

  void note_place() {
    fault.at = at();
    fault.line = XML_GetCurrentLineNumber(parser);
    fault.column = XML_GetCurrentColumnNumber(parser) + 1;
  }

  void refuse_length() {
    refuse({"limit-string", "a text is longer than " + std::to_string(limits.string) + " bytes",
            "--max-string raises the limit"});
  }

  void begin(const XML_Char* name, const XML_Char** given) {
    if (lengths.size() >= limits.depth)
      return refuse({"limit-depth",
                     "elements are nested deeper than " + std::to_string(limits.depth),
                     "--max-depth raises the limit"});
    attributes.clear();
    for (const XML_Char** one = given; *one != nullptr; one += 2) {
      if (attributes.size() >= limits.attributes)
        return refuse(
            {"limit-values",
             "an element has more than " + std::to_string(limits.attributes) + " attributes",
             "what an element has that often belongs into elements of their own"});
      attributes.push_back({without_prefix(one[0]), one[0], one[1]});
      if (attributes.back().value.size() > limits.string) return refuse_length();
    }
    lengths.push_back(0);
    handler.begin(XmlElement(without_prefix(name), attributes, at()));
  }

  [[nodiscard]] std::size_t at() const {
    const XML_Index index = XML_GetCurrentByteIndex(parser);
    return index < 0 ? 0 : static_cast<std::size_t>(index);
  }

  XmlProgress progress(XML_Status result) {
    if (thrown) std::rethrow_exception(thrown);
    if (result == XML_STATUS_SUSPENDED) return XmlProgress::paused;
    if (is_over) return fault.code.empty() ? XmlProgress::stopped : XmlProgress::refused;
    if (result == XML_STATUS_OK) {
      XML_ParsingStatus status;
      XML_GetParsingStatus(parser, &status);
      return status.parsing == XML_FINISHED ? XmlProgress::ended : XmlProgress::under_way;
    }
    if (XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    fault = {
        "bad-xml",
        std::string("this is not well-formed XML: ") + XML_ErrorString(XML_GetErrorCode(parser)),
        "the file may be cut off or edited by hand; export it again"};
    note_place();
    is_over = true;
    return XmlProgress::refused;
  }
};

XmlReader::XmlReader(XmlHandler& handler, XmlEncoding encoding, const XmlLimits& limits)
    : state_(std::make_unique<State>(handler, encoding, limits)) {}

XmlReader::~XmlReader() = default;

XmlProgress XmlReader::parse(std::string_view piece, XmlPiece which) {
  return state_->progress(XML_Parse(state_->parser, piece.data(), static_cast<int>(piece.size()),
                                    which == XmlPiece::last ? XML_TRUE : XML_FALSE));
}

char* XmlReader::buffer(std::size_t size) {
  void* const buffer = XML_GetBuffer(state_->parser, static_cast<int>(size));
  if (buffer == nullptr) throw std::bad_alloc();
  return static_cast<char*>(buffer);
}

XmlProgress XmlReader::parse_buffer(std::size_t size, XmlPiece which) {
  return state_->progress(XML_ParseBuffer(state_->parser, static_cast<int>(size),
                                          which == XmlPiece::last ? XML_TRUE : XML_FALSE));
}

XmlProgress XmlReader::resume() {
  return state_->progress(XML_ResumeParser(state_->parser));
}

void XmlReader::pause() {
  if (!state_->is_over) XML_StopParser(state_->parser, XML_TRUE);
}

void XmlReader::stop() {
  if (!state_->is_over) state_->stop();
}

const XmlFault& XmlReader::fault() const {
  return state_->fault;
}

std::string_view xml_root(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  while (true) {
    const std::size_t first = text.find_first_not_of(blank);
    if (first == text.npos || text[first] != '<') return {};
    text.remove_prefix(first);
    const std::string_view rest =
        behind(behind(behind(text, "<?", "?>"), "<!--", "-->"), "<!DOCTYPE", ">");
    if (rest.size() == text.size()) break;
    text = rest;
  }
  const std::size_t end = std::min(text.find_first_of(" \t\r\n/>", 1), text.size());
  return without_prefix(text.substr(1, end - 1));
}

}  // namespace entente
