#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include <entente/text/edit_distance.hpp>

#include "io/input.hpp"
#include "io/json/record_reader.hpp"
#include "io/json/tape_sink.hpp"
#include "io/vocabulary_draft.hpp"

namespace entente {
namespace {

using Member = std::string_view;

constexpr Member format_known = "entente-vocabulary/1";
constexpr std::array<Member, 4> vocabulary_members = {"format", "name", "kinds", "types"};
constexpr std::array<Member, 5> kind_members = {"id", "parent", "drawing_class", "labels", "seats"};
constexpr std::array<Member, 15> type_members = {
    "id",   "from",    "to",      "reading",    "drawing_class", "symmetric", "lineage", "closes",
    "sign", "present", "forward", "inverse_id", "inverse",       "sentence",  "timeless"};

class VocabularyReader {
 public:
  VocabularyReader(const std::string& name, std::string_view text, VocabularyDraft& draft,
                   std::vector<Problem>& problems)
      : file_(name),
        findings_(name, text, problems),
        records_(findings_, limits_, 0),
        read_(records_.members()),
        draft_(draft) {}

  void fault(const JsonFault& fault) { findings_.add(fault); }
  void vocabulary(JsonValue object);

 private:
  void format(JsonValue value);
  void name(JsonValue value);
  void kind(JsonValue object);
  void type(JsonValue object);
  void type_member(RelationType& type, std::size_t index, JsonValue member);
  [[nodiscard]] Problem place(JsonValue value, std::string_view id);
  [[nodiscard]] std::vector<std::string> ends(JsonValue value);
  [[nodiscard]] std::vector<std::string> timeless(JsonValue value);
  [[nodiscard]] bool flag(JsonValue value);
  [[nodiscard]] Sign sign(JsonValue value);
  [[nodiscard]] Present present(JsonValue value);
  /// The index of the word among those allowed; reports others.
  [[nodiscard]] std::size_t word(JsonValue value, std::span<const Member> allowed);
  template <typename Take>
  void each_object(JsonValue list, Take take);

  const std::string& file_;
  ReadLimits limits_ = {};
  Findings findings_;
  RecordReader records_;
  MemberReader& read_;
  VocabularyDraft& draft_;
};

template <typename Take>
void VocabularyReader::each_object(JsonValue list, Take take) {
  if (!read_.expect(list, JsonKind::list, "write a list of definitions: [{…}, {…}]")) return;
  for (const JsonValue item : list)
    if (read_.expect(item, JsonKind::object, "write {\"id\": …}")) take(item);
}

void VocabularyReader::vocabulary(JsonValue object) {
  if (!read_.expect(object, JsonKind::object,
                    "a vocabulary begins {\"format\": \"entente-vocabulary/1\", …}"))
    return;
  const auto seen =
      read_.members(object, vocabulary_members, [&](std::size_t index, JsonValue member) {
        if (index == 0) format(member);
        if (index == 1) name(member);
        if (index == 2) each_object(member, [&](JsonValue item) { kind(item); });
        if (index == 3) each_object(member, [&](JsonValue item) { type(item); });
      });
  read_.require(object, "the vocabulary", seen, vocabulary_members, {0, 1});
}

void VocabularyReader::format(JsonValue value) {
  const std::string text = read_.text(value, TextUse::prose);
  if (!text.empty() && text != format_known)
    read_.error(value.at(), {"bad-format", "`" + shortened(text) + "` is not a vocabulary's format",
                             "vocabularies say \"format\": \"entente-vocabulary/1\""});
}

void VocabularyReader::name(JsonValue value) {
  draft_.name += (draft_.name.empty() ? "" : "+") + read_.text(value, TextUse::identifier);
}

Problem VocabularyReader::place(JsonValue value, std::string_view id) {
  const Position position = findings_.locator().locate(value.at());
  return {
      .file = file_, .line = position.line, .column = position.column, .record = std::string(id)};
}

void VocabularyReader::kind(JsonValue object) {
  constexpr std::array<Member, 2> seating = {"one", "many"};
  Kind kind;
  const auto seen = read_.members(object, kind_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) kind.id = read_.text(member, TextUse::identifier);
    if (index == 1) kind.parent = read_.optional_text(member, TextUse::identifier);
    if (index == 2) kind.drawing_class = read_.text(member, TextUse::identifier);
    if (index == 3) kind.labels = records_.labels(member);
    if (index == 4) kind.seats = static_cast<Seats>(word(member, seating));
  });
  read_.require(object, "the kind", seen, kind_members, {0});
  if (kind.id.empty()) return;
  draft_.kind_places.push_back(place(object, kind.id));
  draft_.kinds.push_back(std::move(kind));
}

void VocabularyReader::type(JsonValue object) {
  RelationType type;
  const auto seen = read_.members(object, type_members, [&](std::size_t index, JsonValue member) {
    type_member(type, index, member);
  });
  read_.require(object, "the relation type", seen, type_members, {0, 1, 2});
  if (type.id.empty()) return;
  if (type.symmetry == Symmetry::symmetric && type.inverse.empty()) type.inverse = type.forward;
  draft_.type_places.push_back(place(object, type.id));
  draft_.types.push_back(std::move(type));
}

void VocabularyReader::type_member(RelationType& type, std::size_t index, JsonValue member) {
  constexpr std::array<Member, 2> readings = {"interval", "instant"};
  constexpr std::array<Member, 3> closing = {"nothing", "parties_of_object", "previous_holder"};
  enum {
    id,
    from,
    to,
    reading,
    drawing_class,
    symmetric,
    lineage,
    closes,
    sign_,
    present_,
    forward,
    inverse_id,
    inverse,
    sentence_,
    timeless_
  };
  switch (index) {
    case id:
      type.id = read_.text(member, TextUse::identifier);
      break;
    case from:
      type.from = ends(member);
      break;
    case to:
      type.to = ends(member);
      break;
    case reading:
      type.reading = static_cast<Reading>(word(member, readings));
      break;
    case drawing_class:
      type.drawing_class = read_.text(member, TextUse::identifier);
      break;
    case symmetric:
      type.symmetry = flag(member) ? Symmetry::symmetric : Symmetry::directed;
      break;
    case lineage:
      type.succession = flag(member) ? Succession::lineage : Succession::none;
      break;
    case closes:
      type.closes = static_cast<Closes>(word(member, closing));
      break;
    case sign_:
      type.sign = sign(member);
      break;
    case present_:
      type.present = present(member);
      break;
    case forward:
      type.forward = records_.labels(member);
      break;
    case inverse_id:
      type.inverse_id = read_.text(member, TextUse::identifier);
      break;
    case inverse:
      type.inverse = records_.labels(member);
      break;
    case sentence_:
      type.sentence = records_.labels(member);
      break;
    case timeless_:
      type.timeless = timeless(member);
      break;
  }
}

std::vector<std::string> VocabularyReader::ends(JsonValue value) {
  std::vector<std::string> kinds;
  if (!read_.expect(value, JsonKind::list, "write a list of kinds, or [\"any\"]")) return kinds;
  for (const JsonValue item : value) kinds.push_back(read_.text(item, TextUse::identifier));
  return kinds;
}

std::vector<std::string> VocabularyReader::timeless(JsonValue value) {
  if (value.kind() != JsonKind::boolean) return ends(value);
  return flag(value) ? std::vector<std::string>{"any"} : std::vector<std::string>{};
}

bool VocabularyReader::flag(JsonValue value) {
  return read_.expect(value, JsonKind::boolean) && std::get<bool>(value.scalar().value);
}

Sign VocabularyReader::sign(JsonValue value) {
  const auto* number = std::get_if<std::int64_t>(&value.scalar().value);
  if (number && *number >= -1 && *number <= 1) return static_cast<Sign>(*number);
  read_.error(value.at(), {"wrong-type", "`sign` must be -1, 0 or 1", "leave it out for none"});
  return Sign::none;
}

Present VocabularyReader::present(JsonValue value) {
  constexpr std::array<Member, 2> ends = {"from", "to"};
  std::size_t bits = 0;
  if (!read_.expect(value, JsonKind::list, "write [\"from\"], [\"to\"] or both")) return {};
  for (const JsonValue item : value) bits |= std::size_t{1} << word(item, ends);
  return static_cast<Present>(bits);
}

std::size_t VocabularyReader::word(JsonValue value, std::span<const Member> allowed) {
  const std::string text = read_.text(value, TextUse::identifier);
  const auto found = std::find(allowed.begin(), allowed.end(), text);
  if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
  std::string words;
  for (const Member one : allowed) words += (words.empty() ? "" : ", ") + std::string(one);
  if (!text.empty())
    read_.error(value.at(),
                {"unknown-word", "unknown word `" + shortened(text) + "`", "one of " + words});
  return 0;
}

}  // namespace

void read_vocabulary(std::string_view bytes, const std::string& name, VocabularyDraft& draft,
                     std::vector<Problem>& problems) {
  const auto text = checked_text(bytes, name, problems);
  if (!text) return;
  const ReadLimits limits;
  JsonTape tape(*text);
  TapeSink sink(tape, limits.values);
  VocabularyReader reader(name, *text, draft, problems);
  if (const auto fault = parse_json(*text, 0, text->size(), sink, limits.depth))
    reader.fault(*fault);
  else if (tape.size() <= limits.values)
    reader.vocabulary(tape.root());
}

}  // namespace entente
