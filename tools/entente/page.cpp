#include "page.hpp"

#include <entente/answer/answer.hpp>
#include <entente/error.hpp>
#include <entente/render/write_page.hpp>

#include "picture.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "story.hpp"
#include "view.hpp"

namespace entente::tool {
namespace {

PageOptions page_options(const Call& call) {
  PageOptions options{.languages = call.output.languages, .title = call.text("--title")};
  const std::string theme = call.text("--theme");
  if (theme == "print")
    throw InvalidArgument("usage", "a page is light or dark; the browser prints it on white");
  if (!theme.empty() && theme != "auto")
    options.theme = theme == "dark" ? Theme::dark : Theme::light;
  options.max_entities = call.count("--max-entities", 1).value_or(0);
  if (call.has("--story")) options.story = read_story(call.text("--story"));
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
