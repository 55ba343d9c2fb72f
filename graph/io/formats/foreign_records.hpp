#pragma once

/// Records that a reader makes of another program's data, on their way into a dossier.

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>

#include "base/text_map.hpp"
#include "io/formats/foreign.hpp"
#include "io/formats/widened_vocabulary.hpp"

namespace entente {

/// Adds a record that is checked as those of a dossier are.
void add_checked(ForeignReading& reading, const Entity& entity, ForeignPlace place);
/// False if there are too many relations and reading must end.
[[nodiscard]] bool add_checked(ForeignReading& reading, const Relation& relation,
                               ForeignPlace place);

/// Gathers all records of an input before they are added: relations may name entities that come
/// later, or that the input only mentions.
class ForeignRecords {
 public:
  /// Borrows the reading; `vocabulary` names what is added to `diplomacy`.
  ForeignRecords(ForeignReading& reading, std::string vocabulary);

  /// The entity of that id, made if it is new; a kind given first stays.
  Entity& entity(const std::string& id, std::string_view kind, ForeignPlace place);
  [[nodiscard]] Entity* find(std::string_view id);
  /// A document for an address of the web, made if it is new; its id.
  std::string document_at(const std::string& url, ForeignPlace place);

  /// A relation of a type; `phrase` is for types that `diplomacy` lacks. An id that is taken gets a
  /// number: `X`, `X-2`, `X-3`.
  Relation& relate(std::string id, const NeededType& type, const std::string& from,
                   const std::string& to, ForeignPlace place);
  /// For a kind that `diplomacy` lacks; other kinds need not be declared.
  void need(const NeededKind& kind) { vocabulary_.need(kind); }

  /// Adds all: entities mentioned only, too, which get the kind `fallback`.
  void add_all(const NeededKind& fallback);

 private:
  struct Typed {
    std::string phrase;
    Symmetry symmetry = Symmetry::directed;
    Reading reading = Reading::interval;
  };
  template <typename Record>
  struct Placed {
    Record record;
    ForeignPlace place;
  };

  ForeignReading& reading_;
  WidenedVocabulary vocabulary_;
  std::deque<Placed<Entity>> entities_;
  TextMap<std::size_t> index_;
  std::deque<Placed<Relation>> relations_;
  TextMap<std::size_t> relation_ids_;
  std::map<std::string, Typed, std::less<>> types_;
  TextMap<std::string> documents_;  // by address
};

/// Appends a text to the attribute of that name; a second one makes it a list. Equal ones count
/// once.
void add_attribute(Attributes& attributes, std::string_view name, Scalar value);
/// Appends a name unless the language has it.
void add_name(Names& names, std::string_view language, std::string_view name);

/// An EDTF date of `2010-05-06`, no more precise than what is there: zeros (`2010-00-00`) are
/// unknown parts, what stands behind a day is dropped; or a date of EDTF that says its doubt
/// (`2010-05~`). Empty if it is no date.
[[nodiscard]] std::string plain_date(std::string_view text);
/// The state between two ends, each a date, `..` or empty; nothing if both are empty or they are no
/// dates, or end before they start.
[[nodiscard]] std::optional<When> state_between(const std::string& start, const std::string& end);
/// The date, if it is one.
[[nodiscard]] std::optional<When> date_of(const std::string& text);
/// One of several dates: `[a,b]`; the date itself if there is one; empty if there is none.
[[nodiscard]] std::string one_of(const std::vector<std::string>& dates);

}  // namespace entente
