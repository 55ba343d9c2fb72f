#pragma once

/// Finding entities by id or by any of their names, in any script.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <entente/text/match_kind.hpp>

#include "text/name_query.hpp"

namespace entente {

/// An entity found, with the id or name that matched.
struct NameMatch {
  std::uint32_t id = 0;              ///< as it was added
  std::string name;                  ///< the name that matched
  MatchKind how = MatchKind::exact;  ///< how well it fits
  std::string language = {};         ///< of the name; empty when the id matched
};

/// When names are folded: at every question that needs it, which suits a program that asks a few,
/// or once while building, which suits one that asks many. The answers are the same.
enum class NameFolding { per_query, in_advance };

/// Immutable index of names. Any number of threads may ask it at once; copying is cheap.
///
/// Ids, names and languages are borrowed: the strings given to the builder must outlive the index.
class NameIndex {
 public:
  class Builder;

  /// An empty index, which finds nothing.
  NameIndex();
  /// Shares the names.
  NameIndex(const NameIndex&) = default;
  NameIndex& operator=(const NameIndex&) = default;

  /// Every entity that the text may mean, best first, in the order of MatchKind: id; code; exact
  /// name; folded name; name without accents; variant spelling; people's names in another order;
  /// surnames; then suggestions: ids and names within an edit distance of a third of the text's
  /// length (16 at most) and, if no earlier step found anything, names that hold all words of the
  /// text, at last with a slip of the pen in four letters of each; names of two characters of CJK
  /// if one of them agrees. An entity is listed once, for its best match; equals keep the order of
  /// adding. Cost: O(names) times the length of the text; some 1 us a name.
  /// @throws LimitReached as `fold` does.
  [[nodiscard]] std::vector<NameMatch> find(std::string_view text) const;

  /// The entities that a text given for one entity may name: those of the first step that finds
  /// any, suggestions apart. One result is an answer, more are candidates, none calls for the
  /// suggestions of `find`.
  /// Cost: O(1) for an id, a code or an exact name; a folded name O(1) folded in advance, else a
  /// scan of the names, most dismissed in a few ns; later steps some 1 us a name.
  /// @throws LimitReached as `fold` does.
  [[nodiscard]] std::vector<NameMatch> candidates(std::string_view text) const;

 private:
  struct Data;
  class Search;
  explicit NameIndex(std::shared_ptr<const Data> data);

  std::shared_ptr<const Data> data_;
};

/// Collects ids and names, then makes the index.
class NameIndex::Builder {
 public:
  Builder();
  /// Moves what has been gathered.
  Builder(Builder&&) noexcept;
  /// Moves what has been gathered.
  Builder& operator=(Builder&&) noexcept;
  ~Builder();

  /// `text` is the id of `entity`; ids are unique.
  Builder& add_id(std::string_view text, std::uint32_t entity);
  /// `code` is one of the codes of `entity`; several entities may share it.
  Builder& add_code(std::string_view code, std::uint32_t entity);
  /// `name` is one of the names of `entity`; several entities may share it.
  Builder& add_name(std::string_view name, std::string_view language, std::uint32_t entity,
                    Bearer bearer = Bearer::thing);

  /// Cost: O(names), some 100 ns each, plus folding if that is done in advance.
  [[nodiscard]] NameIndex build(NameFolding folding = NameFolding::per_query) &&;

 private:
  std::unique_ptr<Data> data_;
};

}  // namespace entente
