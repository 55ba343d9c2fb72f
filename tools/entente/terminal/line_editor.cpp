#include "terminal/line_editor.hpp"

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <histedit.h>

#include "terminal/terminal.hpp"

namespace entente::tool {
namespace {

constexpr int most_remembered = 2000;

/// `$XDG_STATE_HOME/entente/queries`, else below ~/.local/state; empty where there is no home.
std::string history_file() {
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if ((state == nullptr || *state == '\0') && (home == nullptr || *home == '\0')) return {};
  const std::filesystem::path folder = state != nullptr && *state != '\0'
                                           ? std::filesystem::path(state)
                                           : std::filesystem::path(home) / ".local" / "state";
  std::error_code error;
  std::filesystem::create_directories(folder / "entente", error);
  return error ? std::string() : (folder / "entente" / "queries").string();
}

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

/// What all candidates begin with, in whole characters.
std::string common_beginning(const std::vector<std::string>& candidates) {
  std::string common = candidates.front();
  for (const std::string& each : candidates) {
    const auto [end, other] = std::ranges::mismatch(common, each);
    common.erase(end, common.end());
    static_cast<void>(other);
  }
  for (const std::string& each : candidates)
    while (!common.empty() && each.size() > common.size() && !begins_character(each[common.size()]))
      common.pop_back();
  return common;
}

void list_candidates(const std::vector<std::string>& candidates) {
  constexpr std::size_t most_shown = 60;
  std::size_t width = 0;
  std::string text = "\n";
  for (std::size_t i = 0; i < std::min(candidates.size(), most_shown); ++i) {
    const std::size_t length = characters_of(candidates[i]) + 2;
    if (width > 0 && width + length > terminal_width()) {
      text += '\n';
      width = 0;
    }
    text += candidates[i] + "  ";
    width += length;
  }
  if (candidates.size() > most_shown)
    text += "… " + std::to_string(candidates.size() - most_shown) + " more";
  std::fputs((text + "\n").c_str(), stdout);
  std::fflush(stdout);
}

}  // namespace

struct LineEditor::Parts {
  Complete complete;
  std::string prompt;
  bool was_interrupted = false;
  ::EditLine* line = nullptr;
  ::History* history = nullptr;
  std::string file;

  static Parts& of(::EditLine* line) {
    void* parts = nullptr;
    el_get(line, EL_CLIENTDATA, &parts);
    return *static_cast<Parts*>(parts);
  }
  static char* shown_prompt(::EditLine* line) { return of(line).prompt.data(); }
  static unsigned char interrupt(::EditLine* line, int) {
    of(line).was_interrupted = true;
    return CC_NEWLINE;
  }
  static unsigned char complete_word(::EditLine* line, int) {
    const ::LineInfo* const info = el_line(line);
    const std::string_view before(info->buffer,
                                  static_cast<std::size_t>(info->cursor - info->buffer));
    const Completions found = of(line).complete(before);
    if (found.candidates.empty()) return CC_ERROR;
    const std::string common = common_beginning(found.candidates);
    if (found.candidates.size() == 1 || characters_of(common) > found.typed) {
      el_deletestr(line, static_cast<int>(found.typed));
      el_insertstr(line, common.c_str());
      return CC_REFRESH;
    }
    list_candidates(found.candidates);
    return CC_REDISPLAY;
  }
};

LineEditor::LineEditor(Complete complete) : parts_(std::make_unique<Parts>()) {
  Parts& parts = *parts_;
  parts.complete = std::move(complete);
  // Names come in any script.
  if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1)
    std::setlocale(LC_CTYPE, "C.UTF-8");
  parts.line = el_init("entente", stdin, stdout, stderr);
  parts.history = history_init();
  HistEvent event{};
  history(parts.history, &event, H_SETSIZE, most_remembered);
  history(parts.history, &event, H_SETUNIQUE, 1);
  parts.file = history_file();
  if (!parts.file.empty()) history(parts.history, &event, H_LOAD, parts.file.c_str());
  el_set(parts.line, EL_CLIENTDATA, &parts);
  el_set(parts.line, EL_PROMPT, &Parts::shown_prompt);
  el_set(parts.line, EL_EDITOR, "emacs");
  el_set(parts.line, EL_HIST, history, parts.history);
  el_set(parts.line, EL_ADDFN, "entente-complete", "complete the word", &Parts::complete_word);
  el_set(parts.line, EL_ADDFN, "entente-interrupt", "give the line up", &Parts::interrupt);
  el_set(parts.line, EL_BIND, "^I", "entente-complete", nullptr);
  el_set(parts.line, EL_BIND, "^C", "entente-interrupt", nullptr);
  el_set(parts.line, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  // While a line is typed Ctrl-C is a key; while a query runs it is a signal.
  el_set(parts.line, EL_SETTY, "-d", "-isig", nullptr);
}

LineEditor::~LineEditor() {
  if (parts_->line != nullptr) el_end(parts_->line);
  if (parts_->history != nullptr) history_end(parts_->history);
}

LineEditor::Ended LineEditor::read(std::string prompt, std::string& line) {
  parts_->prompt = std::move(prompt);
  parts_->was_interrupted = false;
  int count = 0;
  const char* const text = el_gets(parts_->line, &count);
  if (parts_->was_interrupted) {
    std::fputs("^C\n", stdout);
    std::fflush(stdout);
    return Ended::interrupted;
  }
  if (text == nullptr || count <= 0) return Ended::closed;
  line.assign(text, static_cast<std::size_t>(count));
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  return Ended::line;
}

void LineEditor::remember(const std::string& entry) {
  HistEvent event{};
  history(parts_->history, &event, H_ENTER, entry.c_str());
  if (!parts_->file.empty()) history(parts_->history, &event, H_SAVE, parts_->file.c_str());
}

}  // namespace entente::tool
