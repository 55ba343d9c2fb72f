#include "options/topics.hpp"

#include <algorithm>

#include <entente/algorithm/measures.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/import.hpp>
#include <entente/render/view_list.hpp>

#include "options/applicability.hpp"

namespace entente::tool {
namespace {

/// " [--damping, --restart]": the options of a verb that are for one of a few alone.
std::string options_for(const Verb& verb, std::string_view name, Names Where::*list) {
  constexpr std::size_t few = 10;
  std::vector<std::string_view> options;
  for (const Option& option : verb.options) {
    const Names names = option.where.*list;
    if (names.size() <= few && std::ranges::find(names, name) != names.end())
      options.push_back(option.name);
  }
  return options.empty() ? "" : " [" + listed_in_words(options, ", ") + "]";
}

Topic measures_topic(const Verb& verb) {
  Topic topic{"measures", {}};
  for (const Measure& measure : measures())
    topic.rows.push_back(
        {std::string(measure.name),
         std::string(measure.description) + options_for(verb, measure.name, &Where::measures)});
  if (verb.name == "rank") return topic;
  for (const WholeMeasureRow& whole : whole_measure_rows())
    topic.rows.push_back(
        {std::string(whole.name), std::string(whole.description) + " (of all)" +
                                      options_for(verb, whole.name, &Where::measures)});
  return topic;
}

Topic views_topic(const Verb& verb) {
  Topic topic{"views", {}};
  for (const entente::View& view : views()) {
    std::string name(view.name);
    for (const ViewParameter& parameter : view.parameters) (name += ' ') += parameter.name;
    topic.rows.push_back({std::move(name), std::string(view.description) + "; at most " +
                                               std::to_string(view.most) + " " +
                                               std::string(view.of) +
                                               options_for(verb, view.name, &Where::views)});
  }
  return topic;
}

Topic mappings_topic() {
  Topic topic{"mappings", {}};
  for (const ReadyMapping& mapping : ready_mappings())
    topic.rows.push_back({std::string(mapping.name), std::string(mapping.description)});
  return topic;
}

Topic targets_topic() {
  Topic topic{"formats", {}};
  for (const DossierFormat& format : dossier_formats()) {
    std::string text(format.description);
    for (const std::string_view ending : format.endings) (text += ", ") += ending;
    text += !format.is_read()      ? "; written"
            : !format.is_written() ? "; read"
                                   : "; read and written";
    if (!format.cannot_carry.empty()) text += ": " + std::string(format.cannot_carry);
    topic.rows.push_back({std::string(format.name), std::move(text)});
  }
  return topic;
}

}  // namespace

std::vector<Topic> topics_of(const Verb& verb) {
  std::vector<Topic> topics;
  if (verb.name == "rank" || verb.name == "series") topics.push_back(measures_topic(verb));
  if (verb.name == "render") topics.push_back(views_topic(verb));
  if (verb.name == "convert") topics.push_back(targets_topic());
  if (verb.name == "import") topics.push_back(mappings_topic());
  return topics;
}

}  // namespace entente::tool
