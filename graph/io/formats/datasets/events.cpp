// Events as machines read them in the news: who did what to whom, on which day, by which report.

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <entente/base/read_number.hpp>

#include "base/ascii.hpp"
#include "io/formats/database/named_columns.hpp"
#include "io/formats/datasets/dataset_readers.hpp"
#include "io/formats/foreign_records.hpp"

namespace entente {
namespace {

using EventWords = std::pair<std::string_view, std::string_view>;

// The twenty classes of CAMEO, which codes begin with.
constexpr std::array<EventWords, 20> cameo_classes = {{
    {"01", "makes a statement about"},
    {"02", "appeals to"},
    {"03", "expresses intent to cooperate with"},
    {"04", "consults"},
    {"05", "engages in diplomatic cooperation with"},
    {"06", "engages in material cooperation with"},
    {"07", "provides aid to"},
    {"08", "yields to"},
    {"09", "investigates"},
    {"10", "demands of"},
    {"11", "disapproves of"},
    {"12", "rejects"},
    {"13", "threatens"},
    {"14", "protests against"},
    {"15", "exhibits force against"},
    {"16", "reduces relations with"},
    {"17", "coerces"},
    {"18", "assaults"},
    {"19", "fights"},
    {"20", "uses mass violence against"},
}};

constexpr std::array<EventWords, 16> plover_classes = {{
    {"AGREE", "agrees with"},
    {"CONSULT", "consults"},
    {"SUPPORT", "supports"},
    {"COOPERATE", "cooperates with"},
    {"AID", "aids"},
    {"CONCEDE", "concedes to"},
    {"RETREAT", "retreats from"},
    {"REQUEST", "requests of"},
    {"ACCUSE", "accuses"},
    {"REJECT", "rejects"},
    {"THREATEN", "threatens"},
    {"PROTEST", "protests against"},
    {"SANCTION", "sanctions"},
    {"MOBILIZE", "mobilizes against"},
    {"COERCE", "coerces"},
    {"ASSAULT", "assaults"},
}};

template <std::size_t n>
std::string_view words_for(const std::array<EventWords, n>& classes, std::string_view name) {
  const auto* found = std::find_if(classes.begin(), classes.end(),
                                   [&](const EventWords& one) { return one.first == name; });
  return found == classes.end() ? name : found->second;
}

/// The class that a code of CAMEO is of; nothing if there is none, such as of 999, which stands for
/// events that could not be coded.
std::optional<EventWords> cameo_class(std::string code) {
  // Spreadsheets drop the zero in front: codes have three or four digits.
  const bool lacks_zero =
      code.size() < 3 || (code.size() == 3 && code.front() > '2' && code != "999");
  if (lacks_zero) code.insert(0, "0");
  const bool is_code = code.size() <= 4 && std::all_of(code.begin(), code.end(), is_ascii_digit);
  const auto* found =
      std::find_if(cameo_classes.begin(), cameo_classes.end(),
                   [&](const EventWords& one) { return code.starts_with(one.first); });
  if (!is_code || found == cameo_classes.end()) return std::nullopt;
  return *found;
}

char delimiter_of_titles(std::string_view text) {
  return text.substr(0, text.find_first_of("\r\n")).find('\t') == text.npos ? ',' : '\t';
}

bool names_titles(std::string_view text, std::initializer_list<std::string_view> titles) {
  const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
  return std::all_of(titles.begin(), titles.end(),
                     [&](std::string_view title) { return head.find(title) != head.npos; });
}

/// Some programs write `None` and `NULL` into empty cells.
std::string_view said(std::string_view cell) {
  return cell == "None" || cell == "NULL" || cell == "NA" ? std::string_view() : cell;
}

/// The columns of a data set.
struct EventColumns {
  std::string_view source, source_country, target, target_country, text, publisher;
};

class EventRecords {
 public:
  EventRecords(ForeignReading& reading, std::string_view vocabulary, const EventColumns& columns)
      : reading_(reading),
        records_(reading, std::string(vocabulary)),
        rows_(reading, 0, delimiter_of_titles(reading.text())),
        columns_(columns) {}

  [[nodiscard]] NamedColumns& rows() { return rows_; }

  /// Adds the row's event under a type; one with a single actor becomes an entity that it attended.
  void add(const std::string& type, std::string_view phrase) {
    const ForeignPlace place = rows_.place();
    const std::string source = actor(columns_.source, columns_.source_country);
    const std::string target = actor(columns_.target, columns_.target_country);
    const std::string id(rows_["Event ID"]);
    if (id.empty() || (source.empty() && target.empty())) {
      reading_.leave_out(place, {"missing-cell", "a row names no event or nobody who took part",
                                 "every event has an `Event ID` and an actor", id, Severity::error,
                                 Concerns::record});
      return;
    }
    const NeededType act{type, phrase, Symmetry::directed, Reading::instant};
    const bool alone = source.empty() || target.empty();
    if (alone) event(id, phrase, place);
    Relation& relation =
        alone ? records_.relate(id, attended, source.empty() ? target : source, id, place)
              : records_.relate(id, act, source, target, place);
    relation.when = day_of_event(relation.attributes);
    if (!relation.when && !said(rows_[day_column]).empty()) reading_.note_unread_dates(place);
    add_details(relation.attributes);
    const std::string report = report_of(place);
    if (!report.empty()) relation.evidence.push_back({report, sentence(), "", std::nullopt});
  }

  /// The same with a class of CAMEO; what has none is an event of no class.
  void add_coded(const std::optional<EventWords>& of_class) {
    if (of_class) return add("cameo-" + std::string(of_class->first), of_class->second);
    reading_.lose(rows_.place(),
                  {"event-class", "events whose code is of no class are `cameo-other`",
                   "classes are the first two digits, 01 to 20; 999 is no code"});
    add("cameo-other", "does something to");
  }

  void finish() {
    records_.need({"actor", "", "actor", "organisation"});
    records_.add_all({"actor", "", "actor", "organisation"});
  }

 private:
  static constexpr NeededType attended = {"attended", "attended"};
  static constexpr std::string_view day_column = "Event Date";

  /// The day in the row; what is none becomes an attribute.
  std::optional<When> day_of_event(Attributes& attributes) const {
    const std::string_view cell = said(rows_[day_column]);
    std::optional<When> day = date_of(plain_date(cell));
    if (!day && !cell.empty()) add_attribute(attributes, "event_date", Scalar(std::string(cell)));
    return day;
  }

  /// An actor by name; by country where none is named.
  std::string actor(std::string_view column, std::string_view country_column) {
    const std::string_view country = said(rows_[country_column]);
    std::string_view name = said(rows_[column]);
    if (name.empty()) name = country;
    if (name.empty()) return {};
    const std::string id(name);
    Entity& entity = records_.entity(id, name == country ? "country" : "actor", rows_.place());
    add_name(entity.names, "en", name);
    if (!country.empty() && name != country && !find_attribute(entity.attributes, "country"))
      add_attribute(entity.attributes, "country", Scalar(std::string(country)));
    return id;
  }

  void event(const std::string& id, std::string_view phrase, ForeignPlace place) {
    Entity& entity = records_.entity(id, "event", place);
    add_name(entity.names, "en", phrase);
    entity.when = day_of_event(entity.attributes);
  }

  /// The report is the source of the event: a story by its number, else its publisher.
  std::string report_of(ForeignPlace place) {
    const std::string_view story = said(rows_["Story ID"]);
    const std::string_view publisher = said(rows_[columns_.publisher]);
    const std::string id = !story.empty() ? "story-" + std::string(story) : std::string(publisher);
    if (id.empty()) return {};
    Entity& document = records_.entity(id, "document", place);
    if (!publisher.empty()) add_name(document.names, "en", publisher);
    const std::string published = plain_date(rows_["Publication Date"]);
    if (!published.empty() && !story.empty() && document.attributes.empty())
      add_attribute(document.attributes, "published", Scalar(published));
    return id;
  }

  std::string sentence() const {
    const std::string_view number = said(rows_["Sentence Number"]);
    return number.empty() ? std::string() : "sentence " + std::string(number);
  }

  /// Measures are numbers; codes stay texts, since they may begin with a zero.
  static Scalar value_of(std::string_view key, std::string_view cell) {
    const std::string_view digits = cell.starts_with('-') ? cell.substr(1) : cell;
    const bool is_padded = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
    const char* const end = cell.data() + cell.size();
    std::int64_t whole = 0;
    double real = 0;
    if (key.ends_with("code") || key.ends_with("id") || is_padded || digits.empty() ||
        !is_ascii_digit(digits.front()))
      return Scalar(std::string(cell));
    if (const auto read = std::from_chars(cell.data(), end, whole);
        read.ec == std::errc() && read.ptr == end)
      return Scalar(whole);
    if (const auto read = read_number(cell.data(), end, real);
        read.ec == std::errc() && read.ptr == end)
      return Scalar(real);
    return Scalar(std::string(cell));
  }

  void add_details(Attributes& attributes) const {
    constexpr std::array<std::string_view, 4> taken = {"Event ID", day_column, "Story ID",
                                                       "Sentence Number"};
    for (std::size_t i = 0; i < rows_.names().size(); ++i) {
      const std::string& name = rows_.names()[i];
      const bool is_end = name == columns_.source || name == columns_.source_country ||
                          name == columns_.target || name == columns_.target_country;
      const std::string_view cell = said(rows_.cell(i));
      if (is_end || cell.empty() || std::find(taken.begin(), taken.end(), name) != taken.end())
        continue;
      std::string key = ascii_lowered(name);
      std::replace(key.begin(), key.end(), ' ', '_');
      add_attribute(attributes, key, value_of(key, cell));
    }
  }

  ForeignReading& reading_;
  ForeignRecords records_;
  NamedColumns rows_;
  EventColumns columns_;
};

/// Whether all columns are there; else that is reported.
bool has_columns(ForeignReading& reading, const NamedColumns& rows,
                 std::initializer_list<std::string_view> titles) {
  for (const std::string_view title : titles)
    if (!rows.has(title) && !reading.stopped())
      reading.stop({},
                   {"missing-column", "the first row names no column `" + std::string(title) + "`",
                    "--from csv reads any table of nodes and edges"});
  return !reading.stopped();
}

}  // namespace

bool is_icews(std::string_view text) {
  return names_titles(text, {"Event ID", "Event Date", "Source Name", "CAMEO Code", "Target Name"});
}

void read_icews(ForeignReading& reading) {
  EventRecords records(reading, "icews",
                       {"Source Name", "Source Country", "Target Name", "Target Country",
                        "Event Text", "Publisher"});
  if (!has_columns(reading, records.rows(), {"Event ID", "Source Name", "CAMEO Code"})) return;
  while (records.rows().next()) {
    std::string code(said(records.rows()["CAMEO Code"]));
    records.add_coded(cameo_class(std::move(code)));
  }
  records.finish();
}

bool is_plover(std::string_view text) {
  return names_titles(text,
                      {"Event ID", "Event Type", "Event Mode", "Actor Name", "Recipient Name"});
}

void read_plover(ForeignReading& reading) {
  EventRecords records(reading, "plover",
                       {"Actor Name", "Actor Country", "Recipient Name", "Recipient Country",
                        "Event Type", "Source"});
  if (!has_columns(reading, records.rows(), {"Event ID", "Event Type", "Actor Name"})) return;
  while (records.rows().next()) {
    const std::string type(records.rows()["Event Type"]);
    records.add("plover-" + ascii_lowered(type), words_for(plover_classes, type));
  }
  records.finish();
}

}  // namespace entente
