#include "shell/shell.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include <entente/text/language.hpp>
#include <entente/text/safe.hpp>
#include <entente/time/window.hpp>

#include "failure.hpp"
#include "shell/suggesting.hpp"
#include "sink.hpp"
#include "terminal/interruption.hpp"
#include "terminal/line_editor.hpp"

namespace entente::tool {
namespace {

class Shell {
 public:
  Shell(const Call& call, QueriedGraph& asked)
      : call_(call),
        asked_(asked),
        suggesting_(asked.question.graph, asked.source),
        editor_([this](std::string_view before) { return suggesting_.after(before); }) {
    call_.output.file.clear();
    if (call_.output.format == Format::text) call_.output.format = Format::table;
  }

  Exit run() {
    say("A query ends with a semicolon or an empty line; :help lists commands.\n");
    std::string text;
    for (;;) {
      std::string line;
      const LineEditor::Ended ended = editor_.read(text.empty() ? "entente> " : "    ...> ", line);
      if (ended == LineEditor::Ended::closed) break;
      if (ended == LineEditor::Ended::interrupted) {
        text.clear();
        continue;
      }
      if (text.empty() && is_blank(line)) continue;
      if (text.empty() && line[0] == ':') {
        editor_.remember(line);
        if (!command(line)) return Exit::answered;
        continue;
      }
      const bool is_done = is_blank(line) || ends(line);
      text += (text.empty() ? "" : "\n") + line;
      if (is_done) answer(std::exchange(text, {}));
    }
    say("\n");
    return Exit::answered;
  }

 private:
  static bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
  }
  /// Whether the last sign is a semicolon.
  static bool ends(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t");
    return last != std::string_view::npos && line[last] == ';';
  }
  static void say(std::string_view text) { write({}, text); }

  void answer(const std::string& text) {
    std::string entry = text;
    // Behind a remark the rest of a line is none of the query.
    if (entry.find("//") == std::string::npos) std::ranges::replace(entry, '\n', ' ');
    editor_.remember(entry);
    const auto begin = std::chrono::steady_clock::now();
    Interruption interruption;
    const Exit exit = guarded([&] {
      try {
        return answer_queries(call_, asked_, text, interruption.flag());
      } catch (const query::QueryError& error) {
        return say_query_error(call_, error);
      } catch (const LimitReached& error) {
        return say_query_failure(call_, error);
      }
    });
    static_cast<void>(exit);
    if (!says_time_) return;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    say(took.count() < 1000 ? fmt::format("{:.1f} ms\n", took.count())
                            : fmt::format("{:.2f} s\n", took.count() / 1000));
  }

  /// False if it ends the shell.
  bool command(const std::string& line) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    const std::string name = line.substr(0, end);
    const std::size_t first = line.find_first_not_of(" \t", end);
    std::string argument = first == std::string::npos ? "" : line.substr(first);
    argument.erase(argument.find_last_not_of(" \t;") + 1);
    if (name == ":quit" || name == ":exit" || name == ":q") return false;
    static_cast<void>(guarded([&] {
      obey(name, argument);
      return Exit::answered;
    }));
    return true;
  }

  void obey(const std::string& name, const std::string& argument) {
    if (name == ":help") return help();
    if (name == ":schema") return schema();
    if (name == ":timing") return switch_to(says_time_, argument);
    if (name == ":format") return set_format(argument);
    if (name == ":lang") {
      if (!argument.empty()) {
        static_cast<void>(LanguagePreference::parse(argument));
        asked_.question.languages = call_.output.languages = argument;
      }
      return say(asked_.question.languages + "\n");
    }
    Selection& selection = asked_.question.selection;
    if (name == ":certain") {
      bool is_on = selection.keep == Keep::certain_only;
      switch_to(is_on, argument);
      selection.keep = is_on ? Keep::certain_only : Keep::certain_and_possible;
      return;
    }
    std::string* const period = name == ":as-of"        ? &selection.as_of
                                : name == ":during"     ? &selection.during
                                : name == ":throughout" ? &selection.throughout
                                : name == ":known-at"   ? &selection.known_at
                                                        : nullptr;
    if (!period)
      throw InvalidArgument(
          "usage", "there is no command " + terminal_safe(name) + "\n:help lists those there are");
    if (asked_.question.graph.entity_count() == 0)
      throw InvalidArgument("no-effect", name + " has no effect on a property graph");
    if (!argument.empty()) static_cast<void>(Window::parse(argument));
    *period = argument;
    say(argument.empty() ? "of all time\n" : terminal_safe(argument) + "\n");
  }

  static void switch_to(bool& is_on, const std::string& argument) {
    if (argument.empty())
      is_on = !is_on;
    else if (argument == "on" || argument == "off")
      is_on = argument == "on";
    else
      throw InvalidArgument("usage", "write on or off");
    say(is_on ? "on\n" : "off\n");
  }

  void set_format(const std::string& name) {
    if (name.empty()) return say(std::string(to_string(call_.output.format)) + "\n");
    const auto format = format_from(name);
    const bool is_shown = format && *format != Format::png && *format != Format::pdf;
    if (!is_shown)
      throw InvalidArgument("unsupported-format",
                            "a shell has no format " + terminal_safe(name) + "\n:help lists some");
    Call changed = call_;
    changed.output.format = *format;
    check_query(changed);
    call_ = std::move(changed);
  }

  static void help() {
    std::string text;
    for (const ShellCommand& command : shell_commands())
      text += fmt::format("  {:<24}{}\n", fmt::format("{} {}", command.name, command.argument),
                          command.what);
    text += "  Ctrl-C ends the query or gives up the line; Tab completes; Ctrl-R searches back.\n";
    say(text);
  }

  void schema() const {
    const query::Schema schema = query::schema_of(asked_.source);
    std::string text;
    const auto add = [&](std::string_view title, const auto& counted) {
      text += std::string(title) + "\n";
      for (const auto& [word, count] : counted)
        text += fmt::format("  {:<28}{:>10}\n", terminal_safe(word), count);
    };
    add("labels", schema.labels);
    add("types", schema.types);
    text += "properties\n ";
    for (const std::string& property : schema.properties) text += " " + terminal_safe(property);
    say(text + "\n");
  }

  Call call_;
  QueriedGraph& asked_;
  Suggesting suggesting_;
  LineEditor editor_;
  bool says_time_ = true;
};

}  // namespace

Exit run_shell(const Call& call, QueriedGraph& asked) {
  return Shell(call, asked).run();
}

}  // namespace entente::tool
