/// Reads the definitions of a vocabulary. A type is read as a list of the members that are there:
/// an id that is new makes a type of them, one that an earlier vocabulary has widens that type.

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "io/input.hpp"
#include "io/json/record_reader.hpp"
#include "io/json/whole_json.hpp"
#include "io/type_widening.hpp"
#include "io/vocabulary_draft.hpp"
#include "io/vocabulary_values.hpp"

namespace entente {
namespace {

using Member = std::string_view;

constexpr Member format_known = "entente-vocabulary/1";
constexpr Member beginning = "a vocabulary begins {\"format\": \"entente-vocabulary/1\", …}";
constexpr std::array<Member, 4> vocabulary_members = {"format", "name", "kinds", "types"};
constexpr std::array<Member, 5> kind_members = {"id", "parent", "drawing_class", "labels", "seats"};

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
  void place_by(TokenPlaces places) { findings_.place_by(std::move(places)); }
  void vocabulary(JsonValue object);

 private:
  void format(JsonValue value);
  void name(JsonValue value);
  void kind(JsonValue object);
  void type(JsonValue object);
  void type_member(TypeDraft& draft, std::size_t index, JsonValue member);
  void widen_type(TypeDraft& known, TypeDraft&& more, std::uint32_t seen, JsonValue object);
  [[nodiscard]] Kind* find_alike(const Kind& kind);
  [[nodiscard]] TypeDraft* find_type(std::string_view id);
  [[nodiscard]] Problem place(JsonValue value, std::string_view id);
  [[nodiscard]] std::vector<std::string> ends(JsonValue value, TypeDraft& draft);
  [[nodiscard]] std::vector<std::string> timeless(JsonValue value, TypeDraft& draft);
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
  if (!read_.expect(object, JsonKind::object, beginning)) return;
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
  const bool is_empty = value.kind() == JsonKind::text && value.text().empty();
  if (text != format_known && (!text.empty() || is_empty))
    read_.error(value.at(), {"bad-format", "`" + shortened(text) + "` is not a vocabulary's format",
                             "vocabularies say \"format\": \"entente-vocabulary/1\""});
}

void VocabularyReader::name(JsonValue value) {
  draft_.name += (draft_.name.empty() ? "" : "+") + read_.text(value, TextUse::identifier);
}

Problem VocabularyReader::place(JsonValue value, std::string_view id) {
  const Position position = findings_.locate(value.at());
  return {
      .file = file_, .line = position.line, .column = position.column, .record = std::string(id)};
}

void VocabularyReader::kind(JsonValue object) {
  constexpr std::array<Member, 2> seating = {"one", "many"};
  KindDraft draft;
  Kind& kind = draft.kind;
  draft.parent_place = place(object, {});
  const auto seen = read_.members(object, kind_members, [&](std::size_t index, JsonValue member) {
    if (index == 0) kind.id = read_.text(member, TextUse::identifier);
    if (index == 1) kind.parent = read_.optional_text(member, TextUse::identifier);
    if (index == 1) draft.parent_place = place(member, {});
    if (index == 2) kind.drawing_class = read_drawing_class(read_, member, kind_drawing_classes());
    if (index == 3) kind.labels = records_.labels(member);
    if (index == 4) kind.seats = read_word(read_, member, seating) == 0 ? Seats::one : Seats::many;
  });
  read_.require(object, "the kind", seen, kind_members, {0});
  if (kind.id.empty()) return;
  if (Kind* known = find_alike(kind)) return add_labels(known->labels, kind.labels);
  draft.parent_place.record = kind.id;
  draft.place = place(object, kind.id);
  draft.source = draft_.sources;
  draft_.kinds.push_back(std::move(draft));
}

/// An earlier vocabulary may have a kind just so, perhaps in other languages: dossiers of their own
/// bring theirs along, and both built-in vocabularies know documents.
Kind* VocabularyReader::find_alike(const Kind& kind) {
  for (KindDraft& one : draft_.kinds) {
    const Kind& known = one.kind;
    if (one.source != draft_.sources && known.id == kind.id && known.parent == kind.parent &&
        known.drawing_class == kind.drawing_class && known.seats == kind.seats &&
        agree(known.labels, kind.labels))
      return &one.kind;
  }
  return nullptr;
}

TypeDraft* VocabularyReader::find_type(std::string_view id) {
  const auto found = std::find_if(draft_.types.begin(), draft_.types.end(),
                                  [&](const TypeDraft& one) { return one.type.id == id; });
  return found == draft_.types.end() ? nullptr : &*found;
}

/// Where the member of a type was given last.
const ProblemPlace& said_at(const TypeDraft& known, TypeMember member) {
  for (auto one = known.widenings.rbegin(); one != known.widenings.rend(); ++one)
    if (TypeMembers(one->members).contain(member)) return one->place;
  return known.place;
}

/// Where a type is defined in this vocabulary, if it is.
const ProblemPlace* place_in(const TypeDraft* known, std::size_t source) {
  if (known == nullptr) return nullptr;
  if (known->source == source) return &known->place;
  for (const Widening& one : known->widenings)
    if (one.source == source) return &one.place;
  return nullptr;
}

void VocabularyReader::widen_type(TypeDraft& known, TypeDraft&& more, std::uint32_t seen,
                                  JsonValue object) {
  for (const TypeMember other : widen(known.type, more.type, TypeMembers(seen)))
    for (const JsonValue member : object)
      if (member.key() == type_member_names[static_cast<std::size_t>(other)])
        read_.error(member.key_at(),
                    {"duplicate-id",
                     "`" + shortened(known.type.id) + "` has another `" +
                         std::string(member.key()) + "` at " + text_of(said_at(known, other)),
                     "a later vocabulary can add kinds of ends and labels in other languages",
                     known.type.id});
  std::move(more.named.begin(), more.named.end(), std::back_inserter(known.named));
  known.widenings.push_back({std::move(more.place), seen, draft_.sources});
}

void VocabularyReader::type(JsonValue object) {
  TypeDraft draft;
  RelationType& type = draft.type;
  draft.place = place(object, {});
  draft.source = draft_.sources;
  const auto seen = read_.members(
      object, type_member_names,
      [&](std::size_t index, JsonValue member) { type_member(draft, index, member); });
  draft.place.record = type.id;
  for (NamedKind& one : draft.named) one.place.record = type.id;
  TypeDraft* known = type.id.empty() ? nullptr : find_type(type.id);
  const ProblemPlace* here = place_in(known, draft_.sources);
  if (known && here == nullptr) return widen_type(*known, std::move(draft), seen, object);
  const bool widens = known && known->source != draft_.sources;
  if (!widens) read_.require(object, "the relation type", seen, type_member_names, {0, 1, 2});
  if (known)
    read_.error(
        object.at(),
        {"duplicate-id", "`" + shortened(type.id) + "` is already defined at " + text_of(*here),
         widens ? "say all that is added to it in one place" : "give one of the two another id",
         type.id});
  if (known) std::move(draft.named.begin(), draft.named.end(), std::back_inserter(known->named));
  if (type.id.empty() || known) return;
  if (type.symmetry == Symmetry::symmetric && type.inverse.empty()) type.inverse = type.forward;
  draft_.types.push_back(std::move(draft));
}

void VocabularyReader::type_member(TypeDraft& draft, std::size_t index, JsonValue member) {
  RelationType& type = draft.type;
  constexpr std::array<Member, 2> readings = {"interval", "instant"};
  constexpr std::array<Member, 3> closing = {"nothing", "parties_of_object", "previous_holder"};
  switch (static_cast<TypeMember>(index)) {
    case TypeMember::id:
      type.id = read_.text(member, TextUse::identifier);
      break;
    case TypeMember::from:
      type.from = ends(member, draft);
      break;
    case TypeMember::to:
      type.to = ends(member, draft);
      break;
    case TypeMember::reading:
      type.reading = static_cast<Reading>(read_word(read_, member, readings));
      break;
    case TypeMember::drawing_class:
      type.drawing_class = read_drawing_class(read_, member, type_drawing_classes());
      break;
    case TypeMember::symmetric:
      type.symmetry = read_flag(read_, member) ? Symmetry::symmetric : Symmetry::directed;
      break;
    case TypeMember::lineage:
      type.succession = read_flag(read_, member) ? Succession::lineage : Succession::none;
      break;
    case TypeMember::closes:
      type.closes = static_cast<Closes>(read_word(read_, member, closing));
      break;
    case TypeMember::sign:
      type.sign = read_sign(read_, member);
      break;
    case TypeMember::present:
      type.present = read_present(read_, member);
      break;
    case TypeMember::forward:
      type.forward = records_.labels(member);
      break;
    case TypeMember::inverse_id:
      type.inverse_id = read_.text(member, TextUse::identifier);
      break;
    case TypeMember::inverse:
      type.inverse = records_.labels(member);
      break;
    case TypeMember::sentence:
      type.sentence = records_.labels(member);
      check_sentences(read_, member);
      break;
    case TypeMember::timeless:
      type.timeless = timeless(member, draft);
      break;
  }
}

std::vector<std::string> VocabularyReader::ends(JsonValue value, TypeDraft& draft) {
  std::vector<std::string> kinds;
  if (!read_.expect(value, JsonKind::list, "write a list of kinds, or [\"any\"]")) return kinds;
  for (const JsonValue item : value) {
    const std::string kind = read_.text(item, TextUse::identifier);
    if (kind.empty()) continue;
    kinds.push_back(kind);
    draft.named.push_back({kind, place(item, {})});
  }
  return kinds;
}

std::vector<std::string> VocabularyReader::timeless(JsonValue value, TypeDraft& draft) {
  if (value.kind() == JsonKind::list) return ends(value, draft);
  if (!read_.expect(value, JsonKind::boolean,
                    "write true, or a list of the kinds of `from` that it holds for"))
    return {};
  return std::get<bool>(value.scalar().value) ? std::vector<std::string>{"any"}
                                              : std::vector<std::string>{};
}

TokenPlaces places_of(JsonValue text, std::span<const Place> tokens) {
  std::vector<std::size_t> bytes = token_bytes(text);
  std::vector<Position> positions;
  for (const Place& token : tokens) positions.push_back({token.line, token.column});
  assert(bytes.size() == positions.size());
  return {std::move(bytes), std::move(positions)};
}

}  // namespace

void read_vocabulary(std::string_view bytes, const std::string& name, VocabularyDraft& draft,
                     std::vector<Problem>& problems, std::span<const Place> tokens) {
  const auto text = checked_text(bytes, name, problems, beginning);
  if (!text) return;
  ++draft.sources;
  VocabularyReader reader(name, *text, draft, problems);
  read_whole_json(*text, name, "a vocabulary", reader, [&](JsonValue root) {
    if (!tokens.empty()) reader.place_by(places_of(root, tokens));
    reader.vocabulary(root);
  });
}

}  // namespace entente
