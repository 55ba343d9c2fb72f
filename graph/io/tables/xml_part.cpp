#include "io/tables/xml_part.hpp"

#include <array>
#include <exception>
#include <new>
#include <utility>

#include <expat.h>

#include <entente/model/problem.hpp>

namespace entente::tables {
namespace {

constexpr int piece_size = 64 << 10;
constexpr int most_depth = 256;

std::string_view local_name(const char* name) {
  const std::string_view whole = name;
  const std::size_t colon = whole.rfind(':');
  return colon == whole.npos ? whole : whole.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (*pair == name) return pair[1];
  return {};
}

struct XmlPart::State {
  State(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& events)
      : reader(archive.open(entry)), handler(events), file(archive.file()), part(entry.name) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { XML_ParserFree(parser); }

  ZipReader reader;
  XmlHandler& handler;
  std::string file;
  std::string part;
  XML_Parser parser = nullptr;
  int depth = 0;
  bool has_doctype = false;
  bool too_deep = false;
  std::exception_ptr thrown = {};

  /// No exception passes through the parser's C.
  template <typename Call>
  void guarded(const Call& call) {
    if (thrown) return;
    try {
      call();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }

  static State& of(void* user) { return *static_cast<State*>(user); }

  static void XMLCALL on_open(void* user, const char* name, const char** attributes) {
    State& state = of(user);
    if (++state.depth > most_depth) {
      state.too_deep = true;
      XML_StopParser(state.parser, XML_FALSE);
      return;
    }
    state.guarded([&] { state.handler.open(local_name(name), XmlAttributes(attributes)); });
  }

  static void XMLCALL on_close(void* user, const char* name) {
    State& state = of(user);
    --state.depth;
    state.guarded([&] { state.handler.close(local_name(name)); });
  }

  static void XMLCALL on_text(void* user, const char* text, int size) {
    State& state = of(user);
    state.guarded([&] { state.handler.text({text, static_cast<std::size_t>(size)}); });
  }

  static void XMLCALL on_doctype(void* user, const char*, const char*, const char*, int) {
    of(user).has_doctype = true;
    XML_StopParser(of(user).parser, XML_FALSE);
  }

  /// Whether there may be more.
  bool step() {
    XML_ParsingStatus status;
    XML_GetParsingStatus(parser, &status);
    if (status.parsing == XML_SUSPENDED) return check(XML_ResumeParser(parser));
    if (status.parsing == XML_FINISHED) return false;
    void* const buffer = XML_GetBuffer(parser, piece_size);
    if (buffer == nullptr) throw std::bad_alloc();
    const std::size_t count = reader.read(static_cast<char*>(buffer), piece_size);
    return check(
        XML_ParseBuffer(parser, static_cast<int>(count), static_cast<int>(count < piece_size)));
  }

  bool check(XML_Status result) {
    if (thrown) std::rethrow_exception(thrown);
    return result != XML_STATUS_ERROR;
  }
};

XmlPart::XmlPart(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler)
    : state_(std::make_unique<State>(archive, entry, handler)) {
  state_->parser = XML_ParserCreate(nullptr);
  if (state_->parser == nullptr) throw std::bad_alloc();
  XML_SetUserData(state_->parser, state_.get());
  XML_SetElementHandler(state_->parser, State::on_open, State::on_close);
  XML_SetCharacterDataHandler(state_->parser, State::on_text);
  XML_SetStartDoctypeDeclHandler(state_->parser, State::on_doctype);
}

XmlPart::~XmlPart() = default;

bool XmlPart::run() {
  for (;;) {
    const bool fine = state_->step();
    XML_ParsingStatus status;
    XML_GetParsingStatus(state_->parser, &status);
    if (state_->has_doctype) fail("a DOCTYPE stands in the file, which may not be there");
    if (state_->too_deep) fail("elements are nested too deep");
    if (!fine && XML_GetErrorCode(state_->parser) != XML_ERROR_FINISHED &&
        XML_GetErrorCode(state_->parser) != XML_ERROR_NONE)
      fail(XML_ErrorString(XML_GetErrorCode(state_->parser)));
    if (status.parsing == XML_SUSPENDED) return true;
    if (status.parsing == XML_FINISHED) return false;
  }
}

void XmlPart::pause() {
  XML_StopParser(state_->parser, XML_TRUE);
}

std::string XmlPart::place() const {
  return state_->part + ':' + std::to_string(XML_GetCurrentLineNumber(state_->parser)) + ':' +
         std::to_string(XML_GetCurrentColumnNumber(state_->parser) + 1);
}

void XmlPart::fail(std::string message) const {
  throw DossierError({{Severity::error, "bad-xml", state_->file, 0, 0, "",
                       place() + ": " + std::move(message), "save the workbook anew"}});
}

void parse_part(const ZipArchive& archive, const ZipEntry& entry, XmlHandler& handler) {
  XmlPart part(archive, entry, handler);
  while (part.run()) {
  }
}

}  // namespace entente::tables
