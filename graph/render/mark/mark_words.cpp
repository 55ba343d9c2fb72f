#include "render/mark/mark_words.hpp"

#include "render/mark/mark_classes.hpp"
#include "words/chart_words.hpp"
#include "words/picture_words.hpp"
#include "words/region_words.hpp"
#include "words/why_words.hpp"

namespace entente {
namespace {

Word word_of(BarEnd end) {
  switch (end) {
    case BarEnd::unreported:
      return Word::unknown_end;
    case BarEnd::open:
      return Word::open_end;
    case BarEnd::inferred:
    case BarEnd::coarse:
    case BarEnd::sharp:
      break;
  }
  return Word::fading;
}

Word word_of(Change change) {
  return change == Change::appeared   ? Word::appeared
         : change == Change::ended    ? Word::ended
         : change == Change::happened ? Word::happened
                                      : Word::persisted;
}

/// The words of every kind of mark.
struct Speaker {
  const LanguagePreference& languages;

  [[nodiscard]] Phrase reason(Why why) const { return why_phrase(to_string(why), languages); }

  /// A broken line only may be so.
  [[nodiscard]] Phrase doubt(Why why) const {
    const Phrase plain = reason(why);
    if (!is_broken(why)) return plain;
    return {worded(Word::possible_as, languages, plain.text), plain.language};
  }

  Phrase operator()(const NodeMark& mark) const {
    if (mark.certainty != Verdict::yes) return word(Word::only_possible_then, languages);
    return mark.doubt != Why::none ? reason(mark.doubt) : modality_mark(mark.modality, languages);
  }
  Phrase operator()(const LineMark& mark) const {
    if (mark.doubt != Why::none) return doubt(mark.doubt);
    if (mark.modality != Modality::fact) return modality_mark(mark.modality, languages);
    if (mark.sureness == Sureness::certain) return word(Word::certain, languages);
    return word(word_of(mark.change), languages);
  }
  Phrase operator()(const BarMark& mark) const {
    if (mark.doubt == Why::witness) return word(Word::attested, languages);
    if (mark.doubt != Why::none) return doubt(mark.doubt);
    if (mark.modality != Modality::fact) return modality_mark(mark.modality, languages);
    if (mark.end == BarEnd::inferred) return reason(Why::inferred);
    if (mark.end != BarEnd::sharp) return word(word_of(mark.end), languages);
    return word(Word::state, languages);
  }
  Phrase operator()(const MomentMark& mark) const {
    if (mark.doubt != Why::none) return doubt(mark.doubt);
    if (mark.modality != Modality::fact) return modality_mark(mark.modality, languages);
    return word(mark.reading == Reading::instant ? Word::act : Word::state, languages);
  }
  Phrase operator()(const CountMark& mark) const {
    return mark.doubt != Why::none ? doubt(mark.doubt) : word(Word::dyad_count, languages);
  }
  Phrase operator()(const ValueMark& mark) const {
    return chart_word(mark.kind == ValueKind::certain ? ChartWord::certain : ChartWord::possible,
                      languages);
  }
  Phrase operator()(const DayMark&) const { return {}; }
  // Scales come with words of their own.
  Phrase operator()(const TintMark&) const { return {}; }
  Phrase operator()(const SizeMark&) const { return {}; }
  Phrase operator()(const WidthMark&) const { return {}; }
  Phrase operator()(const RegionMark&) const { return region_word(RegionWord::region, languages); }
  Phrase operator()(const BundleMark&) const { return region_word(RegionWord::bundle, languages); }
  Phrase operator()(const ContextMark&) const { return word(Word::surroundings, languages); }
  Phrase operator()(const GhostMark& mark) const {
    return word(mark.change == Change::ended ? Word::gone_since : Word::absent_then, languages);
  }
};

}  // namespace

Phrase words_of(const Mark& mark, const LanguagePreference& languages) {
  return std::visit(Speaker{languages}, mark);
}

}  // namespace entente
