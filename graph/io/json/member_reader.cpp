#include "io/json/member_reader.hpp"

#include <utility>

#include <entente/text/edit_distance.hpp>

#include "base/text_map.hpp"
#include "model/record_form.hpp"

namespace entente {
namespace {

std::string listed(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names)
    text += (text.empty() ? "`" : ", `") + std::string(name) + '`';
  return text;
}

}  // namespace

void MemberReader::begin_record(std::string_view id) {
  record_ = id.size() > limits_.identifier ? shortened(id) : std::string(id);
  concerns_ = Concerns::record;
}

void MemberReader::error(std::size_t at, Finding finding) {
  if (finding.record.empty()) finding.record = record_;
  finding.concerns = concerns_;
  findings_.add(at, std::move(finding));
}

void MemberReader::report_unknown(JsonValue member, std::span<const std::string_view> known) {
  const auto meant = nearest(member.key(), known);
  const std::string hint = meant ? "did you mean `" + *meant + "`?"
                                 : "the members here are " + listed(known) +
                                       "; what has no place of its own goes into `attributes`";
  error(member.key_at(),
        {"unknown-member", "unknown member `" + shortened(member.key()) + "`", hint});
}

void MemberReader::keep(JsonValue member, ForeignMembers& kept) {
  std::string called = name(member);
  if (!called.empty()) kept.emplace_back(std::move(called), to_json(member));
}

void MemberReader::refuse_foreign(JsonValue object, std::span<const std::string_view> known) {
  for (const JsonValue member : object)
    if (is_foreign(member.key())) report_unknown(member, known);
}

void MemberReader::report_duplicate(JsonValue member, std::size_t first_at) {
  error(member.key_at(),
        {"duplicate-key",
         "`" + shortened(member.key()) + "` is already a member, at " + findings_.place(first_at),
         "keep one of the two"});
}

void MemberReader::require(JsonValue object, std::string_view what, std::uint32_t seen,
                           std::span<const std::string_view> known,
                           std::initializer_list<int> required) {
  for (const int index : required) {
    if ((seen >> index & 1U) != 0) continue;
    const std::string name(known[static_cast<std::size_t>(index)]);
    const bool names_dossier = name == "format" && what == "the dossier";
    const std::string value = names_dossier ? "\"entente/1\"" : "…";
    error(object.at(), {"missing-member", std::string(what) + " has no `" + name + "`",
                        "add \"" + name + "\": " + value});
  }
}

void MemberReader::require_unique(JsonValue object, Names names) {
  ViewMap<std::size_t> first;
  for (const JsonValue member : object) {
    if (names == Names::foreign && !is_foreign(member.key())) continue;
    const auto [known, added] = first.emplace(member.key(), member.key_at());
    if (!added) report_duplicate(member, known->second);
  }
}

bool MemberReader::expect(JsonValue value, JsonKind kind, std::string_view hint) {
  if (value.kind() == kind) return true;
  const std::string subject = value.key().empty() ? "this" : "`" + shortened(value.key()) + "`";
  error(value.at(), {"wrong-type",
                     subject + " must be " + std::string(describe(kind)) + ", not " +
                         std::string(describe(value.kind())),
                     hint.empty() ? "see the schema: entente schema" : std::string(hint)});
  return false;
}

std::string MemberReader::text(JsonValue value, TextUse use, std::string_view hint) {
  if (!expect(value, JsonKind::text, hint)) return {};
  return checked(value.text(), value.at(), use);
}

std::string MemberReader::name(JsonValue member) {
  return checked(member.key(), member.key_at(), TextUse::name);
}

std::string MemberReader::optional_text(JsonValue value, TextUse use) {
  return value.kind() == JsonKind::null ? std::string() : text(value, use);
}

std::string MemberReader::checked(std::string_view text, std::size_t at, TextUse use) {
  const bool identifies = use != TextUse::prose;
  const std::size_t most = identifies ? limits_.identifier : limits_.string;
  if (text.size() > most) {
    const std::string flag = identifies ? "--max-identifier" : "--max-string";
    error(at, {identifies ? "limit-identifier" : "limit-string",
               std::string(identifies ? "an identifier" : "a text") + " of " +
                   std::to_string(text.size()) + " bytes is longer than " + std::to_string(most),
               flag + " raises the limit"});
  } else if (text.find('\0') != text.npos) {
    error(at,
          {"bad-text", "a text holds U+0000, which no other format can carry", "remove \\u0000"});
  } else if (use == TextUse::identifier && text.empty()) {
    error(at, {"bad-id", "an identifier is empty", "ids look like japan-nato-itpp-2023"});
  } else if (use == TextUse::identifier && holds_control(text)) {
    error(at, {"bad-id", "an identifier holds a control character",
               "ids look like japan-nato-itpp-2023"});
  } else if (use == TextUse::name && text.empty()) {
    error(at, {"bad-name", "the name of a member is empty", "names look like duration_years"});
  } else if (use == TextUse::name && holds_control(text)) {
    error(at, {"bad-name", "the name of a member holds a control character",
               "names look like duration_years"});
  } else {
    return std::string(text);
  }
  return {};
}

}  // namespace entente
