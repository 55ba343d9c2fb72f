#include "answer/rows/shared_rows.hpp"

namespace entente::answers {
namespace {

std::string_view in_words(Verdict verdict) {
  return verdict == Verdict::yes ? "certain" : "possible";
}

}  // namespace

void add_why(JsonText& json, Why why) {
  json.key("why");
  if (why == Why::none)
    json.null();
  else
    json.value(to_string(why));
}

std::string certainty_of(const Shared& shared) {
  return std::string(in_words(shared.verdict));
}

void add_shared_time(JsonText& json, const Shared& shared) {
  json.member("certainty", in_words(shared.verdict));
  add_why(json, shared.why);
  json.key("span");
  if (!shared.span) {
    json.null();
    return;
  }
  json.open_object()
      .member("edtf", shared.span->when.text())
      .member("certainty", in_words(shared.span->verdict))
      .close_object();
}

std::string span_text(const Shared& shared) {
  return shared.span ? std::string(shared.span->when.text()) : std::string();
}

}  // namespace entente::answers
