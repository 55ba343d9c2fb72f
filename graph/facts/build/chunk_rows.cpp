#include "facts/build/chunk_rows.hpp"

#include <algorithm>
#include <functional>

namespace entente {

namespace {

class RowFinder {
 public:
  RowFinder(const RelationChunk& chunk, const References& references, const Vocabulary& vocabulary)
      : chunk_(chunk), references_(references), vocabulary_(vocabulary) {}

  std::optional<ChunkRows> run() {
    if (!find_types() || !find_ends() || !find_sources() || !find_asserters()) return std::nullopt;
    if (!check_admission()) return std::nullopt;
    rows_.ids_ascend = std::adjacent_find(chunk_.ids.begin(), chunk_.ids.end(),
                                          std::greater_equal<>()) == chunk_.ids.end();
    return std::move(rows_);
  }

 private:
  bool find_types() {
    for (const HashedText& type : chunk_.types) {
      const auto row = references_.type(type.text);
      if (!row) return false;
      rows_.type.push_back(*row);
    }
    return true;
  }

  bool find_ends() {
    bool known = true;
    rows_.from.resize(chunk_.size());
    rows_.to.resize(chunk_.size());
    references_.entities().find_each(
        2 * chunk_.size(),
        [&](std::size_t end) { return (end % 2 == 0 ? chunk_.from : chunk_.to)[end / 2]; },
        [&](std::size_t end, std::optional<std::uint32_t> row) {
          (end % 2 == 0 ? rows_.from : rows_.to)[end / 2] = row.value_or(no_row);
          known = known && row.has_value();
        });
    return known;
  }

  bool find_sources() {
    const Documents documents(vocabulary_, references_.kinds());
    for (const HashedText& source : chunk_.sources) {
      const auto row = references_.entity(source.text);
      if (!row || !documents.hold(*row)) return false;
      rows_.source.push_back(*row);
    }
    return true;
  }

  bool find_asserters() {
    std::vector<bool> known(chunk_.texts.size(), false);
    for (const std::uint32_t text : chunk_.asserted_by) {
      if (known[text]) continue;
      const std::string_view id = chunk_.texts[text].text;
      if (!id.empty() && !references_.entity(id)) return false;
      known[text] = true;
    }
    return true;
  }

  bool check_admission() {
    Admission admission(vocabulary_, references_.kinds());
    for (std::size_t i = 0; i < chunk_.size(); ++i) {
      const RelationRows rows{rows_.type[chunk_.type[i]], rows_.from[i], rows_.to[i]};
      if (!admission.admits(rows)) return false;
      if (vocabulary_.types()[rows.type].succession == Succession::lineage)
        rows_.lineage.emplace_back(rows.from, rows.to);
    }
    return true;
  }

  const RelationChunk& chunk_;
  const References& references_;
  const Vocabulary& vocabulary_;
  ChunkRows rows_;
};

}  // namespace

std::optional<ChunkRows> rows_of(const RelationChunk& chunk, const References& references,
                                 const Vocabulary& vocabulary) {
  return RowFinder(chunk, references, vocabulary).run();
}

}  // namespace entente
