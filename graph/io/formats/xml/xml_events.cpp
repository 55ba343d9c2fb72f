#include "io/formats/xml/xml_events.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <vector>

#include <expat.h>

#include "text/shortened.hpp"

namespace entente {
namespace {

constexpr std::size_t most_attributes = 4096;  // of one element

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

struct ParserEnd {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

/// One parse: hands elements on, and stops at what is not allowed.
class XmlParse {
 public:
  XmlParse(ForeignReading& reading, XmlHandler& handler)
      : reading_(reading), handler_(handler), parser_(XML_ParserCreate("UTF-8")) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
  }

  void run() {
    constexpr std::size_t block = std::size_t{1} << 20;
    std::string_view rest = reading_.text();
    while (!reading_.stopped()) {
      const std::string_view part = rest.substr(0, block);
      rest.remove_prefix(part.size());
      const XML_Status status = XML_Parse(parser_.get(), part.data(), static_cast<int>(part.size()),
                                          rest.empty() ? XML_TRUE : XML_FALSE);
      if (thrown_) std::rethrow_exception(thrown_);
      if (status != XML_STATUS_OK) report();
      if (rest.empty()) return;
    }
  }

 private:
  static XmlParse& of(void* self) { return *static_cast<XmlParse*>(self); }
  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    of(self).guarded([&](XmlParse& parse) { parse.start(name, attributes); });
  }
  static void on_end(void* self, const XML_Char* name) {
    of(self).guarded([&](XmlParse& parse) { parse.end(name); });
  }
  static void on_text(void* self, const XML_Char* text, int length) {
    of(self).guarded([&](XmlParse& parse) {
      parse.text(std::string_view(text, static_cast<std::size_t>(length)));
    });
  }
  static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    of(self).refuse({"xml-doctype", "a document type (<!DOCTYPE …>) is not read",
                     "remove the line; no file of this format needs one"});
  }

  /// No exception may pass through the parser, which is C.
  template <typename Action>
  void guarded(Action action) {
    if (stopped_) return;
    try {
      action(*this);
      if (reading_.stopped()) stop();
    } catch (...) {
      thrown_ = std::current_exception();
      stop();
    }
  }

  void stop() {
    stopped_ = true;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void refuse(Finding finding) {
    if (stopped_) return;
    reading_.stop({0, position()}, std::move(finding));
    stop();
  }

  [[nodiscard]] std::size_t position() const {
    const XML_Index at = XML_GetCurrentByteIndex(parser_.get());
    return at < 0 ? 0 : std::min(static_cast<std::size_t>(at), reading_.text().size());
  }

  void start(const XML_Char* name, const XML_Char** given) {
    const ReadLimits& limits = reading_.limits();
    if (texts_.size() >= limits.depth)
      return refuse({"limit-depth",
                     "elements are nested deeper than " + std::to_string(limits.depth),
                     "--max-depth raises the limit"});
    attributes_.clear();
    for (const XML_Char** one = given; *one != nullptr; one += 2) {
      if (attributes_.size() >= most_attributes)
        return refuse(
            {"limit-values",
             "an element has more than " + std::to_string(most_attributes) + " attributes",
             "what an element has that often belongs into elements of their own"});
      attributes_.push_back({without_prefix(one[0]), one[1]});
      if (attributes_.back().value.size() > limits.string) return refuse_length();
    }
    texts_.emplace_back();
    handler_.begin(XmlElement(without_prefix(name), attributes_, position()));
  }

  void end(const XML_Char* name) {
    const std::string text = std::move(texts_.back());
    texts_.pop_back();
    handler_.end(without_prefix(name), text);
  }

  void text(std::string_view more) {
    if (texts_.empty()) return;
    if (texts_.back().size() + more.size() > reading_.limits().string) return refuse_length();
    texts_.back() += more;
  }

  void refuse_length() {
    refuse({"limit-string",
            "a text is longer than " + std::to_string(reading_.limits().string) + " bytes",
            "--max-string raises the limit"});
  }

  void report() {
    if (stopped_) return;
    const XML_Error error = XML_GetErrorCode(parser_.get());
    reading_.stop({0, position()},
                  {"bad-xml", std::string("this is not well-formed XML: ") + XML_ErrorString(error),
                   "the file may be cut off or edited by hand; export it again"});
  }

  ForeignReading& reading_;
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, ParserEnd> parser_;
  std::vector<XmlAttribute> attributes_;
  std::vector<std::string> texts_;  // of the open elements
  std::exception_ptr thrown_;
  bool stopped_ = false;
};

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

bool XmlElement::has(std::string_view name) const {
  return std::any_of(attributes_.begin(), attributes_.end(),
                     [&](const XmlAttribute& attribute) { return attribute.name == name; });
}

void read_xml(ForeignReading& reading, XmlHandler& handler) {
  XmlParse(reading, handler).run();
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
