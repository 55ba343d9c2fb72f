#pragma once

/// A diagram: what a picture of entities and relations shows, as a plain value. Where things stand
/// and how they are drawn comes later (`dot.hpp`, `svg.hpp`).

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/model/record.hpp>
#include <entente/render/geometry.hpp>
#include <entente/render/page.hpp>
#include <entente/render/theme.hpp>
#include <entente/time/day.hpp>
#include <entente/time/verdict.hpp>
#include <entente/words/phrase.hpp>

namespace ENTENTE_API entente {

/// How strongly something is drawn: what a question is about, its surroundings, and the rest.
enum class Emphasis : std::uint8_t { normal, strong, faded };

/// An entity as drawn.
struct DiagramNode {
  std::string id = {};             ///< of the entity
  std::string kind = {};           ///< of the entity
  std::string drawing_class = {};  ///< what the theme draws it as
  std::vector<Phrase> names = {};  ///< in full; one a language asked for, without repetitions
  /// The names of all entities that the box stands for, where they are several with the same ties.
  std::vector<Phrase> twins = {};
  std::vector<Phrase> detail_lines = {};     ///< below the name: posts, ties that have no line
  std::vector<std::string> stands_for = {};  ///< ids of further entities: posts, twins
  std::vector<std::string> relations = {};   ///< ids of relations that stand in it instead of lines
  std::string year = {};                     ///< of its lifespan, in words, or ""
  std::string year_language = {};            ///< of these words
  std::string url = {};                      ///< http or https, or ""
  std::string tooltip = {};                  ///< kind, names and dates
  Verdict certainty = Verdict::yes;          ///< the best of its relations
  Emphasis emphasis = Emphasis::normal;      ///< how strongly it is drawn
  Change change = Change::none;              ///< between two dates
  double text_size = 0;                      ///< of its name, in points; 0: what suits its class
  std::size_t tint = 0;                      ///< of Style::tints, from 1; 0: its class's colours
  std::optional<Point> pinned = {};          ///< centre, where a layout must leave it
};

/// Whether the words on an edge state a fact, or say themselves that it is planned or expected.
enum class Telling : std::uint8_t { as_it_is, as_plan };

/// Relations of one type and modality between two entities, drawn as one edge.
struct DiagramEdge {
  std::vector<std::string> relations = {};      ///< ids, ascending
  std::vector<std::string> entities = {};       ///< ids of agreements and events that it stands for
  std::size_t from = 0;                         ///< index into Diagram::nodes
  std::size_t to = 0;                           ///< index into Diagram::nodes
  std::string type = {};                        ///< id of the relation type
  std::vector<std::string> further_types = {};  ///< of relations that were folded into the edge
  std::size_t ties = 1;                         ///< lines that it stands for
  std::string drawing_class = {};               ///< what the theme draws it as
  std::string label = {};                       ///< words on the edge, or ""
  std::string label_language = {};              ///< of these words
  Telling telling = Telling::as_it_is;          ///< how the label puts it
  double text_size = 0;                         ///< of the words on it, in points; 0: as usual
  Phrase mark = {};                             ///< of what is not reported as fact: "planned"
  std::string dates = {};                       ///< in words, in the reader's language
  std::string dates_language = {};              ///< of these words
  std::optional<Day> first_day = {};            ///< that these dates know of
  Ends ends = Ends::one_way;                    ///< arrow heads
  Verdict certainty = Verdict::yes;             ///< the best of its relations
  Why doubt = Why::none;                        ///< why it is no better than possible
  Modality modality = Modality::fact;           ///< of its relations
  Emphasis emphasis = Emphasis::normal;         ///< how strongly it is drawn
  Change change = Change::none;                 ///< between two dates
  double width = 0;                             ///< points; 0: that of its class
  std::string value = {};                       ///< of the attribute that labels say, or ""
  /// Marked in pictures most of whose lines are no more than possible; see with_certain_marked.
  Sureness sureness = Sureness::unmarked;
  std::vector<std::size_t> notes = {};  ///< numbers of Diagram::notes, from 1
  std::string tooltip = {};             ///< a sentence a line
};

/// Entities that are tied to each other more than to others, on one ground: the chief ones as
/// boxes, the rest counted.
struct DiagramRegion {
  Phrase name = {};                         ///< "Around Japan"
  std::size_t entities = 0;                 ///< how many they are
  std::vector<std::size_t> members = {};    ///< those with a box: indices into Diagram::nodes
  std::vector<std::string> rest = {};       ///< ids of entities without a box, ascending
  std::vector<std::string> relations = {};  ///< ids of their relations without a line, ascending
  std::vector<Phrase> detail_lines = {};    ///< how many these are, and of which kinds
  std::string tooltip = {};                 ///< the names of the rest
};

/// All relations between two regions, drawn as one line with their number.
struct DiagramBundle {
  std::size_t from = 0;                     ///< index into Diagram::regions
  std::size_t to = 0;                       ///< index into Diagram::regions
  std::vector<std::string> relations = {};  ///< ids, ascending
  std::string tooltip = {};                 ///< a sentence a line, of the first of them
};

/// Where entities stand: by who is tied to whom, or in columns by kind, in order of year.
enum class Arrangement : std::uint8_t { by_ties, in_columns };

/// What a picture shows; see the members.
struct Diagram {
  Page page = {};                       ///< what stands around it
  std::vector<DiagramNode> nodes = {};  ///< by id
  std::vector<DiagramEdge> edges = {};  ///< by ends, type, modality
  /// Of a picture that is too dense for a box an entity and a line a relation, the largest first:
  /// then every node is a member of one.
  std::vector<DiagramRegion> regions = {};
  std::vector<DiagramBundle> bundles = {};  ///< between regions
  /// Ids of relations between regions that are left out because others tie these more.
  std::vector<std::string> outside_backbone = {};
  Counts counts = {};        ///< of the relations drawn or counted
  std::size_t left_out = 0;  ///< entities that `max_entities` left out
  std::map<std::string, std::size_t> left_out_kinds = {};  ///< of which kinds these are
  std::size_t only_cited = 0;  ///< entities left out that only serve as sources
  /// Entities left out by kind: those that an overview draws only where kinds or types are asked
  /// for.
  std::map<std::string, std::size_t> other_kinds = {};
  Arrangement arrangement = Arrangement::by_ties;  ///< where a layout puts things
};

/// Where entities stand, by id: centres in points, wherever the origin.
using Positions = std::map<std::string, Point, std::less<>>;

/// Whether sources are numbered on edges and listed below.
enum class Sources : std::uint8_t { hidden, numbered };

/// What labels say: of entities the names in the languages asked for, the id, the kind and the
/// years of their lifespan; of relations their type and dates. An entity without name, id and kind
/// keeps its name.
enum class LabelPart : std::uint8_t { name, id, kind, year, type, dates };

/// Whether a large overview says with fewer lines and boxes what can be said so: a plan and the
/// report of it, and parallel ties of one class, as one line; agreements of two parties as a line
/// with their name; posts below their holder; the ties of hubs as words inside what they lead to;
/// entities with the same ties as one box with all their names.
enum class Folding : std::uint8_t { none, of_large };

/// How a diagram is made of facts.
struct DiagramOptions {
  std::string languages = "en";                    ///< "ja,en" puts a second name under the first
  Theme theme = Theme::light;                      ///< for screens or paper
  std::optional<Style> style = {};                 ///< overrides the theme
  std::string title = {};                          ///< instead of the dossier's
  std::string credit = {};                         ///< below the drawing
  std::vector<EntityId> highlight = {};            ///< drawn strongly
  Sources sources = Sources::hidden;               ///< numbered or hidden
  Arrangement arrangement = Arrangement::by_ties;  ///< where a layout puts things
  /// What is said on entities and relations.
  std::vector<LabelPart> labels = {LabelPart::name, LabelPart::year, LabelPart::dates};
  /// Of more lines none says its dates or that it is no reported fact; tooltips do.
  std::size_t most_worded_lines = 60;
  std::optional<Size> page = {};               ///< in points; without it as large as the drawing
  PageHeight page_height = PageHeight::given;  ///< that of the page, or less
  Lettering lettering = Lettering::usual;      ///< how large names are beside the smallest text
  Positions positions = {};                    ///< where entities must stand, if they stand by ties
  /// The highlighted and the most important are kept, with a share for every kind; the subtitle
  /// says so.
  std::size_t max_entities = 300;
  /// Whether an overview of more than 25 entities is folded.
  Folding folding = Folding::of_large;
  /// A measure of entities or a numeric attribute of theirs: areas of boxes go with it.
  std::string size_by = {};
  /// `count` of relations, or a numeric attribute of theirs: widths of lines go with its sum.
  std::string width_by = {};
  /// `community`, or an attribute of entities, whose values then have colours; else kinds have.
  std::string color_by = {};
  /// An attribute, whose values stand on the labels of the entities and relations that have it.
  std::string label_by = {};
  /// An overview of more boxes, or of more than 150 lines, is drawn in regions of entities that are
  /// tied to each other more than to others: their chief members as boxes, at most so many in all
  /// and no more than 72, the rest and its relations counted, and all relations between two regions
  /// as one line with their number. Not where `positions` or `among` hold something, in columns, or
  /// unfolded.
  std::size_t most_boxes = 120;
  /// If it holds any, only these are drawn of the entities, in a graph, and the highlighted; so
  /// that pictures of several times choose alike.
  std::vector<EntityId> among = {};
};

/// The overview of the selected facts: their entities, and one edge for all relations of one type
/// and modality between two entities. What no relation touches and evidence names is left out,
/// unless it is highlighted or the selection asks for isolated entities always. Statements,
/// documents, topics, places and publishers are drawn where the selection names kinds or types,
/// else counted by kind, unless nothing else is selected.
/// @throws InvalidArgument as Graph::facts, for languages that are none, and `unknown-attribute` or
/// `no-number` for what `size_by`, `width_by`, `color_by` and `label_by` do not find;
/// `out-of-range` for entities to highlight, or to draw among, that the graph does not have;
/// `bad-page` for a page without width or height.
/// Cost: O(relations + entities log entities).
[[nodiscard]] Diagram diagram(const Graph& graph, const Selection& selection = {},
                              const DiagramOptions& options = {});
/// The same of some of the facts that a selection keeps, such as those of a path; `entities` of the
/// facts hold the ends of all their relations.
/// @throws InvalidArgument as the above; `out-of-range` for facts of another graph, `bad-facts`
/// where the ends of a relation are missing.
[[nodiscard]] Diagram diagram(const Graph& graph, const SelectedFacts& facts,
                              const Selection& selection, const DiagramOptions& options = {});

/// The diagram with every entity pinned to where the layout puts it, to a hundredth of a point;
/// drawn, it is the same picture.
/// Entities that are pinned already stay, others find room near what they are tied to. In columns
/// and in regions nothing is pinned. Cost: that of `layout`.
[[nodiscard]] Diagram placed(Diagram diagram);

/// Where the pinned entities of a diagram stand.
[[nodiscard]] Positions positions(const Diagram& diagram);

}  // namespace entente
