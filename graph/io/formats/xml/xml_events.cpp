#include "io/formats/xml/xml_events.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace entente {
namespace {

/// Gathers texts, and stops where the reading does.
class GatheredTexts final : public XmlHandler {
 public:
  GatheredTexts(ForeignReading& reading, ElementHandler& handler)
      : reading_(reading),
        handler_(handler),
        xml_(*this, XmlEncoding::utf8, {reading.limits().depth, reading.limits().string}) {}

  void run() {
    constexpr std::size_t block = std::size_t{1} << 20;
    XmlProgress progress = XmlProgress::under_way;
    for (std::string_view rest = reading_.text(); progress == XmlProgress::under_way;) {
      const std::string_view piece = rest.substr(0, block);
      rest.remove_prefix(piece.size());
      progress = xml_.parse(piece, rest.empty() ? XmlPiece::last : XmlPiece::one_of_more);
    }
    if (progress != XmlProgress::refused) return;
    const XmlFault& fault = xml_.fault();
    reading_.stop({0, std::min(fault.at, reading_.text().size())},
                  {fault.code, fault.message, fault.hint});
  }

  void begin(const XmlElement& element) override {
    if (open_ == texts_.size()) texts_.emplace_back();
    texts_[open_++].clear();
    handler_.begin(element);
    if (reading_.stopped()) xml_.stop();
  }

  void text(std::string_view characters) override { texts_[open_ - 1] += characters; }

  void end(std::string_view name) override {
    handler_.end(name, texts_[--open_]);
    if (reading_.stopped()) xml_.stop();
  }

 private:
  ForeignReading& reading_;
  ElementHandler& handler_;
  XmlReader xml_;
  std::vector<std::string> texts_;  // of the open elements, and room for more
  std::size_t open_ = 0;
};

}  // namespace

void read_xml(ForeignReading& reading, ElementHandler& handler) {
  if (!reading.stopped()) GatheredTexts(reading, handler).run();
}

}  // namespace entente
