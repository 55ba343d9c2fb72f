/// JSON Lines, in pieces of some megabytes that threads read on their own. The pieces are the same
/// on every machine and are joined in order, so that the result does not depend on the threads.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "io/json/json_part.hpp"
#include "io/json/json_scanner.hpp"
#include "io/json/piece_threads.hpp"
#include "io/json/record_scanner.hpp"
#include "io/json/tape_sink.hpp"

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> line_members = {"entity", "relation", "dossier"};
constexpr std::array<std::string_view, 3> header_members = {"format", "title", "vocabulary"};
constexpr std::size_t most_faulty_lines = 100;

/// A run of whole lines.
struct Piece {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t line = 1;
};

/// Which lines may describe the dossier.
enum class Header : std::uint8_t { first_line, none };

class LineReader {
 public:
  LineReader(const PartText& text, DossierDraft& draft, const ReadLimits& limits,
             const Piece& piece, Header header)
      : part_(text, draft, limits, piece.first, {piece.line, 1}),
        record_(text.text),
        plain_(text.text, limits),
        header_(header) {
    read(piece);
  }

  [[nodiscard]] bool stopped() const { return part_.stopped(); }
  [[nodiscard]] bool has_header() const { return has_header_; }
  /// Numbers of the lines that are not JSON.
  [[nodiscard]] const std::vector<std::uint32_t>& faulty_lines() const { return faulty_lines_; }

 private:
  void read(const Piece& piece) {
    std::size_t first = piece.first;
    bool go_on = true;
    while (go_on && first < piece.last) {
      if (const auto next = plain_line(first)) {
        first = *next;
        continue;
      }
      const std::size_t last = std::min(part_.text().find('\n', first), piece.last);
      const std::string_view line = part_.text().substr(first, last - first);
      if (line.find_first_not_of(" \t\r") != line.npos) go_on = read_line(first, last);
      first = last + 1;
    }
  }

  /// Where the line after one of a plain record begins.
  std::optional<std::size_t> plain_line(std::size_t first) {
    if (!part_.makes_columns()) return std::nullopt;
    const RecordScanner::ScannedLine line = plain_.line_at(first);
    if (line.holds == RecordScanner::Line::other) return std::nullopt;
    if (line.holds == RecordScanner::Line::entity)
      part_.add_plain(std::move(plain_.entity()), first);
    else if (!part_.add_plain(plain_.relation()))
      return std::nullopt;
    return line.next;
  }

  bool read_line(std::size_t first, std::size_t last) {
    // Places are counted from here, however many of the lines are wrong.
    (void)part_.findings().locator().advance(first);
    record_.clear();
    TapeSink sink(record_, part_.limits().values);
    if (scan_json(part_.text(), first, last, sink, part_.limits().depth) == Scan::refused) {
      record_.clear();
      if (const auto fault = parse_json(part_.text(), first, last, sink, part_.limits().depth))
        return report(*fault);
    }
    return part_.within_limit(record_, first) && take_record(record_.root());
  }

  bool report(const JsonFault& fault) {
    part_.findings().add(
        fault.at, {fault.code, fault.message, fault.hint, {}, Severity::error, Concerns::record});
    part_.draft().leave_line_out();
    faulty_lines_.push_back(part_.draft().problems.back().line);
    return faulty_lines_.size() < most_faulty_lines;
  }

  bool take_record(JsonValue line) {
    MemberReader& read = part_.members();
    read.begin_record({});
    if (!read.expect(line, JsonKind::object, "write {\"entity\": {…}} or {\"relation\": {…}}")) {
      ++part_.draft().dropped;
      return true;
    }
    bool go_on = true;
    const auto seen = read.members(line, line_members, [&](std::size_t index, JsonValue member) {
      if (index == 0) part_.add_entity(member);
      if (index == 1) go_on = part_.add_relation(member);
      if (index == 2) take_header(member);
    });
    read.refuse_foreign(line, line_members);
    if (seen == 0) {
      ++part_.draft().dropped;
      read.error(line.at(), {"missing-member", "the line holds no record",
                             "write {\"entity\": {…}} or {\"relation\": {…}}"});
    }
    return go_on;
  }

  void take_header(JsonValue object) {
    MemberReader& read = part_.members();
    if (header_ == Header::none) {
      ++part_.draft().dropped;
      return read.error(object.at(),
                        {"misplaced-header", "only the first line describes the dossier",
                         "write one {\"dossier\": {…}} and put it first"});
    }
    has_header_ = true;
    read.begin_header();
    if (!read.expect(object, JsonKind::object, "write {\"format\": \"entente/1\", …}")) return;
    ForeignMembers foreign;
    const auto seen = read.members(
        object, header_members,
        [&](std::size_t index, JsonValue member) { part_.header_member(index, member); }, &foreign);
    part_.add_foreign(std::move(foreign), object);
    read.require(object, "the dossier", seen, header_members, {0});
  }

  PartReader part_;
  JsonTape record_;
  RecordScanner plain_;
  Header header_;
  bool has_header_ = false;
  std::vector<std::uint32_t> faulty_lines_;
};

/// What a piece holds, before it is joined to the rest.
struct PieceResult {
  DossierDraft draft = {};
  std::vector<std::uint32_t> faulty_lines = {};
  bool stopped = false;
};

PieceResult read_piece(const PartText& text, const ReadLimits& limits, const Piece& piece,
                       RelationsAs relations_as) {
  PieceResult result;
  result.draft.relations_as = relations_as;
  if (relations_as == RelationsAs::columns)
    result.draft.columns.make_room(piece.last - piece.first);
  const LineReader reader(text, result.draft, limits, piece, Header::none);
  result.faulty_lines = reader.faulty_lines();
  result.stopped = reader.stopped();
  end_chunk(result.draft);
  return result;
}

/// Joins pieces in the order of the text, with the limits that hold for all of them together.
class Joiner {
 public:
  Joiner(const PartText& text, DossierDraft& draft, const ReadLimits& limits)
      : text_(text), draft_(draft), limits_(limits) {}

  /// Whether to go on with the next piece.
  bool join(PieceResult piece, std::size_t pieces_left) {
    bool go_on = !piece.stopped;
    if (piece.faulty_lines.size() >= faulty_lines_left_) go_on = cut_at_faulty_line(piece);
    faulty_lines_left_ -= piece.faulty_lines.size();
    const std::size_t room = limits_.edges - draft_.dossier.relations.size();
    if (piece.draft.dossier.relations.size() > room) go_on = cut_at_edge(piece, room);
    append(draft_, std::move(piece.draft), pieces_left);
    return go_on;
  }

  void count_faulty_lines(std::size_t count) { faulty_lines_left_ -= count; }

 private:
  bool cut_at_faulty_line(PieceResult& piece) {
    piece.faulty_lines.resize(faulty_lines_left_);
    const std::uint32_t line = piece.faulty_lines.back();
    drop_after(piece, line);
    piece.draft.problems.push_back({Severity::error, "bad-json", text_.name, line, 1, "",
                                    "too many lines are not JSON; the rest is not read",
                                    "JSON Lines hold one record a line"});
    return false;
  }

  bool cut_at_edge(PieceResult& piece, std::size_t room) {
    const Place place = piece.draft.dossier.relations[room].place;
    drop_after(piece, place.line - 1);
    Finding finding = too_many_edges(limits_);
    piece.draft.problems.push_back({Severity::error, std::move(finding.code), text_.name,
                                    place.line, place.column, "", std::move(finding.message),
                                    std::move(finding.hint)});
    return false;
  }

  static void drop_after(PieceResult& piece, std::uint32_t line) {
    const auto later = [&](const auto& record) { return record.place.line > line; };
    std::erase_if(piece.draft.dossier.entities, later);
    std::erase_if(piece.draft.dossier.relations, later);
    std::erase_if(piece.draft.problems,
                  [&](const Problem& problem) { return problem.line > line; });
    piece.draft.cut();
  }

  const PartText& text_;
  DossierDraft& draft_;
  const ReadLimits& limits_;
  std::size_t faulty_lines_left_ = most_faulty_lines;
};

/// Lines are counted where records have places.
std::vector<Piece> pieces_of(std::string_view text, Piece rest, RelationsAs relations_as) {
  std::vector<Piece> pieces;
  while (rest.first < rest.last) {
    std::size_t end = text.find('\n', std::min(rest.first + piece_size, rest.last));
    end = end == text.npos ? rest.last : end + 1;
    pieces.push_back({rest.first, end, rest.line});
    const auto lines = relations_as == RelationsAs::columns
                           ? 0
                           : std::count(text.begin() + static_cast<std::ptrdiff_t>(rest.first),
                                        text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    rest = {end, rest.last, rest.line + static_cast<std::uint32_t>(lines)};
  }
  return pieces;
}

/// The first line that holds something.
Piece first_line(std::string_view text) {
  const std::size_t content = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const std::size_t first = text.substr(0, content).rfind('\n') + 1;
  const std::size_t end = text.find('\n', content);
  const auto lines =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(first), '\n');
  return {first, end == text.npos ? text.size() : end + 1, static_cast<std::uint32_t>(1 + lines)};
}

}  // namespace

void read_json_lines(const PartText& part, DossierDraft& draft, const ReadLimits& limits) {
  const Piece head = first_line(part.text);
  const LineReader reader(part, draft, limits, head, Header::first_line);
  if (!reader.has_header())
    Findings(part.name, part.text, draft.problems)
        .add(head.first, {"missing-member", "the first line does not describe the dossier",
                          "begin with {\"dossier\": {\"format\": \"entente/1\", …}}"});
  if (reader.stopped()) return;
  const RelationsAs mode = draft.relations_as;
  Joiner joiner(part, draft, limits);
  joiner.count_faulty_lines(reader.faulty_lines().size());
  const std::vector<Piece> pieces =
      pieces_of(part.text, {head.last, part.text.size(), head.line + 1}, mode);
  if (pieces.size() < 2) {
    if (!pieces.empty()) joiner.join(read_piece(part, limits, pieces.front(), mode), 0);
    return;
  }
  PieceThreads<PieceResult> threads(
      pieces.size(), [&](std::size_t i) { return read_piece(part, limits, pieces[i], mode); });
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (!joiner.join(threads.result(i), pieces.size() - i - 1)) return;
}

bool is_json_lines(std::string_view name, std::string_view text) {
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return true;
  if (name.ends_with(".json")) return false;
  constexpr std::string_view blank = " \t\r\n";
  const auto skip_blank = [&] {
    text.remove_prefix(std::min(text.find_first_not_of(blank), text.size()));
  };
  skip_blank();
  if (!text.starts_with('{')) return false;
  text.remove_prefix(1);
  skip_blank();
  return std::any_of(line_members.begin(), line_members.end(), [&](std::string_view member) {
    return text.starts_with('"' + std::string(member) + '"');
  });
}

}  // namespace entente
