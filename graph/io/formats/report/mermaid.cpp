#include <algorithm>
#include <array>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <entente/error.hpp>
#include <entente/text/safe.hpp>

#include "base/ascii.hpp"
#include "base/sorted.hpp"
#include "base/text_map.hpp"
#include "io/formats/labels.hpp"
#include "io/formats/report/report_formats.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

// What Mermaid draws unless a page is set up otherwise: `maxEdges` and `maxTextSize`, which a
// diagram may not change itself.
constexpr std::size_t most_arrows = 500;
constexpr std::size_t most_characters = 50'000;

bool is_harmless(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(c) || is_ascii_digit(c) ||
         std::string_view(" ,.-()/'").find(c) != std::string_view::npos;
}

/// The offset of what would make a list of a label: the sign in `1. `, `1) `, `- `.
std::size_t list_mark(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_ascii_digit(text[at])) ++at;
  const bool numbered = at > 0 && at < text.size() && (text[at] == '.' || text[at] == ')');
  return numbered || text.starts_with('-') ? at : std::string_view::npos;
}

/// A label in quotes. Whatever Mermaid, Markdown or HTML may give a meaning stands as `#34;`.
std::string quoted(std::string_view text) {
  std::string one_line(text);
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  const std::string line = terminal_safe(one_line);
  const std::size_t mark = list_mark(line);
  std::string label = "\"";
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_harmless(line[i]) && i != mark)
      label += line[i];
    else
      label += "#" + std::to_string(static_cast<unsigned char>(line[i])) + ";";
  }
  return label == "\"" ? "\" \"" : label + "\"";
}

/// Brackets that give a box its shape, by the kind or an ancestor of it.
struct BoxShape {
  std::string_view kind;
  std::string_view open;
  std::string_view close;
};
constexpr std::array<BoxShape, 6> box_shapes = {{{"person", "([", "])"},
                                                 {"organisation", "(", ")"},
                                                 {"body", "(", ")"},
                                                 {"agreement", "[[", "]]"},
                                                 {"event", "{{", "}}"},
                                                 {"document", "[/", "/]"}}};

class MermaidWriter {
 public:
  MermaidWriter(const Dossier& dossier, const Vocabulary& vocabulary, const ConvertOptions& options)
      : dossier_(dossier),
        vocabulary_(vocabulary),
        labels_(vocabulary, options.languages),
        title_(label(dossier.titles, options.languages)),
        selection_(options.selection) {
    for (const auto& [relation, attributes] : options.marks) marks_.emplace(relation, &attributes);
    for (const Relation& relation : dossier.relations)
      touched_.insert({std::string_view(relation.from), std::string_view(relation.to)});
  }

  [[nodiscard]] std::string text() {
    if (!selection_.empty()) report_.add("selection-dropped", "what was selected is not said", {});
    refuse_above("arrows", dossier_.relations.size(), most_arrows);
    std::string out = "flowchart LR\n";
    if (!title_.empty()) out += "  accTitle: " + accessible(title_) + "\n";
    for (const Entity* entity : by_id(dossier_.entities))
      if (touched_.empty() || touched_.contains(entity->id)) out += box(*entity);
    for (const Relation* relation : by_id(dossier_.relations)) out += arrow(*relation);
    refuse_above("characters", count_code_points(out), most_characters);
    return out;
  }

  [[nodiscard]] LossReport take_report() && { return std::move(report_); }

 private:
  static void refuse_above(std::string_view what, std::size_t count, std::size_t most) {
    if (count <= most) return;
    throw LimitReached("mermaid-limit",
                       "Mermaid draws at most " + std::to_string(most) + " " + std::string(what) +
                           ", and these are " + std::to_string(count) +
                           "\nselect a part (--as-of, --type, --kind), or write svg or dot");
  }

  /// A text that runs to the end of its line.
  static std::string accessible(std::string_view text) {
    std::string line;
    for (const char c : terminal_safe(text)) line += is_harmless(c) ? c : ' ';
    return line;
  }

  std::string box(const Entity& entity) {
    report_entity(entity);
    const std::string name = "n" + std::to_string(boxes_.size() + 1);
    boxes_.emplace(entity.id, name);
    BoxShape shape{"", "[", "]"};
    for (const BoxShape& one : box_shapes)
      if (vocabulary_.is_a(entity.kind, one.kind)) shape = one;
    std::string line = "  " + name;
    line.append(shape.open).append(quoted(labels_.name(entity))).append(shape.close);
    return line + "\n";
  }

  std::string arrow(const Relation& relation) {
    report_relation(relation);
    std::string words(labels_.phrase(relation));
    if (relation.when) words += ", " + relation.when->text();
    if (relation.modality != Modality::fact)
      words += " (" + std::string(to_string(relation.modality)) + ")";
    return "  " + boxes_[relation.from] + " " + std::string(line_of(relation)) + "|" +
           quoted(words) + "| " + boxes_[relation.to] + "\n";
  }

  /// Dotted where it only may be, or is no fact; without a head where it has no direction.
  [[nodiscard]] std::string_view line_of(const Relation& relation) const {
    const RelationType* type = labels_.type(relation);
    const auto marks = marks_.find(relation.id);
    const AttributeValue* certainty =
        find_attribute(marks == marks_.end() ? relation.attributes : *marks->second, "certainty");
    const bool possible =
        certainty && *certainty == AttributeValue(Scalar(std::string("possible")));
    const bool dotted =
        possible || (relation.modality != Modality::fact && relation.modality != Modality::derived);
    if (type && type->symmetry == Symmetry::symmetric) return dotted ? "-.-" : "---";
    return dotted ? "-.->" : "-->";
  }

  void report_entity(const Entity& entity) {
    std::size_t names = 0;
    for (const LanguageNames& one : entity.names) names += one.names.size();
    if (names > 1) report_.add("names-dropped", "entities keep one name", entity.id);
    if (entity.when)
      report_.add("lifespan-dropped", "lifespans of entities are dropped", entity.id);
    if (!entity.codes.empty()) report_.add("codes-dropped", "codes are dropped", entity.id);
    report_attributes(entity.attributes, entity.id);
  }

  void report_relation(const Relation& relation) {
    if (!relation.evidence.empty())
      report_.add("evidence-dropped", "sources of relations are dropped", relation.id);
    report_attributes(relation.attributes, relation.id);
  }

  void report_attributes(const Attributes& attributes, std::string_view id) {
    if (!attributes.empty()) report_.add("attributes-dropped", "attributes are dropped", id);
  }

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  Labeller labels_;
  std::string_view title_;
  std::string_view selection_;
  std::set<std::string_view> touched_;
  ViewMap<const Attributes*> marks_;
  ViewMap<std::string> boxes_;
  LossReport report_;
};

}  // namespace

LossReport write_mermaid(std::ostream& out, const Dossier& dossier, const Vocabulary& vocabulary,
                         const ConvertOptions& options) {
  MermaidWriter writer(dossier, vocabulary, options);
  out << writer.text();
  return std::move(writer).take_report();
}

}  // namespace entente
