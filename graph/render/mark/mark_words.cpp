#include "render/mark/mark_words.hpp"

#include <array>

#include "words/chart_words.hpp"
#include "words/picture_words.hpp"

namespace entente {
namespace {

Word word_of(Why doubt) {
  switch (doubt) {
    case Why::published:
      return Word::doubt_published;
    case Why::identity:
      return Word::doubt_identity;
    case Why::no_start_reported:
      return Word::doubt_no_start;
    case Why::no_end_reported:
      return Word::doubt_no_end;
    case Why::witness:
      return Word::doubt_witness;
    case Why::inferred:
      return Word::doubt_inferred;
    case Why::undated:
      return Word::doubt_undated;
    case Why::imprecise:
    case Why::none:
      break;
  }
  return Word::possible_legend;
}

Word word_of(BarEnd end) {
  switch (end) {
    case BarEnd::unreported:
      return Word::unknown_end;
    case BarEnd::open:
      return Word::open_end;
    case BarEnd::inferred:
      return Word::doubt_inferred;
    case BarEnd::coarse:
    case BarEnd::sharp:
      break;
  }
  return Word::fading;
}

Word word_of(Change change) {
  return change == Change::appeared ? Word::appeared
         : change == Change::ended  ? Word::ended
                                    : Word::persisted;
}

Word word_of(DateSign sign) {
  constexpr std::array words = {Word::approximate_date, Word::doubtful_date, Word::unknown_date,
                                Word::earliest_date, Word::latest_date};
  return words[static_cast<std::size_t>(sign)];
}

/// The words of every kind of mark.
struct Speaker {
  const LanguagePreference& languages;

  Phrase operator()(const NodeMark& mark) const {
    return mark.doubt != Why::none ? word(word_of(mark.doubt), languages)
                                   : modality_mark(mark.modality, languages);
  }
  Phrase operator()(const LineMark& mark) const {
    if (mark.doubt != Why::none) return word(word_of(mark.doubt), languages);
    if (mark.modality != Modality::fact) return modality_mark(mark.modality, languages);
    return word(word_of(mark.change), languages);
  }
  Phrase operator()(const BarMark& mark) const {
    if (mark.doubt == Why::witness) return word(Word::attested, languages);
    if (mark.doubt != Why::none) return word(word_of(mark.doubt), languages);
    if (mark.modality != Modality::fact) return modality_mark(mark.modality, languages);
    if (mark.end != BarEnd::sharp) return word(word_of(mark.end), languages);
    return word(Word::state, languages);
  }
  Phrase operator()(const MomentMark& mark) const {
    if (mark.doubt != Why::none) return word(word_of(mark.doubt), languages);
    if (mark.modality != Modality::fact) return modality_mark(mark.modality, languages);
    return word(mark.reading == Reading::instant ? Word::act : Word::state, languages);
  }
  Phrase operator()(const CountMark& mark) const {
    return word(mark.doubt != Why::none ? word_of(mark.doubt) : Word::dyad_count, languages);
  }
  Phrase operator()(const ValueMark& mark) const {
    return chart_word(mark.kind == ValueKind::certain ? ChartWord::certain : ChartWord::possible,
                      languages);
  }
  Phrase operator()(const DayMark&) const { return {}; }
  Phrase operator()(DateSign sign) const { return word(word_of(sign), languages); }
};

}  // namespace

Phrase words_of(const Mark& mark, const LanguagePreference& languages) {
  return std::visit(Speaker{languages}, mark);
}

}  // namespace entente
