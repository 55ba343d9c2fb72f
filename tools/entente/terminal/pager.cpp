#include "terminal/pager.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <streambuf>
#include <string>
#include <utility>

#include "sink.hpp"
#include "terminal/terminal.hpp"

namespace entente::tool {
namespace {

/// Keeps what fits the terminal; what is longer goes through the pager as it comes.
class PagerBuffer : public std::streambuf {
 public:
  explicit PagerBuffer(const char* pager) : pager_(pager), room_(terminal_height()) {}
  ~PagerBuffer() override {
    if (pipe_ != nullptr) ::pclose(pipe_);
  }
  PagerBuffer(const PagerBuffer&) = delete;
  PagerBuffer& operator=(const PagerBuffer&) = delete;

  /// What the pager has not got.
  [[nodiscard]] std::string_view page() const { return page_; }
  /// Whether the text went through the pager and that showed it.
  [[nodiscard]] bool was_shown() {
    if (pipe_ == nullptr) return false;
    const int status = ::pclose(std::exchange(pipe_, nullptr));
    constexpr int not_found = 127 << 8;
    constexpr int not_executable = 126 << 8;
    return status != not_found && status != not_executable;
  }
  [[nodiscard]] bool is_long() const { return lines_ + 1 > room_; }

 private:
  std::streamsize xsputn(const char* text, std::streamsize count) override {
    take({text, static_cast<std::size_t>(count)});
    return count;
  }
  int overflow(int c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char letter = traits_type::to_char_type(c);
    take({&letter, 1});
    return c;
  }
  void take(std::string_view text) {
    if (pipe_ == nullptr) {
      page_ += text;
      lines_ += static_cast<std::size_t>(std::ranges::count(text, '\n'));
      if (!is_long()) return;
      pipe_ = ::popen(pager_, "w");
      if (pipe_ == nullptr) return;
      text = page_;
    }
    // A reader who leaves early has seen enough.
    std::fwrite(text.data(), 1, text.size(), pipe_);
    page_.clear();
  }

  const char* pager_;
  std::size_t room_;
  std::size_t lines_ = 0;
  std::string page_;
  FILE* pipe_ = nullptr;
};

}  // namespace

void write_paged(const Output& output, const std::function<void(std::ostream&)>& writer) {
  const char* pager = std::getenv("PAGER");
  if (pager == nullptr) pager = "less -FRX";
  if (!goes_to_terminal(output) || *pager == '\0') return write(output, writer);
  PagerBuffer buffer(pager);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit | std::ios::failbit);  // what the writer throws is thrown on
  writer(out);
  if (!buffer.is_long())
    write(output, buffer.page());
  else if (!buffer.was_shown())
    write(output, writer);
}

void write_paged(const Output& output, std::string_view text) {
  if (!goes_to_terminal(output)) return write(output, text);
  write_paged(output, [text](std::ostream& out) { out << text; });
}

}  // namespace entente::tool
