#include <string>
#include <vector>

#include "command_line.hpp"
#include "failure.hpp"
#include "options/completion.hpp"
#include "options/help.hpp"
#include "options/listing.hpp"
#include "options/manual.hpp"
#include "question.hpp"
#include "sink.hpp"
#include "terminal/signals.hpp"
#include "verb.hpp"

namespace {

using namespace entente;
using namespace entente::tool;

/// For the shells' completion scripts: a candidate a line.
Exit write_lines(const std::vector<std::string>& candidates) {
  std::string text;
  for (const std::string& candidate : candidates) text += candidate + '\n';
  write({}, text);
  return Exit::answered;
}

/// The question about the call's dossiers, which are read here and nowhere else.
Question question_of(const Call& call) {
  const Verb& verb = *call.verb;
  return ask(call, verb.dossiers ? verb.dossiers(call) : call.dossiers);
}

Exit answer(const Call& call) {
  const Verb& verb = *call.verb;
  set_timeout(call);
  if (verb.check) verb.check(call);
  if (verb.run_alone) return verb.run_alone(call);
  const Question question = question_of(call);
  try {
    return verb.run(with_whole_names(call, question.graph), question);
  } catch (const InvalidArgument& error) {
    if (error.code() == "unknown-entity") refuse_missing_files(call, question.graph);
    throw;
  }
}

Exit answer(const Request& request) {
  switch (request.what) {
    case Request::What::overview:
      write({}, overview());
      return Exit::answered;
    case Request::What::version:
      write({}, version());
      return Exit::answered;
    case Request::What::help:
      write({}, request.call.verb == nullptr ? help() : help(*request.call.verb));
      return Exit::answered;
    case Request::What::call:
      break;
  }
  return answer(request.call);
}

/// Words for the shells' completion, the manual and tests, which are in no help.
Exit respond(const std::vector<std::string>& words) {
  if (!words.empty() && words.front() == "__complete")
    return write_lines(completions({words.begin() + 1, words.end()}));
  if (words.size() == 3 && words.front() == "__complete_bash")
    return write_lines(bash_completions(words[1], words[2]));
  if (words.size() == 1 && words.front() == "__manual") {
    write({}, manual_page());
    return Exit::answered;
  }
  if (words.size() == 1 && words.front() == "__options") {
    write({}, option_listing());
    return Exit::answered;
  }
  return answer(parse(words));
}

}  // namespace

int main(int argc, char** argv) {
  prepare_signals();
  return static_cast<int>(
      guarded([&] { return respond(std::vector<std::string>(argv + 1, argv + argc)); }));
}
