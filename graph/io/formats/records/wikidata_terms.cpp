#include "io/formats/records/wikidata_terms.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <utility>

#include <entente/time/day.hpp>

namespace entente {
namespace {

constexpr NeededType kin = {"family_of", "is family of", Symmetry::symmetric};
constexpr NeededType associate = {"associated_with", "is associated with", Symmetry::symmetric};

constexpr std::array<WikidataTie, 40> wikidata_ties = {{
    {"P39", {"holds_post", "holds the post of"}, false, "person", "post", {}},
    {"P463", {"member_of", "is a member of"}, false, {}, "organisation", {}},
    {"P102", {"member_of", "is a member of"}, false, "person", "organisation", {}},
    {"P108", {"employed_by", "is employed by"}, false, "person", "organisation", {}},
    {"P22", kin, false, "person", "person", "father"},
    {"P25", kin, false, "person", "person", "mother"},
    {"P26", kin, false, "person", "person", "spouse"},
    {"P40", kin, false, "person", "person", "child"},
    {"P3373", kin, false, "person", "person", "sibling"},
    {"P1038", kin, false, "person", "person", "relative"},
    {"P451", associate, false, "person", "person", "partner"},
    {"P3342", associate, false, "person", "person", "significant person"},
    {"P1416", associate, false, "person", "organisation", "affiliation"},
    {"P127", {"owns", "owns"}, true, {}, {}, {}},
    {"P1830", {"owns", "owns"}, false, {}, {}, {}},
    {"P169", {"leads", "leads"}, true, "person", "organisation", "chief executive officer"},
    {"P488", {"leads", "leads"}, true, "person", "organisation", "chairperson"},
    {"P6", {"leads", "leads"}, true, "person", {}, "head of government"},
    {"P35", {"leads", "leads"}, true, "person", {}, "head of state"},
    {"P3975", {"leads", "leads"}, true, "person", "organisation", "secretary general"},
    {"P112", {"founded", "founded"}, true, {}, "organisation", {}},
    {"P361", {"part_of", "is part of"}, false, {}, {}, {}},
    {"P527", {"part_of", "is part of"}, true, {}, {}, {}},
    {"P749", {"part_of", "is part of"}, false, "organisation", "organisation", {}},
    {"P355", {"part_of", "is part of"}, true, "organisation", "organisation", {}},
    {"P1344", {"attended", "attended"}, false, {}, "event", {}},
    {"P710", {"attended", "attended"}, true, {}, "event", {}},
    {"P1891", {"signed", "signed"}, true, {}, "agreement", {}},
    {"P530",
     {"diplomatic_relations_with", "has diplomatic relations with", Symmetry::symmetric},
     false,
     "country",
     "country",
     {}},
    {"P1365", {"succeeds", "succeeds"}, false, {}, {}, {}},
    {"P1366", {"succeeds", "succeeds"}, true, {}, {}, {}},
    {"P276", {"located_in", "is located in"}, false, {}, "place", {}},
    {"P159", {"located_in", "is located in"}, false, {}, "place", "headquarters"},
    {"P131", {"located_in", "is located in"}, false, {}, "place", {}},
    {"P17", {"located_in", "is located in"}, false, {}, "country", {}},
    {"P50", {"authored", "authored"}, true, "person", "document", {}},
    {"P123", {"published", "published"}, true, "publisher", "document", {}},
    {"P921", {"about", "is about"}, false, "document", {}, {}},
    {"P607", {"attended", "attended"}, false, {}, "event", "conflict"},
    {"P27", {"citizen_of", "is a citizen of"}, false, "person", "country", {}},
}};

using ClassKind = std::pair<std::string_view, std::string_view>;
constexpr std::array<ClassKind, 44> wikidata_classes = {{
    {"Q5", "person"},
    {"Q6256", "country"},
    {"Q3624078", "country"},
    {"Q7275", "country"},
    {"Q3024240", "country"},
    {"Q43229", "organisation"},
    {"Q484652", "organisation"},
    {"Q245065", "organisation"},
    {"Q1127126", "organisation"},
    {"Q7278", "organisation"},
    {"Q4830453", "organisation"},
    {"Q783794", "organisation"},
    {"Q6881511", "organisation"},
    {"Q891723", "organisation"},
    {"Q79913", "organisation"},
    {"Q163740", "organisation"},
    {"Q3918", "organisation"},
    {"Q31855", "organisation"},
    {"Q2659904", "organisation"},
    {"Q327333", "organisation"},
    {"Q192350", "organisation"},
    {"Q1140733", "organisation"},
    {"Q1752346", "organisation"},
    {"Q11032", "publisher"},
    {"Q192283", "publisher"},
    {"Q2085381", "publisher"},
    {"Q131569", "agreement"},
    {"Q625298", "agreement"},
    {"Q252550", "agreement"},
    {"Q1864008", "agreement"},
    {"Q4164871", "post"},
    {"Q294414", "post"},
    {"Q1656682", "event"},
    {"Q1190554", "event"},
    {"Q2761147", "event"},
    {"Q625994", "event"},
    {"Q1072326", "event"},
    {"Q198", "event"},
    {"Q515", "place"},
    {"Q1549591", "place"},
    {"Q486972", "place"},
    {"Q571", "document"},
    {"Q13442814", "document"},
    {"Q5707594", "document"},
}};

constexpr std::string_view julian = "Q1985786";

struct CivilTime {
  int year = 0;  // astronomical: the year before 1 is 0
  unsigned month = 0;
  unsigned day = 0;
};

/// `+1995-01-01T00:00:00Z`
bool read_time(std::string_view text, CivilTime& time) {
  if (text.empty()) return false;
  const bool before = text.front() == '-';
  if (before || text.front() == '+') text.remove_prefix(1);
  const char* const end = text.data() + text.size();
  std::int64_t year = 0;
  const auto [month, year_error] = std::from_chars(text.data(), end, year);
  if (year_error != std::errc() || month == end || *month != '-') return false;
  const auto [day, month_error] = std::from_chars(month + 1, end, time.month);
  if (month_error != std::errc() || day == end || *day != '-') return false;
  if (std::from_chars(day + 1, end, time.day).ec != std::errc()) return false;
  if (year > 9999 || year < 0 || (before && year == 0)) return false;
  time.year = static_cast<int>(before ? 1 - year : year);
  return true;
}

std::string year_text(int year) {
  std::string digits = std::to_string(year < 0 ? -year : year);
  digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
  return (year < 0 ? "-" : "") + digits;
}

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The day number of a day in the Julian calendar: with a March-based year, in which leap days are
/// the last.
Day julian_day(int year, unsigned month, unsigned day) {
  const int y = month > 2 ? year : year - 1;
  const int floor_quarter = y >= 0 ? y / 4 : (y - 3) / 4;
  const auto day_of_year =
      static_cast<int>((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1);
  constexpr int days_to_1970 = 719'470;  // from 1 March of the year 0, in that calendar
  return static_cast<Day>(365 * y + floor_quarter + day_of_year - days_to_1970);
}

std::string day_text(const CivilTime& time, bool is_julian) {
  if (time.month == 0 || time.month > 12 || time.day == 0 || time.day > 31) return {};
  if (is_julian) return format_day(julian_day(time.year, time.month, time.day));
  return year_text(time.year) + "-" + two_digits(time.month) + "-" + two_digits(time.day);
}

/// A month of the other calendar lies in two of ours.
std::string month_text(const CivilTime& time, bool is_julian) {
  if (time.month == 0 || time.month > 12) return {};
  if (!is_julian) return year_text(time.year) + "-" + two_digits(time.month);
  const Day first = julian_day(time.year, time.month, 1);
  const Day next =
      time.month == 12 ? julian_day(time.year + 1, 1, 1) : julian_day(time.year, time.month + 1, 1);
  return "[" + format_day(first) + ".." + format_day(next - 1) + "]";
}

/// Years counted from 1: the 20th century is 1901 to 2000.
std::string span_text(int year, int length) {
  if (year < 1) return {};
  const int first = (year - 1) / length * length + 1;
  return "[" + year_text(first) + ".." + year_text(first + length - 1) + "]";
}

}  // namespace

const WikidataTie* find_wikidata_tie(std::string_view property) {
  const auto* found =
      std::find_if(wikidata_ties.begin(), wikidata_ties.end(),
                   [&](const WikidataTie& tie) { return tie.property == property; });
  return found == wikidata_ties.end() ? nullptr : found;
}

std::string_view kind_of_wikidata(std::string_view item) {
  const auto* found = std::find_if(wikidata_classes.begin(), wikidata_classes.end(),
                                   [&](const ClassKind& one) { return one.first == item; });
  return found == wikidata_classes.end() ? std::string_view() : found->second;
}

std::string wikidata_date(std::string_view time, int precision, std::string_view calendar) {
  CivilTime read;
  if (!read_time(time, read)) return {};
  const bool is_julian = calendar.ends_with(julian);
  if (precision >= 11) return day_text(read, is_julian);
  if (precision == 10) return month_text(read, is_julian);
  if (precision == 9) return year_text(read.year);
  if (precision == 8 && read.year >= 0) return year_text(read.year / 10 * 10).substr(0, 3) + "X";
  if (precision == 7) return span_text(read.year, 100);
  return precision == 6 ? span_text(read.year, 1000) : std::string();
}

}  // namespace entente
