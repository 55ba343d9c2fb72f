#include "io/relation_scanner.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace entente {
namespace {

using Word = std::uint64_t;

constexpr std::size_t plain_depth = 8;  // that a relation can stand in any of our formats

constexpr std::array<std::string_view, 7> relation_names = {
    "id\"", "type\"", "from\"", "to\"", "when\"", "modality\"", "evidence\""};
constexpr std::array<std::string_view, 4> evidence_names = {"source\"", "at\"", "asserted_by\"",
                                                            "when\""};

constexpr Word repeated(unsigned char byte) {
  return 0x0101010101010101U * byte;
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F;
}

/// The NUL behind a text ends the comparison too.
bool begins_with(const char* at, std::string_view word) {
  for (const char c : word)
    if (*at++ != c) return false;
  return true;
}

/// High bits where a byte is zero; those above the lowest may be wrong.
constexpr Word zero_bytes(Word word) {
  return (word - repeated(1)) & ~word & repeated(0x80);
}

/// The first byte that a plain text does not hold. Eight bytes a step.
const char* end_of_plain(const char* at, const char* last) {
  while (last - at >= static_cast<std::ptrdiff_t>(sizeof(Word))) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    const Word controls = (word - repeated(0x20)) & ~word & repeated(0x80);
    const Word special = controls | zero_bytes(word ^ repeated('"')) |
                         zero_bytes(word ^ repeated('\\')) | zero_bytes(word ^ repeated(0x7F));
    if (special != 0) {
      if constexpr (std::endian::native == std::endian::little)
        return at + std::countr_zero(special) / 8;
      break;
    }
    at += sizeof word;
  }
  while (at < last && is_plain(*at)) ++at;
  return at;
}

}  // namespace

RelationScanner::RelationScanner(std::string_view text, const ReadLimits& limits)
    : text_(text), last_(text.data() + text.size()), at_(text.data()), limits_(limits) {}

void RelationScanner::skip_blanks() {
  while (*at_ == ' ' || *at_ == '\t' || *at_ == '\r' || (*at_ == '\n' && blanks_ == Blanks::any))
    ++at_;
}

bool RelationScanner::accept(char c) {
  if (*at_ != c) return false;
  ++at_;
  return true;
}

bool RelationScanner::accept_behind_blanks(char c) {
  skip_blanks();
  return accept(c);
}

std::optional<std::string_view> RelationScanner::text(std::size_t most) {
  if (!accept('"')) return std::nullopt;
  const char* begin = at_;
  at_ = end_of_plain(at_, last_);
  const auto size = static_cast<std::size_t>(at_ - begin);
  if (size > most || !accept('"')) return std::nullopt;
  return std::string_view(begin, size);
}

bool RelationScanner::read_text(std::string_view& into, std::size_t most) {
  const auto content = text(most);
  if (content) into = *content;
  return content.has_value();
}

bool RelationScanner::read_identifier(std::string_view& into) {
  return read_text(into, limits_.identifier) && !into.empty();
}

/// The name of a member and the colon. Members most often come in the usual order.
std::optional<std::size_t> RelationScanner::member(Names names, std::size_t expected) {
  if (!accept_behind_blanks('"')) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t index = (expected + i) % names.size();
    if (!begins_with(at_, names[index])) continue;
    at_ += names[index].size();
    if (!accept_behind_blanks(':')) return std::nullopt;
    skip_blanks();
    return index;
  }
  return std::nullopt;
}

template <typename Take>
bool RelationScanner::object(Names names, std::uint32_t required, Take take) {
  if (!accept('{')) return false;
  std::uint32_t seen = 0;
  std::size_t expected = 0;
  do {
    const auto index = member(names, expected);
    if (!index || (seen >> *index & 1U) != 0 || !take(*index)) return false;
    seen |= 1U << *index;
    expected = *index + 1;
  } while (accept_behind_blanks(','));
  return accept('}') && (seen & required) == required;
}

bool RelationScanner::value() {
  enum { id, type, from, to, when, modality_, evidence_ };
  relation_.when = {};
  relation_.modality = Modality::fact;
  relation_.evidence.clear();
  constexpr std::uint32_t required = 1U << id | 1U << type | 1U << from | 1U << to;
  return object(relation_names, required, [this](std::size_t index) {
    switch (index) {
      case id:
        return read_identifier(relation_.id);
      case type:
        return read_identifier(relation_.type);
      case from:
        return read_identifier(relation_.from);
      case to:
        return read_identifier(relation_.to);
      case when:
        return read_text(relation_.when, limits_.string) && !relation_.when.empty();
      case modality_:
        return modality();
      default:
        return evidence_list();
    }
  });
}

bool RelationScanner::modality() {
  std::string_view word;
  if (!read_identifier(word)) return false;
  const auto known = modality_from(word);
  if (known) relation_.modality = *known;
  return known.has_value();
}

bool RelationScanner::evidence_list() {
  if (!accept('[')) return false;
  if (accept_behind_blanks(']')) return true;
  do {
    skip_blanks();
    if (!evidence()) return false;
  } while (accept_behind_blanks(','));
  return accept(']');
}

bool RelationScanner::evidence() {
  enum { source, at, asserted_by, when };
  EvidenceText& text = relation_.evidence.emplace_back();
  return object(evidence_names, 1U << source, [&](std::size_t index) {
    switch (index) {
      case source:
        return read_identifier(text.source);
      case at:
        return read_text(text.at, limits_.string);
      case asserted_by:
        return read_identifier(text.asserted_by);
      default:
        return read_text(text.when, limits_.string) && !text.when.empty();
    }
  });
}

std::optional<std::size_t> RelationScanner::scan(std::size_t at) {
  at_ = text_.data() + at;
  if (limits_.depth < plain_depth || !value()) return std::nullopt;
  const auto end = static_cast<std::size_t>(at_ - text_.data());
  // A value takes two bytes at least; one more may stand around all of them.
  if ((end - at) / 2 + 1 > limits_.values) return std::nullopt;
  return end;
}

std::optional<std::size_t> RelationScanner::scan_line(std::size_t at) {
  constexpr std::array<std::string_view, 1> names = {"relation\""};
  blanks_ = Blanks::of_a_line;
  at_ = text_.data() + at;
  skip_blanks();
  if (!accept('{') || !member(names, 0)) return std::nullopt;
  const auto end = scan(static_cast<std::size_t>(at_ - text_.data()));
  if (!end || !accept_behind_blanks('}')) return std::nullopt;
  skip_blanks();
  if (at_ != last_ && !accept('\n')) return std::nullopt;
  return static_cast<std::size_t>(at_ - text_.data());
}

}  // namespace entente
