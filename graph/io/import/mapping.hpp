#pragma once

/// A mapping as its author wrote it: which tables, and which entities and relations their rows
/// make. The same words as in the mapping file (docs/mapping.md, data/schema/mapping.schema.json).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>

#include "base/text_map.hpp"
#include "text/countries.hpp"

namespace entente::import {

/// Where something stands in the mapping: a problem that lacks only its words.
using MappingPlace = Problem;

/// `"{yrent}-{moent}"`: texts, and columns by name, or by letter (`{=B}`), in braces.
struct TextTemplate {
  struct Part {
    std::string text;  ///< as it is, or the name of a column
    bool is_column = false;
    std::uint32_t slot = 0;  ///< of the column, once the table is known
  };
  std::vector<Part> parts = {};
  MappingPlace place = {};
};

/// What the order of day, month and year is where a date is written in numbers.
enum class DateOrder : std::uint8_t { unsaid, day_first, month_first, year_first };

/// What stands before the decimals of a number that is written as text.
enum class DecimalSign : std::uint8_t { point, comma };

/// What a code in a cell stands for.
enum class MissingCode : std::uint8_t { unknown, none, not_observed };

struct MissingCodes {
  std::vector<std::pair<std::string, MissingCode>> codes = {};
};

/// A text made from a row.
struct MappedValue {
  enum class Kind : std::uint8_t { text, slug, country, first, number, verbatim, split };

  Kind kind = Kind::text;
  TextTemplate text = {};               ///< unless made of others
  std::vector<MappedValue> inner = {};  ///< of `first` all, of others the one it is made of
  TextMap<std::string> map = {};
  std::optional<std::string> otherwise = {};  ///< what `map` has for all others
  CountrySystem system = CountrySystem::name_or_letters;
  DateOrder order = DateOrder::unsaid;
  std::optional<DecimalSign> decimal = {};  ///< of `number`; else as its column says
  std::string separator = {};               ///< of `split`
};

/// A date, or two ends of an interval.
struct MappedWhen {
  std::optional<MappedValue> at = {};
  std::optional<MappedValue> from = {};
  std::optional<MappedValue> to = {};
};

/// Whether a row counts: the text is, or is not, one of these.
struct MappedCondition {
  TextTemplate text = {};
  std::vector<std::string> values = {};
  bool negated = false;
};

using MappedTexts = std::vector<std::pair<std::string, MappedValue>>;

struct MappedEntity {
  MappedValue id = {};
  MappedValue kind = {};
  std::vector<std::pair<std::string, std::vector<MappedValue>>> names = {};
  MappedWhen when = {};
  MappedTexts codes = {};
  MappedTexts attributes = {};
  std::vector<MappedCondition> conditions = {};
  MappingPlace place = {};
};

/// An end of a relation: an id, or an entity that is made on the way.
struct MappedEnd {
  MappedValue id = {};
  std::optional<MappedEntity> entity = {};
};

struct MappedEvidence {
  MappedValue source = {};
  std::optional<MappedValue> at = {};
  std::optional<MappedValue> asserted_by = {};
  MappedWhen when = {};
};

struct MappedRelation {
  std::optional<MappedValue> id = {};
  MappedValue type = {};
  MappedEnd from = {};
  MappedEnd to = {};
  MappedWhen when = {};
  std::optional<MappedValue> modality = {};
  MappedTexts attributes = {};
  std::optional<std::vector<MappedEvidence>> evidence = {};
  std::vector<MappedCondition> conditions = {};
  MappingPlace place = {};
  std::uint32_t key_slot = 0;  ///< of the column whose cell `{cell}` is
};

/// Columns of another table, by a key: `{name.column}`.
struct MappedJoin {
  std::string name = {};
  std::string file = {};
  std::string sheet = {};
  std::string key = {};  ///< a column of the other table
  TextTemplate on = {};  ///< of this one
  MappingPlace place = {};
};

struct MappedSplit {
  std::string column = {};
  std::string separator = {};
  MappingPlace place = {};
};

struct MappedColumn {
  std::string name = {};
  DateOrder order = DateOrder::unsaid;
  DecimalSign decimal = DecimalSign::point;
  MissingCodes missing = {};
  TextMap<std::string> map = {};
  MappingPlace place = {};
};

struct MappedTable {
  std::string file = {};     ///< the name of the file, `*` for any characters; empty: any
  std::string sheet = {};    ///< empty: the first
  std::string query = {};    ///< of a database, instead of a sheet
  std::uint32_t header = 1;  ///< its row; 0: none
  std::optional<char> delimiter = {};
  std::vector<MappedColumn> columns = {};
  MissingCodes missing = {};
  std::vector<MappedCondition> conditions = {};
  std::vector<MappedSplit> splits = {};
  std::vector<MappedJoin> joins = {};
  std::vector<MappedEntity> entities = {};
  std::vector<MappedRelation> relations = {};
  MappingPlace place = {};
};

struct Mapping {
  std::vector<std::pair<std::string, std::string>> titles = {};
  std::vector<std::string> vocabularies = {};
  std::vector<std::string> languages = {};  ///< in which countries are named
  std::string observed_through = {};
  TextMap<std::string> countries = {};  ///< answers to what is not unique
  std::vector<Entity> entities = {};    ///< as they are
  std::vector<MappedTable> tables = {};
};

/// @throws DossierError with every problem, at its place in the text.
[[nodiscard]] Mapping read_mapping(std::string_view bytes, const std::string& name);

/// @throws DossierError `bad-template` for a brace without its partner.
[[nodiscard]] std::optional<TextTemplate> parse_template(std::string_view text);

}  // namespace entente::import
