#include <array>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/formats/database/named_columns.hpp"
#include "io/formats/datasets/alliance_dates.hpp"
#include "io/formats/datasets/dataset_readers.hpp"
#include "io/formats/foreign_records.hpp"
#include "text/countries.hpp"

namespace entente {
namespace {

constexpr NeededType alliance_tie = {"party_to", "is party to"};

/// The title row names all of these.
bool has_titles(std::string_view text, std::initializer_list<std::string_view> titles) {
  const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
  for (const std::string_view title : titles)
    if (head.find(title) == head.npos) return false;
  return true;
}

/// A number, or the text of a cell; `1.0` is 1.
Scalar value_of_cell(std::string_view cell) {
  const std::string_view digits = cell.ends_with(".0") ? cell.substr(0, cell.size() - 2) : cell;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error == std::errc() && end == digits.data() + digits.size()) return Scalar(number);
  return Scalar(std::string(cell));
}

std::string key_of(std::string_view cell) {
  if (cell.ends_with(".0")) cell.remove_suffix(2);
  return std::string(cell);
}

/// Columns that are no attributes of a membership.
template <std::size_t n>
void add_other_cells(Attributes& attributes, const NamedColumns& rows,
                     const std::array<std::string_view, n>& taken) {
  for (std::size_t i = 0; i < rows.names().size(); ++i) {
    const std::string& name = rows.names()[i];
    const std::string_view cell = rows.cell(i);
    bool is_taken = name.empty() || cell.empty() || cell == ".";
    for (const std::string_view one : taken) is_taken = is_taken || one == name;
    if (!is_taken) add_attribute(attributes, name, value_of_cell(cell));
  }
}

/// The columns that a date stands in.
struct DateColumns {
  std::string_view year, month, day;
};

/// A date as EDTF, or empty, and where it is from.
struct CellDate {
  std::string date;
  DateColumns columns;
};

/// The records of one data set.
class AllianceRecords {
 public:
  /// The data were gathered until the day `through`.
  AllianceRecords(ForeignReading& reading, std::string_view source, std::string_view title,
                  std::string_view through)
      : reading_(reading), records_(reading, std::string(source)), source_(source) {
    Entity& document = records_.entity(source_, "document", {});
    add_name(document.names, "en", title);
    add_attribute(document.attributes, "observed_through", Scalar(std::string(through)));
  }

  /// The country of a number of the Correlates of War.
  std::string country(std::string_view number, std::string_view name, ForeignPlace place) {
    const std::string key = key_of(number);
    Entity& country = records_.entity("cow-" + key, "country", place);
    if (country.codes.empty()) country.codes.emplace_back("cow", key);
    add_name(country.names, "en", name);
    if (country.names.empty()) add_known_name(country, key);
    return country.id;
  }

  /// A name that the data set does not print.
  static void add_known_name(Entity& country, const std::string& number) {
    unsigned cow = 0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), cow);
    if (parsed.ec != std::errc() || cow == 0) return;
    for (CountryNumber i = 0; i < all_countries.size(); ++i) {
      if (all_countries[i].cow != cow) continue;
      add_name(country.names, "en", Countries::name(i, "en"));
      country.attributes.emplace_back("names_not_printed",
                                      std::vector<Scalar>{Scalar(std::string("en"))});
    }
  }

  Entity& alliance(const std::string& id, const std::string& name, ForeignPlace place) {
    Entity& alliance = records_.entity(id, "agreement", place);
    add_name(alliance.names, "en", name);
    return alliance;
  }

  Relation& membership(const std::string& country, const std::string& alliance,
                       ForeignPlace place) {
    Relation& relation =
        records_.relate(alliance + "-" + country, alliance_tie, country, alliance, place);
    const std::string row = std::to_string(reading_.place_of(place).line);
    relation.evidence.push_back({source_, "row " + row, "", std::nullopt});
    return relation;
  }

  /// Whether the title row is that of the data set; else that is reported.
  [[nodiscard]] bool has_all(const NamedColumns& rows,
                             std::initializer_list<std::string_view> titles) {
    for (const std::string_view title : titles)
      if (!rows.has(title) && !reading_.stopped())
        reading_.stop(
            {}, {"missing-column", "the first row names no column `" + std::string(title) + "`",
                 "--from csv reads any table of nodes and edges"});
    return !reading_.stopped();
  }

  /// Reports a row that lacks what it is about.
  void refuse(ForeignPlace place, std::string_view column) {
    reading_.leave_out(place, {"missing-cell", "a row has no `" + std::string(column) + "`",
                               "every membership names its alliance and its member", "",
                               Severity::error, Concerns::record});
  }

  /// The date of three cells; a month or day that no calendar has is reported.
  std::string date(const NamedColumns& rows, const DateColumns& columns) {
    const std::string_view month = rows[columns.month];
    const std::string_view day = rows[columns.day];
    std::string date = date_of_cells(rows[columns.year], month, day);
    if (!date.empty() && names_more(date, month, day))
      reading_.lose(rows.place(),
                    {"no-such-day", "months and days that no calendar has are left out of dates",
                     "correct the table where they are slips"});
    return date;
  }

  /// The state between two dates. The cells of one that is none, and of both if they contradict
  /// each other, become attributes.
  std::optional<When> state(const NamedColumns& rows, const CellDate& start, const CellDate& end,
                            Attributes& attributes) {
    std::optional<When> when = state_between(start.date, end.date);
    const bool contradict = !when && !(start.date.empty() && end.date.empty());
    bool all_read = true;
    for (const CellDate* one : {&start, &end}) {
      const auto& [year, month, day] = one->columns;
      if (!contradict && !holds_no_date(rows[year], rows[month], rows[day])) continue;
      all_read = false;
      for (const std::string_view column : {year, month, day})
        if (!rows[column].empty()) add_attribute(attributes, column, value_of_cell(rows[column]));
    }
    if (!all_read) reading_.note_unread_dates(rows.place());
    return when;
  }

  void finish() { records_.add_all({"country", "", "", ""}); }

 private:
  ForeignReading& reading_;
  ForeignRecords records_;
  std::string source_;
};

constexpr std::array<std::string_view, 8> atop_taken = {"atopid", "member", "yrent",  "moent",
                                                        "dayent", "yrexit", "moexit", "dayexit"};
constexpr std::array<std::string_view, 15> cow_taken = {
    "version4id",   "ccode",       "state_name",    "all_st_day",    "all_st_month",
    "all_st_year",  "all_end_day", "all_end_month", "all_end_year",  "mem_st_day",
    "mem_st_month", "mem_st_year", "mem_end_day",   "mem_end_month", "mem_end_year"};

constexpr DateColumns atop_entry = {"yrent", "moent", "dayent"};
constexpr DateColumns atop_exit = {"yrexit", "moexit", "dayexit"};

/// The end of an ATOP membership: year 0 is in force, an empty one is not known.
CellDate atop_end(AllianceRecords& records, const NamedColumns& rows) {
  const std::string_view year = rows[atop_exit.year];
  if (year == "0" || year == "0.0") return {"..", atop_exit};
  return {records.date(rows, atop_exit), atop_exit};
}

/// Where a row of COW has the dates of an alliance, or of a membership.
struct CowColumns {
  DateColumns start, end;
};
constexpr CowColumns cow_alliance = {{"all_st_year", "all_st_month", "all_st_day"},
                                     {"all_end_year", "all_end_month", "all_end_day"}};
constexpr CowColumns cow_member = {{"mem_st_year", "mem_st_month", "mem_st_day"},
                                   {"mem_end_year", "mem_end_month", "mem_end_day"}};

/// A start that the data set cuts off is no later than what it says; an end that it cuts off has
/// not come.
std::optional<When> cow_state(AllianceRecords& records, const NamedColumns& rows,
                              const CowColumns& columns, Attributes& attributes) {
  std::string start = records.date(rows, columns.start);
  if (rows["left_censor"] == "1" && !start.empty()) start = "[.." + start + "]";
  std::string end = records.date(rows, columns.end);
  if (end.empty() && rows["right_censor"] == "1") end = "..";
  return records.state(rows, {std::move(start), columns.start}, {std::move(end), columns.end},
                       attributes);
}

}  // namespace

bool is_atop(std::string_view text) {
  return has_titles(text, {"atopid", "member", "yrent", "yrexit"});
}

void read_atop(ForeignReading& reading) {
  NamedColumns rows(reading);
  AllianceRecords records(reading, "atop", "Alliance Treaty Obligations and Provisions",
                          "2018-12-31");
  if (!records.has_all(rows, {"atopid", "member", "yrent", "yrexit"})) return;
  while (rows.next()) {
    const ForeignPlace place = rows.place();
    if (rows["atopid"].empty() || rows["member"].empty()) {
      records.refuse(place, rows["atopid"].empty() ? "atopid" : "member");
      continue;
    }
    const std::string key = key_of(rows["atopid"]);
    const std::string alliance = records.alliance("atop-" + key, "ATOP alliance " + key, place).id;
    Relation& relation =
        records.membership(records.country(rows["member"], "", place), alliance, place);
    relation.when = records.state(rows, {records.date(rows, atop_entry), atop_entry},
                                  atop_end(records, rows), relation.attributes);
    add_other_cells(relation.attributes, rows, atop_taken);
  }
  records.finish();
}

bool is_cow(std::string_view text) {
  return has_titles(text, {"version4id", "ccode", "mem_st_year", "mem_end_year"});
}

void read_cow(ForeignReading& reading) {
  NamedColumns rows(reading);
  AllianceRecords records(reading, "cow-alliances", "Correlates of War, Formal Alliances",
                          "2012-12-31");
  if (!records.has_all(rows, {"version4id", "ccode", "mem_st_year", "mem_end_year"})) return;
  while (rows.next()) {
    const ForeignPlace place = rows.place();
    if (rows["version4id"].empty() || rows["ccode"].empty()) {
      records.refuse(place, rows["version4id"].empty() ? "version4id" : "ccode");
      continue;
    }
    const std::string key = key_of(rows["version4id"]);
    Entity& alliance = records.alliance("cow-alliance-" + key, "COW alliance " + key, place);
    if (!alliance.when && alliance.attributes.empty())
      alliance.when = cow_state(records, rows, cow_alliance, alliance.attributes);
    const std::string id = alliance.id;
    Relation& relation =
        records.membership(records.country(rows["ccode"], rows["state_name"], place), id, place);
    relation.when = cow_state(records, rows, cow_member, relation.attributes);
    add_other_cells(relation.attributes, rows, cow_taken);
  }
  records.finish();
}

}  // namespace entente
