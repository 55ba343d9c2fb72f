#include "io/import/evaluation.hpp"

#include <algorithm>
#include <utility>

#include <entente/time/date_error.hpp>

#include "base/ascii.hpp"
#include "io/import/binding.hpp"
#include "io/import/cell_parts.hpp"
#include "io/import/import_date.hpp"
#include "io/json/number_text.hpp"

namespace entente::import {
namespace {

/// How many dates of a kind are remembered: a century of days.
constexpr std::size_t most_dates_kept = 1 << 16;

/// `2010`, `2010-05`, `2010-05-01`: read sooner than looked up.
bool is_plain_date(std::string_view text) {
  constexpr std::size_t longest = 10;
  return text.size() <= longest && text.find_first_not_of("0123456789-") == text.npos;
}

/// Whether it is one of these, and of a day that every month has: EDTF as it stands.
bool is_right_date(std::string_view text) {
  constexpr std::size_t month_at = 5;
  constexpr std::size_t day_at = 8;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == month_at - 1 || i == day_at - 1 ? text[i] != '-' : !is_ascii_digit(text[i]))
      return false;
  const auto part = [text](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  if (text.size() > month_at && (part(month_at) < 1 || part(month_at) > 12)) return false;
  return text.size() < day_at || (part(day_at) >= 1 && part(day_at) <= 28);
}

/// The slot of a value, or the first column for what has none.
std::uint32_t slot_or_first(const MappedValue& value) {
  const std::uint32_t slot = first_slot(value);
  return slot == RowView::no_slot ? 0 : slot;
}

/// The only column that a value is made of, without anything around it.
std::optional<std::uint32_t> only_column(const MappedValue& value) {
  if (value.kind != MappedValue::Kind::text && value.kind != MappedValue::Kind::number)
    return std::nullopt;
  if (!value.inner.empty()) return only_column(value.inner.front());
  if (value.text.parts.size() != 1 || !value.text.parts.front().is_column) return std::nullopt;
  return value.text.parts.front().slot;
}

std::string listed_countries(const std::vector<CountryNumber>& countries) {
  std::string list;
  for (const CountryNumber country : countries) {
    const Country& row = all_countries[country];
    list += (list.empty() ? "" : " or ") + std::string(row.id);
    if (!row.iso3.empty()) list += " (" + std::string(row.iso3) + ")";
  }
  return list;
}

const MappedValue& innermost(const MappedValue& value) {
  const MappedValue* at = &value;
  while (at->kind != MappedValue::Kind::first && !at->inner.empty()) at = &at->inner.front();
  return *at;
}

/// What the source keeps a cell as that a text is of; a text itself for all else.
tables::CellKind kind_of_cell(const std::optional<std::uint32_t>& column, std::string_view text,
                              const RowView& row) {
  const bool is_cell = column && *column < row.column_count() && row.text(*column) == text;
  return is_cell ? row.kind(*column) : tables::CellKind::text;
}

/// Whether a text is that of one cell, which the source keeps as a number with decimals.
bool is_decimal_cell(const MappedValue& value, std::string_view text, const RowView& row) {
  if (value.kind == MappedValue::Kind::first)
    return std::any_of(value.inner.begin(), value.inner.end(),
                       [&](const MappedValue& each) { return is_decimal_cell(each, text, row); });
  const bool has_decimals = text.find_first_of(".eE") != text.npos;
  return has_decimals && kind_of_cell(only_column(value), text, row) == tables::CellKind::number;
}

CellState state_of_value(const MappedValue& value, const RowView& row) {
  const std::uint32_t slot = first_slot(value);
  return slot == RowView::no_slot ? CellState::given : row.state(slot);
}

}  // namespace

Evaluation::Evaluation(const Mapping& mapping) : mapping_(mapping) {}

std::vector<NamedCountry> Evaluation::take_countries() {
  return std::exchange(named_, {});
}

std::string Evaluation::raw_text(const MappedValue& value, const RowView& row) {
  if (value.kind == MappedValue::Kind::first) {
    for (const MappedValue& each : value.inner)
      if (std::string text = this->text(each, row); !text.empty()) return text;
    return {};
  }
  if (!value.inner.empty()) return text(value.inner.front(), row);
  // A template all of whose columns are empty is empty, whatever stands around them.
  bool has_column = false;
  bool has_value = false;
  for (const TextTemplate::Part& part : value.text.parts) {
    has_column |= part.is_column;
    has_value |= part.is_column && !row.text(part.slot).empty();
  }
  return has_column && !has_value ? std::string() : row.fill(value.text);
}

std::string Evaluation::mapped(const MappedValue& value, const RowView& row,
                               std::string text) const {
  if (value.map.empty()) return text;
  auto found = value.map.find(text);
  const std::uint32_t slot = first_slot(value);
  // `{yrexit}-{moexit}` with "0": the code stands in the first column.
  if (found == value.map.end() && slot != RowView::no_slot &&
      innermost(value).text.parts.size() > 1)
    found = value.map.find(std::string(row.text(slot)));
  if (found != value.map.end()) return found->second;
  if (!value.otherwise) return text;
  if (value.otherwise->empty())
    throw Rejected{slot == RowView::no_slot ? 0 : slot, text, "not-in-map",
                   "'" + text + "' is not in the map", "add it to the mapping"};
  return *value.otherwise;
}

std::string Evaluation::text(const MappedValue& value, const RowView& row) {
  std::string text = mapped(value, row, raw_text(value, row));
  if (text.empty()) return text;
  if (value.kind == MappedValue::Kind::slug) return slugs_.of(text, slot_or_first(value));
  if (value.kind == MappedValue::Kind::country) return country(value, text, slot_or_first(value));
  return text;
}

CountryNumber Evaluation::resolved(const std::string& text, CountrySystem system,
                                   std::uint32_t slot) {
  const std::string key = static_cast<char>('0' + static_cast<int>(system)) + text;
  if (const auto known = resolved_.find(key); known != resolved_.end()) return known->second;
  if (!countries_) countries_.emplace(mapping_.languages);
  const auto answer = mapping_.countries.find(text);
  const bool answered = answer != mapping_.countries.end();
  const auto found = countries_->find(answered ? answer->second : text,
                                      answered ? CountrySystem::name_or_letters : system);
  if (found.size() == 1) return resolved_.emplace(key, found.front()).first->second;
  const std::string how = "answer in the mapping: \"countries\": {\"" + text + "\": \"…\"}";
  if (found.size() > 1)
    throw Rejected{slot, text, "ambiguous-country",
                   "'" + text + "' may be " + listed_countries(found), how};
  const bool digits = std::all_of(text.begin(), text.end(), is_ascii_digit);
  if (digits && system == CountrySystem::name_or_letters)
    throw Rejected{slot, text, "ambiguous-country",
                   "'" + text + "' is a number, and lists of countries differ in theirs",
                   "say which: {\"country\": …, \"by\": \"numeric\"}, \"cow\" or \"gw\""};
  const auto near = countries_->near(text);
  throw Rejected{slot, text, "unknown-country", "'" + text + "' is no country that is known here",
                 near.empty() ? how : "did you mean " + listed_countries(near) + "? " + how};
}

std::string Evaluation::country(const MappedValue& value, const std::string& text,
                                std::uint32_t slot) {
  const CountryNumber number = resolved(text, value.system, slot);
  named_.push_back({number, text, value.system});
  return std::string(all_countries[number].id);
}

Evaluation::DateText Evaluation::date(const MappedValue& value, const RowView& row) {
  DateText date = {{}, state_of_value(value, row), slot_or_first(value)};
  std::string text = this->text(value, row);
  if (text.empty()) return date;
  date.state = CellState::given;
  if (is_right_date(text)) {
    date.edtf = std::move(text);
    return date;
  }
  if (is_decimal_cell(value, text, row))
    throw Rejected{date.slot, text, "bad-date",
                   "'" + text + "' is a number with decimals, and no date",
                   "a number cannot tell 2010.1 from 2010.10: keep year and month as text, or in "
                   "columns of their own (\"{year}-{month}\")"};
  DateOrder order = value.order;
  for (const MappedValue* at = &value; order == DateOrder::unsaid && !at->inner.empty();
       at = &at->inner.front())
    order = at->inner.front().order;
  if (order == DateOrder::unsaid && date.slot < row.column_count())
    order = row.columns()[date.slot].order;
  const ReadDate read = is_plain_date(text) ? edtf_of(text, order) : read_date(text, order);
  if (!read.reason.empty()) throw Rejected{date.slot, text, "bad-date", read.reason, read.hint};
  if (!read.whole && date.slot < row.column_count())
    numbers_.add_cut_date(date.slot, text, row.number());
  date.edtf = read.edtf;
  return date;
}

const ReadDate& Evaluation::read_date(const std::string& text, DateOrder order) {
  auto& known = read_dates_[static_cast<std::size_t>(order)];
  if (const auto found = known.find(text); found != known.end()) return found->second;
  if (known.size() >= most_dates_kept) known.clear();
  return known.emplace(text, edtf_of(text, order)).first->second;
}

std::optional<When> Evaluation::when(const MappedWhen& when, const RowView& row) {
  const auto made = [](const DateText& at, const auto& make) -> std::optional<When> {
    try {
      return make();
    } catch (const DateError& error) {
      throw Rejected{at.slot, at.edtf, "bad-date", error.reason(), error.advice()};
    }
  };
  if (when.at) {
    const DateText at = date(*when.at, row);
    if (at.edtf.empty()) return std::nullopt;
    return made(at, [&] { return When::parse(at.edtf); });
  }
  if (!when.from && !when.to) return std::nullopt;
  const DateText from = when.from ? date(*when.from, row) : DateText{};
  const DateText to = when.to ? date(*when.to, row) : DateText{};
  // What has no end, or none that was observed, goes on as far as was looked.
  const auto end_text = [](const DateText& end) {
    const bool open = end.state == CellState::none || end.state == CellState::not_observed;
    return end.edtf.empty() && open ? std::string("..") : end.edtf;
  };
  const std::string first = end_text(from);
  const std::string last = end_text(to);
  if (first.empty() && last.empty()) return std::nullopt;
  if (first.find('/') != first.npos || last.find('/') != last.npos)
    throw Rejected{first.find('/') != first.npos ? from.slot : to.slot, first + " to " + last,
                   "bad-date", "an end of an interval is one itself",
                   "use \"when\": \"{column}\" for columns that hold intervals"};
  // Each is a date by itself: what is wrong shows at the second.
  return made(last.empty() || last == ".." ? from : to, [&] { return When::between(first, last); });
}

DecimalSign Evaluation::decimal_sign(const MappedValue& value,
                                     const std::optional<std::uint32_t>& column,
                                     const RowView& row) {
  const bool is_cell = column && *column < row.column_count();
  // Numbers that a workbook keeps as such are written with a point.
  if (is_cell && row.kind(*column) == tables::CellKind::number) return DecimalSign::point;
  if (value.decimal) return *value.decimal;
  return is_cell ? row.columns()[*column].decimal : DecimalSign::point;
}

std::optional<AttributeValue> Evaluation::attribute(const MappedValue& value, const RowView& row) {
  using Kind = MappedValue::Kind;
  const std::string whole = text(value, row);
  if (whole.empty()) return std::nullopt;
  if (value.kind == Kind::split) {
    std::vector<Scalar> items;
    for (const std::string_view item : parts_of_cell(whole, value.separator))
      items.emplace_back(std::string(item));
    return items;
  }
  const auto column = only_column(value);
  if (!column && value.kind != Kind::number) return AttributeValue{Scalar{whole}};
  const tables::CellKind held = kind_of_cell(column, whole, row);
  const bool asks_number = value.kind == Kind::number;
  if (held == tables::CellKind::boolean && !asks_number)
    return AttributeValue{Scalar{whole == "TRUE"}};
  const Exponents exponents =
      asks_number || held == tables::CellKind::number ? Exponents::all : Exponents::normal;
  auto number = number_of(whole, decimal_sign(value, column, row), exponents);
  if (!number && held == tables::CellKind::number) number = double_of(whole);
  if (number) {
    if (column) numbers_.add_number(*column);
    if (const auto* real = std::get_if<double>(&*number);
        real != nullptr && column && !keeps_every_digit(whole, *real))
      numbers_.add_inexact(*column, whole, row.number());
    return AttributeValue{std::move(*number)};
  }
  if (asks_number) {
    const std::uint32_t slot = slot_or_first(value);
    throw Rejected{slot, whole, "bad-number", "'" + whole + "' is no number",
                   advice_for_number(whole, slot < row.column_count() ? row.columns()[slot].name
                                                                      : std::string())};
  }
  if (*column < row.column_count()) numbers_.add_text(*column, whole, row.number());
  return AttributeValue{Scalar{whole}};
}

}  // namespace entente::import
