/// The list is cut where a record seems to begin. A cut is right if reading from the one before it
/// comes to stand there between two values: what a list holds can be read from any of these places.

#include "io/json/json_pieces.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "io/json/json_scanner.hpp"
#include "io/json/piece_threads.hpp"

namespace entente {
namespace {

constexpr std::size_t depth_of_list = 2;  // in the outer object
constexpr std::string_view blanks = " \t\r\n";

/// Where a record seems to begin in [from, end): `{` behind a comma, with its id first.
std::size_t record_in(std::string_view text, std::size_t from, std::size_t end) {
  constexpr std::string_view id = "\"id\"";
  for (std::size_t at = text.find(id, from); at < end; at = text.find(id, at + 1)) {
    const std::size_t brace = text.find_last_not_of(blanks, at - 1);
    if (brace == text.npos || brace < from || text[brace] != '{') continue;
    const std::size_t comma = text.find_last_not_of(blanks, brace - 1);
    if (comma != text.npos && text[comma] == ',') return brace;
  }
  return text.npos;
}

struct Cut {
  std::size_t at = 0;
  Position position = {};
};

/// Beginnings of pieces. Entities most often stand before relations, which are no entities.
std::vector<Cut> cuts_of(std::string_view text, RecordList list, std::size_t first) {
  const std::size_t end = list == RecordList::entities
                              ? std::min(text.find("\"relations\"", first), text.size())
                              : text.size();
  std::vector<Cut> cuts = {{first}};
  while (end - cuts.back().at > 2 * piece_size) {
    const std::size_t from = cuts.back().at + piece_size;
    const std::size_t record = record_in(text.substr(0, end), from, from + piece_size);
    if (record == text.npos) break;
    cuts.push_back({record});
  }
  return cuts;
}

/// Where the pieces begin for people.
void locate(std::vector<Cut>& cuts, std::string_view text) {
  Locator locator(text);
  for (Cut& cut : cuts) cut.position = locator.advance(cut.at);
}

/// What a piece holds, before it is joined to the rest.
struct ListPiece {
  DossierDraft draft = {};
  ElementScan scan = {};
};

class ListReader {
 public:
  ListReader(const PartText& part, const ReadLimits& limits, RecordList list, std::vector<Cut> cuts,
             RelationsAs mode)
      : part_(part), limits_(limits), list_(list), cuts_(std::move(cuts)), mode_(mode) {}

  [[nodiscard]] std::optional<std::size_t> read(DossierDraft& draft) const {
    PieceThreads<ListPiece> pieces(cuts_.size(), [this](std::size_t i) { return piece(i); });
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      ListPiece result = pieces.result(i);
      const std::size_t relations =
          draft.dossier.relations.size() + result.draft.dossier.relations.size();
      if (result.scan.end == ElementScan::End::refused || relations > limits_.edges)
        return std::nullopt;
      append(draft, std::move(result.draft), cuts_.size() - i - 1);
      if (result.scan.end == ElementScan::End::closed) return result.scan.at;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] ListPiece piece(std::size_t index) const {
    ListPiece result;
    result.draft.relations_as = mode_;
    if (mode_ == RelationsAs::columns && list_ == RecordList::relations)
      result.draft.columns.make_room(piece_size);
    const Cut& cut = cuts_[index];
    const std::size_t stop = index + 1 < cuts_.size() ? cuts_[index + 1].at : part_.text.size() + 1;
    PartReader reader(part_, result.draft, limits_, cut.at, cut.position);
    RecordSink sink(reader, list_);
    result.scan = scan_elements(part_.text, cut.at, stop, sink,
                                limits_.depth - std::min(limits_.depth, depth_of_list));
    end_chunk(result.draft);
    return result;
  }

  const PartText& part_;
  const ReadLimits& limits_;
  RecordList list_;
  std::vector<Cut> cuts_;
  RelationsAs mode_;
};

}  // namespace

std::optional<std::size_t> read_list_by_threads(const PartText& part, DossierDraft& draft,
                                                const ReadLimits& limits, RecordList list,
                                                std::size_t first) {
  if (part.text.size() - first <= 2 * piece_size) return std::nullopt;
  std::vector<Cut> cuts = cuts_of(part.text, list, first);
  if (cuts.size() < 2) return std::nullopt;
  if (draft.relations_as == RelationsAs::records) locate(cuts, part.text);
  const DraftMark before = mark_of(draft);
  const auto end = ListReader(part, limits, list, std::move(cuts), draft.relations_as).read(draft);
  if (!end) {
    take_back(draft, before);
    draft.pieces_refused = true;
  }
  return end;
}

}  // namespace entente
