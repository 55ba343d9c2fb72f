#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>

#include <entente/render/restyle.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/safe.hpp>

namespace entente {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, Shape>, 9> shapes = {
    {{"rounded_box", Shape::rounded_box},
     {"double_box", Shape::double_box},
     {"note", Shape::note},
     {"ellipse", Shape::ellipse},
     {"hexagon", Shape::hexagon},
     {"pin", Shape::pin},
     {"parallelogram", Shape::parallelogram},
     {"tab", Shape::tab},
     {"box", Shape::box}}};
constexpr std::array<std::pair<std::string_view, Stroke>, 3> strokes = {
    {{"solid", Stroke::solid}, {"dashed", Stroke::dashed}, {"dotted", Stroke::dotted}}};
// The other heads mark what is not reported as fact, or inferred.
constexpr std::array<std::pair<std::string_view, Head>, 17> heads = {
    {{"none", Head::none},
     {"filled", Head::filled},
     {"vee", Head::vee},
     {"open", Head::open},
     {"tee", Head::tee},
     {"double_tee", Head::double_tee},
     {"dot", Head::dot},
     {"open_dot", Head::open_dot},
     {"diamond", Head::diamond},
     {"double_vee", Head::double_vee},
     {"half_vee", Head::half_vee},
     {"double_open", Head::double_open},
     {"double_dot", Head::double_dot},
     {"crow", Head::crow},
     {"inverse", Head::inverse},
     {"double_filled", Head::double_filled},
     {"double_open_dot", Head::double_open_dot}}};

std::string listed(const Words& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "`" : ", `") + name + "`";
  return text;
}

std::optional<Colour> colour_from(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::array<int, 6> digits{};
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = text[i + 1];
    if (c >= '0' && c <= '9')
      digits[i] = c - '0';
    else if (c >= 'a' && c <= 'f')
      digits[i] = c - 'a' + 10;
    else if (c >= 'A' && c <= 'F')
      digits[i] = c - 'A' + 10;
    else
      return std::nullopt;
  }
  const auto channel = [&](std::size_t i) {
    return static_cast<std::uint8_t>(digits[i] * 16 + digits[i + 1]);
  };
  return Colour{channel(0), channel(2), channel(4)};
}

/// A family name is letters, digits, spaces and hyphens: nothing that CSS, SVG or a file system
/// could take for more.
bool is_family(std::string_view text) {
  constexpr std::size_t longest = 60;
  return !text.empty() && text.size() <= longest && text.front() != ' ' && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == ' ' || c == '-';
         });
}

/// Takes the settings one by one, each by what it is called.
class Restyler {
 public:
  Restyler(Style style, const Vocabulary& vocabulary)
      : style_(std::move(style)), vocabulary_(vocabulary) {}

  Style restyled(std::span<const Setting> settings) {
    for (const Setting& setting : settings) take(setting);
    if (!problems_.empty()) throw DossierError(std::move(problems_));
    return std::move(style_);
  }

 private:
  using Take = std::function<void(const Setting&)>;

  void take(const Setting& setting) {
    const std::string& name = setting.path.front();
    const std::map<std::string, Take> known = {
        {"format", [&](const Setting& s) { format(s); }},
        {"background", [&](const Setting& s) { colour(s, style_.background); }},
        {"text", [&](const Setting& s) { colour(s, style_.text); }},
        {"secondary", [&](const Setting& s) { colour(s, style_.secondary); }},
        {"grid", [&](const Setting& s) { colour(s, style_.grid); }},
        {"faded_line", [&](const Setting& s) { colour(s, style_.faded_line); }},
        {"faded_text", [&](const Setting& s) { colour(s, style_.faded_text); }},
        {"accent", [&](const Setting& s) { colour(s, style_.accent); }},
        {"font", [&](const Setting& s) { font(s); }},
        {"title_size", [&](const Setting& s) { number(s, style_.title_size, 8, 72); }},
        {"nodes", [&](const Setting& s) { node(s); }},
        {"edges", [&](const Setting& s) { edge(s); }},
    };
    if (const auto found = known.find(name); found == known.end())
      unknown(setting, 0, names_of(known));
    else if (setting.path.size() > 1 && name != "nodes" && name != "edges")
      wrong(setting, "`" + name + "` holds one value, not an object");
    else
      found->second(setting);
  }

  void node(const Setting& setting) {
    const std::map<std::string, std::function<void(NodeStyle&)>> known = {
        {"shape", [&](NodeStyle& look) { choice(setting, look.shape, shapes); }},
        {"fill", [&](NodeStyle& look) { colour(setting, look.fill); }},
        {"line", [&](NodeStyle& look) { colour(setting, look.line); }},
        {"text_size", [&](NodeStyle& look) { number(setting, look.text_size, 5, 48); }},
    };
    Words classes;
    for (const Kind& kind : vocabulary_.kinds()) classes.push_back(kind.drawing_class);
    class_member(setting, style_.nodes, classes, known);
  }

  void edge(const Setting& setting) {
    const std::map<std::string, std::function<void(EdgeStyle&)>> known = {
        {"line", [&](EdgeStyle& look) { colour(setting, look.line); }},
        {"stroke", [&](EdgeStyle& look) { choice(setting, look.stroke, strokes); }},
        {"head", [&](EdgeStyle& look) { choice(setting, look.head, heads); }},
        {"width", [&](EdgeStyle& look) { number(setting, look.width, 0.2, 12); }},
    };
    Words classes;
    for (const RelationType& type : vocabulary_.types()) classes.push_back(type.drawing_class);
    class_member(setting, style_.edges, classes, known);
  }

  /// `"nodes": {class: {member: value}}`
  template <typename Look>
  void class_member(const Setting& setting, std::vector<Look>& looks, Words classes,
                    const std::map<std::string, std::function<void(Look&)>>& known) {
    if (setting.path.size() < 2) {
      wrong(setting, "`" + setting.path[0] + "` holds classes: {\"country\": {…}}");
      return;
    }
    for (const Look& look : looks) classes.push_back(look.drawing_class);
    std::sort(classes.begin(), classes.end());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    std::erase(classes, "");
    if (!std::binary_search(classes.begin(), classes.end(), setting.path[1])) {
      unknown(setting, 1, classes);
    } else if (setting.path.size() < 3) {
      wrong(setting, "a class holds members: " + listed(names_of(known)));
    } else if (const auto found = known.find(setting.path[2]); found == known.end()) {
      unknown(setting, 2, names_of(known));
    } else {
      found->second(look_named(looks, setting.path[1]));
    }
  }

  /// The row of a class; one of the vocabulary's own begins as what it was drawn as so far.
  template <typename Look>
  static Look& look_named(std::vector<Look>& looks, const std::string& name) {
    const auto found = std::find_if(looks.begin(), looks.end(),
                                    [&](const Look& look) { return look.drawing_class == name; });
    if (found != looks.end()) return *found;
    Look copy = looks.back();
    copy.drawing_class = name;
    return *looks.insert(looks.end() - 1, std::move(copy));
  }

  template <typename Known>
  static Words names_of(const Known& known) {
    Words names;
    for (const auto& [name, take] : known) names.push_back(name);
    return names;
  }

  void unknown(const Setting& setting, std::size_t index, const Words& known) {
    const std::string& name = setting.path[index];
    const auto meant = nearest(name, known);
    Problem problem = setting.problem_with_name(
        index, index == 1 ? "unknown-class" : "unknown-member",
        (index == 1 ? "unknown drawing class `" : "unknown member `") + beginning(name) + "`",
        meant ? "did you mean `" + *meant + "`?" : "known here are " + listed(known));
    const bool reported = std::any_of(problems_.begin(), problems_.end(), [&](const Problem& each) {
      return each.line == problem.line && each.column == problem.column;
    });
    if (!reported) problems_.push_back(std::move(problem));
  }

  static std::string beginning(const std::string& text) {
    constexpr std::size_t most = 80;
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "\u2026";
  }

  void wrong(const Setting& setting, std::string hint) {
    problems_.push_back(setting.problem_with_value(
        "bad-setting", "this is no value of `" + beginning(setting.path.back()) + "`",
        std::move(hint)));
  }

  void format(const Setting& setting) {
    const auto* text = std::get_if<std::string>(&setting.value);
    if (!text || *text != "entente-style/1") wrong(setting, "write \"entente-style/1\"");
  }

  void colour(const Setting& setting, Colour& target) {
    const auto* text = std::get_if<std::string>(&setting.value);
    const auto colour = text ? colour_from(*text) : std::nullopt;
    if (colour)
      target = *colour;
    else
      wrong(setting, "write a colour as \"#RRGGBB\"");
  }

  void number(const Setting& setting, double& target, double least, double most) {
    const auto* value = std::get_if<double>(&setting.value);
    const auto shown = [](double bound) {
      std::string text = std::to_string(bound);
      text.erase(text.find_last_not_of('0') + 1);
      if (text.back() == '.') text.pop_back();
      return text;
    };
    if (value && *value >= least && *value <= most)
      target = *value;
    else
      wrong(setting, "write a number from " + shown(least) + " to " + shown(most) + ", in points");
  }

  void font(const Setting& setting) {
    const auto* text = std::get_if<std::string>(&setting.value);
    if (text && is_family(*text))
      style_.font = *text;
    else
      wrong(setting, "write one family name of letters, digits, spaces and hyphens");
  }

  template <typename Value, std::size_t Count>
  void choice(const Setting& setting, Value& target,
              const std::array<std::pair<std::string_view, Value>, Count>& values) {
    const auto* text = std::get_if<std::string>(&setting.value);
    Words names;
    for (const auto& [name, value] : values) {
      if (text && *text == name) {
        target = value;
        return;
      }
      names.emplace_back(name);
    }
    const auto meant = text ? nearest(*text, names) : std::nullopt;
    wrong(setting, meant ? "did you mean \"" + *meant + "\"?" : "one of " + listed(names));
  }

  Style style_;
  const Vocabulary& vocabulary_;
  std::vector<Problem> problems_;
};

}  // namespace

Style restyled(Style style, std::span<const Setting> settings, const Vocabulary& vocabulary) {
  return Restyler(std::move(style), vocabulary).restyled(settings);
}

}  // namespace entente
