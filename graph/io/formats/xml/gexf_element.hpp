#pragma once

/// A node or an edge of a GEXF file under way: its attributes, when it is, how it looks.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_map.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/time_sets.hpp"
#include "io/formats/xml/gexf_attributes.hpp"
#include "io/xml/xml_reader.hpp"

namespace entente {

/// What times of a file are: dates, or numbers that mean nothing to a calendar.
enum class GexfTimes : std::uint8_t { dates, numbers };

/// Whether a value is the first of its attribute; one of another attribute with the same name is
/// not taken.
enum class GexfValue : std::uint8_t { first, another, of_same_name };

class GexfElement {
 public:
  /// What is known of it; of a node all that a node has.
  [[nodiscard]] FoundEdge& found() { return found_; }
  /// What it says from here on is said by elements inside it.
  void begins() { said_ = found_.properties.size(); }

  /// Takes the times that stand in the element itself.
  void add_times(const XmlElement& element, GexfTimes times);
  /// Takes a `spell` or `slice` in it.
  void add_spell(const XmlElement& element);
  /// Takes one of the nodes that it is in.
  void add_parent(std::string id);
  /// Takes colours, places and sizes.
  void add_look(const XmlElement& element);
  /// Takes the value of an attribute in the place of one that it had, or of what the element itself
  /// said under that name, such as `weight`.
  GexfValue add_value(const std::string& id, Property property);
  [[nodiscard]] bool has_value(const std::string& id) const { return given_.contains(id); }

  /// Looks become properties, called otherwise where an attribute is called so.
  void finish_looks();
  /// When it is, unless it has several spells or instants, or such as are no dates: those are
  /// returned. Where an attribute `when` is a date, that counts, and times that are not its days
  /// are kept as a property.
  [[nodiscard]] std::vector<std::string> finish_times(GexfTimes times);
  /// The same of a file of ours, whatever else it says: all of them, for what is shown.
  void show_times();
  /// Keeps spells or instants as a property.
  void keep_times(const std::vector<std::string>& texts);

 private:
  void add_instants(const XmlElement& element);
  void look(Property property);

  FoundEdge found_;
  TimeSpell whole_;  // as the element itself says
  std::vector<TimeSpell> spells_;
  std::vector<std::string> instants_;
  std::vector<std::string> parents_;
  std::map<std::string, std::size_t, std::less<>> given_;  // attributes, to their property
  std::vector<Property> looks_;                            // one a name
  TextSet names_;                                          // of the attributes given
  std::size_t said_ = 0;  // properties that the element itself says
};

}  // namespace entente
