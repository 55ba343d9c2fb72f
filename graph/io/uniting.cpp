#include "io/uniting.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/run_scope.hpp"
#include "model/checks.hpp"
#include "model/references.hpp"
#include "model/same_text.hpp"
#include "text/normal_forms.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

// Texts that differ in the encoding of their accents are one text.

bool are_same(const std::string& a, const std::string& b) {
  return a == b || composed(a) == composed(b);
}

bool are_same(const AttributeValue& a, const AttributeValue& b) {
  return a == b || with_composed_texts(a) == with_composed_texts(b);
}

bool are_same(const Evidence& a, const Evidence& b) {
  return a == b || with_composed_texts(a) == with_composed_texts(b);
}

/// Gathers the members of which two records say different things.
class Differences {
 public:
  template <typename Value>
  void compare(std::string_view member, const Value& a, const Value& b) {
    if (a != b) members_.emplace_back(member);
  }

  /// Takes what only the second has.
  template <typename Value>
  void complete(std::string_view member, std::optional<Value>& a, const std::optional<Value>& b) {
    if (!a) a = b;
    if (b) compare(member, a, b);
  }

  /// The same for values by name: codes, attributes.
  template <typename Value>
  void complete(std::string_view member, std::vector<std::pair<std::string, Value>>& a,
                const std::vector<std::pair<std::string, Value>>& b) {
    complete_named(std::string(member) + ".", a, b);
  }

  /// The same for members that others added.
  void complete(ForeignMembers& a, const ForeignMembers& b) { complete_named("", a, b); }

  [[nodiscard]] const std::vector<std::string>& members() const { return members_; }

 private:
  template <typename Value>
  void complete_named(const std::string& prefix, std::vector<std::pair<std::string, Value>>& a,
                      const std::vector<std::pair<std::string, Value>>& b) {
    for (const auto& named : b) {
      const auto known = std::find_if(a.begin(), a.end(),
                                      [&](const auto& one) { return one.first == named.first; });
      if (known == a.end())
        a.push_back(named);
      else if (!are_same(known->second, named.second))
        members_.push_back(prefix + shortened(named.first));
    }
  }

  std::vector<std::string> members_;
};

template <typename Value>
void add_new(std::vector<Value>& all, const std::vector<Value>& more) {
  for (const Value& one : more) {
    const bool is_there =
        std::any_of(all.begin(), all.end(), [&](const Value& each) { return are_same(each, one); });
    if (!is_there) all.push_back(one);
  }
}

/// Which name is preferred is said by the first that has one in a language.
void complete_names(Names& names, const Names& more) {
  for (const LanguageNames& one : more) {
    const auto known = std::find_if(names.begin(), names.end(), [&](const LanguageNames& each) {
      return each.language == one.language;
    });
    if (known == names.end())
      names.push_back(one);
    else
      add_new(known->names, one.names);
  }
}

std::vector<std::string> complete(Entity& entity, const Entity& more, const Meanings&) {
  Differences differences;
  differences.compare("kind", entity.kind, more.kind);
  complete_names(entity.names, more.names);
  differences.complete("when", entity.when, more.when);
  differences.complete("codes", entity.codes, more.codes);
  differences.complete("attributes", entity.attributes, more.attributes);
  differences.complete(entity.foreign, more.foreign);
  return differences.members();
}

/// Whether the two run between the same ends, put the other way round.
bool is_turned(const Relation& relation, const Relation& more) {
  return relation.type == more.type && relation.from == more.to && relation.to == more.from &&
         relation.from != relation.to;
}

std::vector<std::string> complete(Relation& relation, const Relation& more,
                                  const Meanings& meanings) {
  Differences differences;
  differences.compare("type", relation.type, more.type);
  if (!is_turned(relation, more) || !meanings.is_symmetric(relation.type)) {
    differences.compare("from", relation.from, more.from);
    differences.compare("to", relation.to, more.to);
  }
  differences.complete("when", relation.when, more.when);
  differences.compare("modality", relation.modality, more.modality);
  differences.complete("attributes", relation.attributes, more.attributes);
  differences.complete(relation.foreign, more.foreign);
  add_new(relation.evidence, more.evidence);
  return differences.members();
}

std::string listed(const std::vector<std::string>& members) {
  std::string text;
  for (const std::string& member : members) text += (text.empty() ? "`" : ", `") + member + "`";
  return text;
}

/// Unites the records of one list.
template <typename Record>
class Uniting {
 public:
  Uniting(const Dossier& dossier, std::vector<Record>& records, const Meanings& meanings,
          std::vector<Problem>& problems)
      : files_(dossier.files), records_(records), meanings_(meanings), problems_(problems) {}

  std::size_t run() {
    const std::size_t before = problems_.size();
    std::vector<bool> gone(records_.size(), false);
    Looks looks;
    for (const auto& [first, other] : repeated()) {
      looks.step();
      unite(first, other, gone);
    }
    std::size_t row = 0;
    std::erase_if(records_, [&](const Record&) { return gone[row++]; });
    return problems_.size() - before;
  }

 private:
  /// Rows of records that stand in several files: the first with each of the others, in order.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> repeated() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
    const StringTable ids = id_table(records_);
    Looks looks;
    for (std::uint32_t row = 0; row < ids.size(); ++row) {
      looks.step();
      const std::uint32_t first = ids.first(records_[row].id).value_or(row);
      if (first != row) rows.emplace_back(first, row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
  }

  /// Two records in one file stay two.
  void unite(std::uint32_t first, std::uint32_t other, std::vector<bool>& gone) {
    if (first != first_) files_seen_ = {records_[first].place.file};
    first_ = first;
    const std::uint32_t file = records_[other].place.file;
    if (std::find(files_seen_.begin(), files_seen_.end(), file) != files_seen_.end()) return;
    files_seen_.push_back(file);
    Record united = records_[first];
    const std::vector<std::string> differences = complete(united, records_[other], meanings_);
    if (differences.empty() && !report_publication(records_[first], records_[other], united))
      records_[first] = std::move(united);
    else if (!differences.empty())
      report(records_[first], records_[other], differences);
    gone[other] = true;
  }

  /// Whether a document is dated by one of the two and published by the other, at another time.
  bool report_publication(const Entity& known, const Entity& other, const Entity& united) {
    if (!meanings_.is_document(united.kind)) return false;
    const auto dates = contradicting_publication(united);
    if (!dates || contradicting_publication(known) || contradicting_publication(other))
      return false;
    const std::string published = "`published` " + dates->published.text();
    const std::string dated = "dated " + dates->when.text();
    problems_.push_back({Severity::error, "published-contradicts", files_[other.place.file],
                         other.place.line, other.place.column, other.id,
                         "the document is " + (known.when ? published : dated) + " here and " +
                             (known.when ? dated : published) + " at " + place_of(known) +
                             "; both mean its publication",
                         "mend one of the two, or leave it out", Concerns::record});
    return true;
  }
  static bool report_publication(const Relation&, const Relation&, const Relation&) {
    return false;
  }

  void report(const Record& known, const Record& other,
              const std::vector<std::string>& differences) {
    problems_.push_back({Severity::error, "contradiction", files_[other.place.file],
                         other.place.line, other.place.column, other.id,
                         listed(differences) + " is not as at " + place_of(known),
                         "mend one of the two records, or give one another id", Concerns::record});
  }

  [[nodiscard]] std::string place_of(const Record& record) const {
    const Place& place = record.place;
    return files_[place.file] + ':' + std::to_string(place.line) + ':' +
           std::to_string(place.column);
  }

  const std::vector<std::string>& files_;
  std::vector<Record>& records_;
  const Meanings& meanings_;
  std::vector<Problem>& problems_;
  std::uint32_t first_ = no_row;
  std::vector<std::uint32_t> files_seen_;  // that hold a record like it
};

}  // namespace

std::size_t unite_records(Dossier& dossier, Unites unites, const Meanings& meanings,
                          std::vector<Problem>& problems) {
  if (dossier.files.size() < 2) return 0;
  std::size_t gone = Uniting<Entity>(dossier, dossier.entities, meanings, problems).run();
  if (unites == Unites::all)
    gone += Uniting<Relation>(dossier, dossier.relations, meanings, problems).run();
  return gone;
}

}  // namespace entente
