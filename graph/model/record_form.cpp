#include "model/record_form.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <entente/text/language.hpp>

#include "base/eight_bytes.hpp"
#include "model/checks.hpp"
#include "model/json_form.hpp"
#include "text/utf8.hpp"

namespace entente {

bool holds_control(std::string_view text) {
  if (eight::nowhere(text, eight::unprintable)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
      return true;
  }
  return false;
}

namespace {

constexpr std::size_t longest_id = std::size_t{64} << 10;  // as ReadLimits::identifier

class FormCheck {
 public:
  std::vector<Problem> run(const Dossier& dossier) {
    if (is_made(dossier)) check_titles(dossier);
    for (const Entity& entity : dossier.entities)
      if (entity.place.line == 0) check(entity);
    for (const Relation& relation : dossier.relations)
      if (relation.place.line == 0) check(relation);
    return std::move(problems_);
  }

 private:
  /// Whether a program made it, or a part of it; what was read from files has passed.
  static bool is_made(const Dossier& dossier) {
    const auto made = [](const auto& record) { return record.place.line == 0; };
    return dossier.files.empty() ||
           std::any_of(dossier.entities.begin(), dossier.entities.end(), made) ||
           std::any_of(dossier.relations.begin(), dossier.relations.end(), made);
  }
  void check_titles(const Dossier& dossier) {
    for (const auto& [language, title] : dossier.titles) {
      check_language(language);
      check_text(title, "a title");
    }
    check_unique(dossier.titles, [](const auto& one) -> const std::string& { return one.first; });
    for (const std::string& vocabulary : dossier.vocabularies) check_vocabulary(vocabulary);
    check_foreign(dossier.foreign);
  }

  void report(std::string code, std::string message, std::string hint) {
    problems_.push_back({.severity = Severity::error,
                         .code = std::move(code),
                         .record = record_,
                         .message = std::move(message),
                         .hint = std::move(hint),
                         .concerns = Concerns::record});
  }

  void check_id(std::string_view id, std::string_view what) {
    constexpr const char* hint = "ids look like japan-nato-itpp-2023";
    if (id.empty())
      report("bad-id", std::string(what) + " is empty", hint);
    else if (id.size() > longest_id)
      report("limit-identifier",
             std::string(what) + " of " + std::to_string(id.size()) + " bytes is longer than " +
                 std::to_string(longest_id),
             hint);
    else if (holds_control(id))
      report("bad-id", std::string(what) + " holds a control character", hint);
    else
      check_utf8(id, what);
  }
  void check_name(std::string_view name, std::string_view what) {
    if (name.empty())
      report("bad-name", std::string(what) + " is empty", "names look like duration_years");
    else if (holds_control(name))
      report("bad-name", std::string(what) + " holds a control character",
             "names look like duration_years");
    else if (name.size() > longest_id)
      report("limit-identifier",
             std::string(what) + " of " + std::to_string(name.size()) + " bytes is longer than " +
                 std::to_string(longest_id),
             "names look like duration_years");
    else
      check_utf8(name, what);
  }
  static bool is_text(std::string_view text) {
    return text.find('\0') == text.npos && !first_invalid_utf8(text);
  }
  void check_text(std::string_view text, std::string_view what) {
    if (text.find('\0') != text.npos)
      report("bad-text", std::string(what) + " holds U+0000, which no other format can carry",
             "remove the character");
    else
      check_utf8(text, what);
  }
  void check_utf8(std::string_view text, std::string_view what) {
    if (const auto wrong = first_invalid_utf8(text))
      report("bad-utf8", std::string(what) + " is not UTF-8 at byte " + std::to_string(*wrong + 1),
             "convert it to UTF-8");
  }
  /// A name or a path; what is written out there begins with `{`, and is JSON.
  void check_vocabulary(std::string_view vocabulary) {
    if (!vocabulary.starts_with("{"))
      check_id(vocabulary, "a vocabulary");
    else if (const auto fault = json_fault(vocabulary); !fault.empty())
      report("bad-vocabulary", "a vocabulary " + fault,
             "see the schema: entente schema vocabulary");
  }
  void check_language(std::string_view tag) {
    if (!is_language_tag(tag))
      report("bad-language", quoted(tag) + " is not a language tag",
             "tags follow BCP 47: en, ja, zh-Hans, zh-Hant");
  }
  template <class List, class NameOf>
  void check_unique(const List& list, NameOf name_of) {
    if (list.size() < 2) return;
    std::vector<std::string_view> names;
    for (const auto& one : list) names.emplace_back(name_of(one));
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end())
      report("duplicate-key", quoted(*twice) + " is a member twice", "keep one of the two");
  }

  void check_scalar(const Scalar& value, const std::string& name) {
    if (const auto* number = std::get_if<double>(&value); number && !std::isfinite(*number))
      report("bad-number", quoted(name) + " is infinite or no number, which JSON cannot hold",
             "leave the attribute out, or write a text");
    if (const auto* text = std::get_if<std::string>(&value); text && !is_text(*text))
      check_text(*text, quoted(name));
  }
  void check_attributes(const Attributes& attributes) {
    for (const auto& [name, value] : attributes) {
      check_name(name, "the name of an attribute");
      if (const auto* scalar = std::get_if<Scalar>(&value))
        check_scalar(*scalar, name);
      else
        for (const Scalar& one : std::get<std::vector<Scalar>>(value)) check_scalar(one, name);
    }
    check_unique(attributes, [](const auto& one) -> const std::string& { return one.first; });
  }

  void check_foreign(const ForeignMembers& members) {
    for (const auto& [name, value] : members) {
      check_name(name, "the name of a member");
      if (!name.starts_with("x-"))
        report("bad-name", quoted(name) + " is no name for a member of one's own",
               "such members begin with x-");
      if (const auto fault = json_fault(value); !fault.empty())
        report("bad-text", quoted(name) + " " + fault, "write a text as \"…\"");
      check_text(value, quoted(name));
    }
    check_unique(members, [](const auto& one) -> const std::string& { return one.first; });
  }

  void check(const Entity& entity) {
    record_ = entity.id;
    check_id(entity.id, "the id of an entity");
    check_id(entity.kind, "`kind`");
    for (const LanguageNames& one : entity.names) {
      check_language(one.language);
      for (const std::string& name : one.names) check_text(name, "a name");
    }
    check_unique(entity.names, [](const auto& one) -> const std::string& { return one.language; });
    for (const auto& [name, code] : entity.codes) {
      check_name(name, "the name of a code");
      check_text(code, "a code");
    }
    check_unique(entity.codes, [](const auto& one) -> const std::string& { return one.first; });
    check_attributes(entity.attributes);
    check_foreign(entity.foreign);
  }
  void check(const Relation& relation) {
    record_ = relation.id;
    check_id(relation.id, "the id of a relation");
    check_id(relation.type, "`type`");
    check_id(relation.from, "`from`");
    check_id(relation.to, "`to`");
    check_attributes(relation.attributes);
    check_foreign(relation.foreign);
    for (const Evidence& evidence : relation.evidence) {
      check_id(evidence.source, "`source`");
      check_text(evidence.at, "`at`");
      if (!evidence.asserted_by.empty()) check_id(evidence.asserted_by, "`asserted_by`");
      check_foreign(evidence.foreign);
    }
  }

  std::string record_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> find_form_errors(const Dossier& dossier) {
  return FormCheck().run(dossier);
}

}  // namespace entente
