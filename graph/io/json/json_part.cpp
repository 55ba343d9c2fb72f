#include "io/json/json_part.hpp"

#include <array>
#include <optional>
#include <utility>

#include "io/json/json_pieces.hpp"
#include "io/json/json_scanner.hpp"
#include "io/json/record_sink.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> part_members = {"entities", "relations", "format",
                                                          "title", "vocabulary"};

/// Splits the outer object of a JSON part: each record goes to the dossier, everything else to the
/// header tape, where the lists of records stay empty.
class Stream : public JsonSink {
 public:
  /// Borrows both. A long list is read by threads if the one who calls asks where it goes on.
  Stream(const PartText& text, PartReader& part)
      : text_(text), part_(part), header_(part.text()), records_(part, RecordList::entities) {}
  [[nodiscard]] JsonValue header() const { return header_.root(); }

  bool open(JsonKind kind, std::size_t at) override {
    if (part_.draft().pieces_refused) return false;
    if (in_list_) return records_.open(kind, at);
    header_.open(kind, at);
    in_list_ = ++header_depth_ == 2 && kind == JsonKind::list && named_;
    if (in_list_) records_.begin(*named_);
    return part_.within_limit(header_, at);
  }

  std::size_t list_goes_on_at(std::size_t at) override {
    if (!in_list_ || records_.in_record()) return at;
    return read_list_by_threads(text_, part_.draft(), part_.limits(), *named_, at).value_or(at);
  }

  bool close() override {
    if (records_.in_record()) return records_.close();
    header_.close();
    --header_depth_;
    in_list_ = false;
    return true;
  }

  bool key(std::string_view name, std::size_t at) override {
    if (in_list_) return records_.key(name, at);
    header_.key(name, at);
    if (header_depth_ == 1) named_ = list_of(name);
    return true;
  }

  bool value(const JsonScalar& scalar, std::size_t at) override {
    if (part_.draft().pieces_refused) return false;
    if (in_list_) return records_.value(scalar, at);
    header_.value(scalar, at);
    return part_.within_limit(header_, at);
  }

 private:
  [[nodiscard]] static std::optional<RecordList> list_of(std::string_view member) {
    if (member == part_members[0]) return RecordList::entities;
    if (member == part_members[1]) return RecordList::relations;
    return std::nullopt;
  }

  const PartText& text_;
  PartReader& part_;
  JsonTape header_;
  RecordSink records_;
  std::optional<RecordList> named_;  // the list that the last member of the part is called
  bool in_list_ = false;             // in a list of records
  std::size_t header_depth_ = 0;
};

void read_header(PartReader& part, JsonValue object) {
  MemberReader& read = part.members();
  read.begin_header();
  if (!read.expect(object, JsonKind::object, "a dossier begins {\"format\": \"entente/1\", …}"))
    return;
  const auto take = [&](std::size_t index, JsonValue member) {
    if (index >= 2)
      part.header_member(index - 2, member);
    else
      (void)read.expect(member, JsonKind::list, "write a list of records: [{…}, {…}]");
  };
  ForeignMembers foreign;
  const auto seen = read.members(object, part_members, take, &foreign);
  part.add_foreign(std::move(foreign), object);
  read.require(object, "the dossier", seen, part_members, {2});
}

/// Nearly every part is right. One that is not is taken back, to be read again for the exact fault.
Scan read_quickly(const PartText& text, PartReader& part) {
  DossierDraft& draft = part.draft();
  ++draft.passes;
  const DraftMark before = mark_of(draft);
  Stream stream(text, part);
  Scan scan = scan_json(part.text(), 0, part.text().size(), stream, part.limits().depth);
  if (std::exchange(draft.pieces_refused, false)) scan = Scan::refused;
  if (scan == Scan::refused) {
    take_back(draft, before);
    part.rewind();
  } else if (!part.stopped()) {
    read_header(part, stream.header());
  }
  return scan;
}

void read_exactly(const PartText& text, PartReader& part) {
  ++part.draft().passes;
  Stream stream(text, part);
  const auto fault = parse_json(part.text(), 0, part.text().size(), stream, part.limits().depth);
  if (fault) part.stop(fault->at, {fault->code, fault->message, fault->hint});
  if (!part.stopped()) read_header(part, stream.header());
}

}  // namespace

PartKind read_json_part(const PartText& text, DossierDraft& draft, const ReadLimits& limits,
                        JsonPasses passes) {
  PartReader part(text, draft, limits);
  const bool is_read =
      passes != JsonPasses::exact_alone && read_quickly(text, part) != Scan::refused;
  if (!is_read && passes == JsonPasses::quick_alone) return PartKind::refused;
  if (!is_read) read_exactly(text, part);
  return part.is_vocabulary() ? PartKind::vocabulary : PartKind::dossier;
}

}  // namespace entente
