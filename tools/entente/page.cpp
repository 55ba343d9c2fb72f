#include "page.hpp"

#include <variant>

#include <entente/answer/answer.hpp>
#include <entente/error.hpp>
#include <entente/io/settings.hpp>
#include <entente/render/write_page.hpp>
#include <entente/text/safe.hpp>

#include "picture.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "view.hpp"

namespace entente::tool {
namespace {

[[noreturn]] void refuse_step(const std::string& file, const Setting& setting) {
  std::string name;
  for (const std::string& part : setting.path) name += (name.empty() ? "" : ".") + part;
  throw InvalidArgument("bad-story", file + ": " + terminal_safe(name) +
                                         " is no part of a story, which is written {\"name\": "
                                         "{\"show\": \"as-of=2014&focus=japan\", \"text\": "
                                         "\"…\" or {\"en\": \"…\"}}, …}");
}

/// Views in the order of the file, each an object with `show` and `text`.
std::vector<StoryView> story_in(const std::string& file) {
  std::vector<StoryView> story;
  std::string name;
  for (const Setting& setting : read_settings(file)) {
    const auto* text = std::get_if<std::string>(&setting.value);
    const auto& path = setting.path;
    if (!text || path.size() < 2) refuse_step(file, setting);
    if (story.empty() || path[0] != name) {
      story.emplace_back();
      name = path[0];
    }
    StoryView& view = story.back();
    if (path[1] == "show" && path.size() == 2)
      view.state = *text;
    else if (path[1] == "text")
      view.text.emplace_back(path.size() == 2 ? "" : path[2], *text);
    else
      refuse_step(file, setting);
  }
  return story;
}

PageOptions page_options(const Call& call) {
  PageOptions options{.languages = call.output.languages, .title = call.text("--title")};
  const std::string theme = call.text("--theme");
  if (theme == "print")
    throw InvalidArgument("usage", "a page is light or dark; the browser prints it on white");
  if (!theme.empty() && theme != "auto")
    options.theme = theme == "dark" ? Theme::dark : Theme::light;
  options.max_entities = call.count("--max-entities", 1).value_or(0);
  if (call.has("--story")) options.story = story_in(call.text("--story"));
  return options;
}

}  // namespace

void check_page(const Call& call) {
  if (named_view(call).name.empty()) return;
  throw InvalidArgument("usage",
                        "a page has no view of its own: the reader chooses in it; what it shows "
                        "first are the options' period and selection");
}

Exit draw_page(const Call& call, const Question& question) {
  const PageOptions options = page_options(call);
  if (question.graph.facts(question.selection).entities.empty())
    return say_nothing(answers::nothing_to_draw(answers::Drawn::anything, question));
  WrittenPage written;
  write(call.output, [&](std::ostream& out) {
    written = write_page(out, question.graph, question.selection, options);
  });
  if (written.left_out == 0) return Exit::answered;
  return say_left_out(written.left_out, "entities", "--max-entities N keeps more");
}

}  // namespace entente::tool
