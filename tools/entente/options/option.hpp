#pragma once

/// One option of the tool as a row of a table: what it is called, what its value names, and where
/// it has an effect. Help, manual page, completion and the refusal of options that a call would
/// ignore all follow from these rows.

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace entente::tool {

/// What the value of an option, or an argument of a verb, names.
enum class Takes : std::uint8_t {
  text,
  number,
  choice,         ///< one of Option::choices
  format,         ///< a format that the verb answers in
  series,         ///< a measure of entities or ties, or one of a network as a whole
  view,           ///< of a picture
  entity,         ///< an id or a name of the dossier
  agreement,      ///< the same, of an agreement
  kind,           ///< of entities, in the dossier's vocabulary
  type,           ///< of relations, in the dossier's vocabulary
  source,         ///< a document of the dossier
  attribute,      ///< a numeric attribute of the dossier's relations
  any_attribute,  ///< an attribute of the dossier's entities or relations
  language,       ///< of names in the dossier
  date,
  file
};

/// Names that live as long as the program.
using Names = std::span<const std::string_view>;

/// Where an option has an effect. An empty list narrows nothing; all others must be met.
struct Where {
  Names views = {};  ///< of pictures
  Names measures = {};
  Names formats = {};  ///< of the answer
  Names inputs = {};   ///< "dossier", "snapshot"
  Names with = {};     ///< only beside one of these options
  Names without = {};  ///< beside none of these options
};

/// One option. Without a value name it is a flag.
struct Option {
  /// many: may be repeated, and holds comma lists; repeated: without those
  enum class Times : std::uint8_t { once, many, repeated };

  std::string_view name = {};   ///< with its dashes: "--depth"
  std::string_view value = {};  ///< how the help calls its value: "N"
  std::string_view help = {};
  std::vector<std::string_view> choices = {};      ///< the only values allowed; empty: any
  std::vector<std::string_view> suggestions = {};  ///< values to offer, beside any others
  Times times = Times::once;
  Takes takes = Takes::text;
  std::string_view alias = {};  ///< an older spelling, taken for one version more
  Where where = {};
};

/// Writes a table of options row by row.
class Rows {
 public:
  using Texts = std::initializer_list<std::string_view>;

  Rows& flag(std::string_view name, std::string_view help);
  Rows& valued(std::string_view name, std::string_view value, std::string_view help, Takes takes);
  /// May be repeated, and holds comma lists.
  Rows& listed(std::string_view name, std::string_view value, std::string_view help, Takes takes);
  /// May be repeated, with commas as they are.
  Rows& repeated(std::string_view name, std::string_view value, std::string_view help, Takes takes);
  Rows& choice(std::string_view name, std::string_view value, std::string_view help, Names choices);
  /// Further rows, as they are.
  Rows& rows(const std::vector<Option>& more);

  /// Where the row above has an effect.
  Rows& where(const Where& where);
  /// What the row above was called before.
  Rows& formerly(std::string_view alias);
  /// What the items of the list above may be.
  Rows& one_of(Names choices);
  /// What the value above is often.
  Rows& such_as(Names suggestions);

  [[nodiscard]] std::vector<Option> take() { return std::move(rows_); }

 private:
  std::vector<Option> rows_;
};

}  // namespace entente::tool
