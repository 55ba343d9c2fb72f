#include <algorithm>
#include <cctype>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/text/language.hpp>
#include <entente/words/sentence.hpp>

#include "words/date_words.hpp"
#include "words/plans.hpp"
#include "words/sentence_of.hpp"
#include "words/together.hpp"
#include "words/wording.hpp"

namespace entente {

namespace {

bool has_spaces(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

/// "Russia's attack on Ukraine" takes no article, and "The Pact" has one.
bool has_article(std::string_view name) {
  const std::string_view first = name.substr(0, name.find(' '));
  return first == "the" || first == "The" || first.ends_with("'s") || first.ends_with("’s");
}

/// What a sentence states of a relation beside its ends.
struct Stated {
  std::optional<When> when;
  std::vector<Evidence> evidence;
};

class Sentence {
 public:
  Sentence(const Graph& graph, RelationId relation, Stated stated, std::string_view languages,
           DateForm form = DateForm::written)
      : graph_(graph),
        relation_(relation),
        stated_(std::move(stated)),
        languages_(LanguagePreference::parse(languages)),
        voice_(languages_, form) {}

  std::string text(Orientation orientation) const {
    std::string text = statement(orientation);
    if (stated_.when)
      text += voice_.filled(SentenceWord::date_bracket,
                            {date_phrase(*stated_.when, graph_.type(relation_).reading, voice_)});
    return text.append(worded_as_plan(orientation) ? std::string_view() : modality()) + sources();
  }

  /// Of several that lead to one thing.
  std::string together(std::span<const RelationId> relations, std::string_view time) const {
    constexpr std::string_view subject = "{from} ";
    std::vector<std::string> subjects;
    for (const RelationId each : relations)
      if (std::string one = name(graph_.from(each));
          std::ranges::find(subjects, one) == subjects.end())
        subjects.push_back(std::move(one));
    const std::string object = name(graph_.to(relation_));
    std::optional<std::string> pattern = pattern_of_one();
    if (pattern && subjects.size() > 1 && voice_.language() == "en" &&
        pattern->starts_with(subject))
      pattern = std::string(subject) + as_plural(pattern->substr(subject.size()));
    std::string text =
        pattern ? filled(*pattern, listed(subjects), object)
                : sentence(graph_.type(relation_), listed(subjects), object, languages_.tags());
    if (text.starts_with("the ")) text[0] = 'T';
    if (!worded_as_plan(Orientation::forward)) text += modality();
    if (time.empty()) return text;
    if (is_written_in_han(voice_.language()))
      return text + voice_.filled(SentenceWord::date_bracket, {time});
    return text + std::string(comma_of(voice_.language())) + std::string(time);
  }

  std::string source(const Evidence& evidence) const {
    std::string text = evidence.source;
    if (!evidence.at.empty()) text += " " + evidence.at;
    if (!evidence.asserted_by.empty()) {
      const auto asserter = graph_.entity(evidence.asserted_by);
      text += ", " +
              voice_.filled(SentenceWord::asserted_by,
                            {asserter ? graph_.name(*asserter, languages_) : evidence.asserted_by});
    }
    if (evidence.when)
      text += ", " + voice_.filled(SentenceWord::dated, {voice_.date(evidence.when->text())});
    return text;
  }

 private:
  std::string statement(Orientation orientation) const {
    const RelationType& type = graph_.type(relation_);
    const bool inverse = orientation == Orientation::inverse;
    EntityId subject = graph_.from(relation_);
    EntityId object = graph_.to(relation_);
    const bool swapped =
        inverse && (type.symmetry == Symmetry::symmetric || has_inverse_sentence(type));
    if (swapped) std::swap(subject, object);
    std::string text;
    if (const auto plan = worded_as_plan(orientation))
      text = filled(*plan, name(subject), name(object));
    else if (swapped && type.symmetry == Symmetry::directed)
      text = name(subject) + " " + std::string(label(type.inverse, languages_.tags())) + " " +
             name(object);
    else
      text = sentence(type, name(subject), name(object), languages_.tags());
    if (text.starts_with("the ")) text[0] = 'T';
    return text;
  }

  /// A sentence with `{from}` and `{to}` for its subject and its object that words a plan or an
  /// expectation as such; none where that is said behind the sentence.
  std::optional<std::string> worded_as_plan(Orientation orientation) const {
    const RelationType& type = graph_.type(relation_);
    const std::string_view language = voice_.language();
    const bool inverse = orientation == Orientation::inverse && has_inverse_sentence(type) &&
                         type.symmetry == Symmetry::directed;
    const auto own = [&](const Labels& labels) -> std::string_view {
      for (const auto& [tag, text] : labels)
        if (tag == language) return text;
      return {};
    };
    const bool composed = language == "en" && own(type.sentence).empty();
    const std::string_view words = !composed ? own(type.sentence)
                                   : inverse ? own(type.inverse)
                                             : own(type.forward);
    if (words.empty()) return std::nullopt;
    const auto plan = as_plan(words, language, graph_.modality(relation_));
    if (!plan || !composed) return plan;
    return "{from} " + *plan + " {to}";
  }

  /// The same of what needs not be a plan, in English.
  std::optional<std::string> pattern_of_one() const {
    if (auto plan = worded_as_plan(Orientation::forward)) return plan;
    const RelationType& type = graph_.type(relation_);
    const bool has_own = std::ranges::any_of(
        type.sentence, [&](const auto& own) { return own.first == voice_.language(); });
    if (voice_.language() != "en" || has_own) return std::nullopt;
    return "{from} " + std::string(label(type.forward, languages_.tags())) + " {to}";
  }

  /// "A, B and C".
  std::string listed(const std::vector<std::string>& names) const {
    std::string text = names.front();
    for (std::size_t i = 1; i < names.size(); ++i)
      text = i + 1 == names.size()
                 ? voice_.filled(SentenceWord::both, {text, names[i]})
                 : text + std::string(list_comma_of(voice_.language())) + names[i];
    return text;
  }

  static std::string filled(std::string text, const std::string& subject,
                            const std::string& object) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view rest = std::string_view(text).substr(at);
      if (rest.starts_with("{from}")) {
        result += subject;
        at += 6;
      } else if (rest.starts_with("{to}")) {
        result += object;
        at += 4;
      } else {
        result += text[at++];
      }
    }
    return result;
  }

  // Only in languages whose word order is subject, verb, object does the inverse label make a
  // sentence; the others word the fact from its own beginning.
  bool has_inverse_sentence(const RelationType& type) const {
    return voice_.language() == "en" && !type.inverse.empty();
  }

  std::string name(EntityId entity) const {
    const std::string name(graph_.name(entity, languages_));
    const Vocabulary& vocabulary = graph_.vocabulary();
    const std::string_view kind = graph_.kind(entity);
    const bool named_after_a_noun =
        vocabulary.is_a(kind, "agreement") || vocabulary.is_a(kind, "event");
    if (voice_.language() == "en" && named_after_a_noun && has_spaces(name) && !has_article(name))
      return "the " + name;
    return name;
  }

  /// Nothing for a fact.
  std::string_view modality() const {
    switch (graph_.modality(relation_)) {
      case Modality::plan:
        return voice_.text(SentenceWord::plan);
      case Modality::expectation:
        return voice_.text(SentenceWord::expectation);
      case Modality::claim:
        return voice_.text(SentenceWord::claim);
      case Modality::derived:
        return voice_.text(SentenceWord::derived);
      case Modality::fact:
        break;
    }
    return {};
  }

  std::string sources() const {
    std::string list;
    for (const Evidence& evidence : stated_.evidence)
      list += (list.empty() ? " [" : "; ") + source(evidence);
    return list.empty() ? list : list + "]";
  }

  const Graph& graph_;
  const RelationId relation_;
  const Stated stated_;
  const LanguagePreference languages_;
  const SentenceVoice voice_;
};

std::string inferred_end(Day last, std::string_view closer, const SentenceVoice& voice) {
  if (last == day_max) return voice.filled(SentenceWord::inferred_end_undated, {{}, closer});
  return voice.filled(SentenceWord::inferred_end, {voice.date(format_day(last)), closer});
}

std::string inferred_end(const Graph& graph, const InferredEnd& end, const SentenceVoice& voice) {
  if (!end.qualified || end.ends_by == day_max)
    return inferred_end(end.ends_by, graph.id(end.by), voice);
  return voice.filled(
      SentenceWord::inferred_end,
      {voice.filled(SentenceWord::about, {voice.date(format_day(end.ends_by))}), graph.id(end.by)});
}

std::string seen_from(const Graph& graph, RelationId relation, const Viewpoint& viewpoint,
                      std::string_view languages, Orientation orientation, DateForm form) {
  const Sentence sentence(graph, relation, {viewpoint.when(relation), viewpoint.evidence(relation)},
                          languages, form);
  std::string text = sentence.text(orientation);
  if (const auto end = viewpoint.shown_end(relation))
    text += inferred_end(graph, *end, SentenceVoice(LanguagePreference::parse(languages), form));
  return text;
}

}  // namespace

std::string describe(const Graph& graph, RelationId relation, std::string_view languages,
                     Orientation orientation) {
  return Sentence(graph, relation, {graph.when(relation), graph.evidence(relation)}, languages)
      .text(orientation);
}

std::string describe(const Graph& graph, RelationId relation, const Viewpoint& viewpoint,
                     std::string_view languages, Orientation orientation) {
  return seen_from(graph, relation, viewpoint, languages, orientation, DateForm::written);
}

std::string describe_with_worded_dates(const Graph& graph, RelationId relation,
                                       const Viewpoint& viewpoint, std::string_view languages) {
  return seen_from(graph, relation, viewpoint, languages, Orientation::forward, DateForm::worded);
}

std::string describe_as(const Graph& graph, RelationId relation, const std::optional<When>& when,
                        const std::vector<Evidence>& evidence, std::string_view languages) {
  return Sentence(graph, relation, {when, evidence}, languages).text(Orientation::forward);
}

std::string describe_together(const Graph& graph, std::span<const RelationId> relations,
                              std::string_view time, std::string_view languages) {
  return Sentence(graph, relations.front(), {}, languages).together(relations, time);
}

std::string describe_source(const Graph& graph, const Evidence& evidence,
                            std::string_view languages) {
  return Sentence(graph, {}, {}, languages).source(evidence);
}

std::string describe(const When& when, Reading reading, std::string_view languages) {
  return date_phrase(when, reading, SentenceVoice(LanguagePreference::parse(languages)));
}

std::string describe_inferred_end(Day last, std::string_view closer, std::string_view languages) {
  return inferred_end(last, closer, SentenceVoice(LanguagePreference::parse(languages)));
}

std::string describe_inferred_end(const Graph& graph, const InferredEnd& end,
                                  std::string_view languages) {
  return inferred_end(graph, end, SentenceVoice(LanguagePreference::parse(languages)));
}

}  // namespace entente
