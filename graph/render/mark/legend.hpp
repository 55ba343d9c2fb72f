#pragma once

/// Legends: marks and their words.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/vocabulary.hpp>
#include <entente/render/page.hpp>
#include <entente/text/language.hpp>

namespace entente {

/// Gathers the marks of a drawing and explains every aspect of them once: classes in the order and
/// the words of a vocabulary, then how states begin and end, doubt, reports, changes.
class Legend {
 public:
  Legend(const Vocabulary& vocabulary, const Style& style, const LanguagePreference& languages)
      : vocabulary_(vocabulary), style_(style), languages_(languages) {}

  /// An entity of that kind is drawn so.
  void add_entity(std::string_view kind, const Mark& mark);
  /// A relation of that type is drawn so.
  void add_relation(std::string_view type, const Mark& mark);
  /// Anything else, in words of its own, or in those that every picture has for it.
  void add(const Mark& mark, const Phrase& label = {});

  /// Alike looks on one line.
  [[nodiscard]] std::vector<LegendEntry> entries() const;

 private:
  using Classes = std::map<std::string, std::vector<Mark>, std::less<>>;

  /// All aspects but the class, which is returned if there is one.
  std::vector<Mark> add_all_but_class(const Mark& mark);

  const Vocabulary& vocabulary_;
  const Style& style_;
  const LanguagePreference& languages_;
  Classes kinds_ = {};
  Classes types_ = {};
  std::map<Mark, Phrase> others_ = {};
};

/// A legend with another behind it: each look once, with all its words.
void add_legend(std::vector<LegendEntry>& legend, const std::vector<LegendEntry>& more,
                const Style& style);

}  // namespace entente
