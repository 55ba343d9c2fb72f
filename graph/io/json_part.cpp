#include "io/json_part.hpp"

#include <array>

#include "io/json_scanner.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 5> part_members = {"entities", "relations", "format",
                                                          "title", "vocabulary"};

/// Splits the outer object of a JSON part: each record goes to a tape of its own and from there to
/// the dossier, everything else to the header tape, where the lists of records stay empty.
class Stream : public JsonSink {
 public:
  explicit Stream(PartReader& part) : part_(part), header_(part.text()), record_(part.text()) {}
  [[nodiscard]] JsonValue header() const { return header_.root(); }

  bool open(JsonKind kind, std::size_t at) override {
    if (list_ != List::none) {
      ++depth_;
      record_.open(kind, at);
      return part_.within_limit(record_, at);
    }
    header_.open(kind, at);
    if (++header_depth_ == 2 && kind == JsonKind::list) list_ = named_;
    return part_.within_limit(header_, at);
  }

  bool close() override {
    if (depth_ > 0) {
      record_.close();
      return --depth_ > 0 || take_record();
    }
    header_.close();
    --header_depth_;
    list_ = List::none;
    return true;
  }

  bool key(std::string_view name, std::size_t at) override {
    (list_ != List::none ? record_ : header_).key(name, at);
    if (header_depth_ == 1)
      named_ = name == part_members[0]   ? List::entities
               : name == part_members[1] ? List::relations
                                         : List::none;
    return true;
  }

  bool value(const JsonScalar& scalar, std::size_t at) override {
    JsonTape& tape = list_ != List::none ? record_ : header_;
    tape.value(scalar, at);
    if (list_ != List::none && depth_ == 0) return take_record();
    return part_.within_limit(tape, at);
  }

 private:
  enum class List : std::uint8_t { none, entities, relations };

  bool take_record() {
    const JsonValue record = record_.root();
    const bool go_on =
        list_ == List::entities ? part_.add_entity(record) : part_.add_relation(record);
    record_.clear();
    return go_on;
  }

  PartReader& part_;
  JsonTape header_;
  JsonTape record_;
  List list_ = List::none;   // the list of records we are in
  List named_ = List::none;  // the one that the last member of the part names
  std::size_t header_depth_ = 0;
  std::size_t depth_ = 0;  // inside a record
};

void read_header(PartReader& part, JsonValue object) {
  MemberReader& read = part.members();
  read.begin_record({});
  if (!read.expect(object, JsonKind::object, "a dossier begins {\"format\": \"entente/1\", …}"))
    return;
  const auto seen = read.members(object, part_members, [&](std::size_t index, JsonValue member) {
    if (index >= 2)
      part.header_member(index - 2, member);
    else
      (void)read.expect(member, JsonKind::list, "write a list of records: [{…}, {…}]");
  });
  read.require(object, "the dossier", seen, part_members, {2});
}

/// Nearly every part is right. One that is not is taken back, to be read again for the exact fault.
Scan read_quickly(PartReader& part) {
  const DraftMark before = mark_of(part.draft());
  Stream stream(part);
  const Scan scan = scan_json(part.text(), 0, part.text().size(), stream, part.limits().depth);
  if (scan == Scan::refused) {
    take_back(part.draft(), before);
    part.rewind();
  } else if (!part.stopped()) {
    read_header(part, stream.header());
  }
  return scan;
}

void read_exactly(PartReader& part) {
  Stream stream(part);
  const auto fault = parse_json(part.text(), 0, part.text().size(), stream, part.limits().depth);
  if (fault) part.stop(fault->at, {fault->code, fault->message, fault->hint});
  if (!part.stopped()) read_header(part, stream.header());
}

}  // namespace

PartKind read_json_part(const PartText& text, DossierDraft& draft, const ReadLimits& limits) {
  PartReader part(text, draft, limits);
  if (read_quickly(part) == Scan::refused) read_exactly(part);
  return part.is_vocabulary() ? PartKind::vocabulary : PartKind::dossier;
}

}  // namespace entente
