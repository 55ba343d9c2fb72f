#include "io/formats/records/ftm_schemata.hpp"

#include <algorithm>
#include <array>

namespace entente {
namespace {

// The first edge of a type is the one it is written as.
constexpr std::array<FtmEdge, 16> ftm_edges = {{
    {"Membership", "member", "organization", {"member_of", "is a member of"}},
    {"Directorship", "director", "organization", {"leads", "leads"}},
    {"Employment", "employee", "employer", {"employed_by", "is employed by"}},
    {"Ownership", "owner", "asset", {"owns", "owns"}},
    {"Occupancy", "holder", "post", {"holds_post", "holds the post of"}},
    {"Family", "person", "relative", {"family_of", "is family of", Symmetry::symmetric}},
    {"Associate",
     "person",
     "associate",
     {"associated_with", "is associated with", Symmetry::symmetric}},
    {"Succession", "predecessor", "successor", {"succeeds", "succeeds"}, true},
    {"Representation", "agent", "client", {"represents", "represents"}},
    {"Payment", "payer", "beneficiary", {"finances", "finances"}},
    {"UnknownLink",
     "subject",
     "object",
     {"associated_with", "is associated with", Symmetry::symmetric}},
    {"Documentation", "entity", "document", {"about", "is about"}, true},
    {"Debt", "debtor", "creditor", {"owes", "owes"}},
    {"ProjectParticipant", "participant", "project", {"participates_in", "participates in"}},
    {"CourtCaseParty", "party", "case", {"involved_in", "is involved in"}},
    {"ContractAward", "supplier", "contract", {"awarded", "was awarded"}},
}};
constexpr std::size_t unknown_link = 10;

struct FtmKind {
  std::string_view schema;
  std::string_view kind;
};
// The first schema of a kind is the one it is written as.
constexpr std::array<FtmKind, 33> ftm_kinds = {{
    {"Person", "person"},
    {"Organization", "organisation"},
    {"PublicBody", "organisation"},
    {"Company", "organisation"},
    {"LegalEntity", "organisation"},
    {"Position", "post"},
    {"Event", "event"},
    {"Address", "place"},
    {"Document", "document"},
    {"Article", "document"},
    {"Pages", "document"},
    {"Page", "document"},
    {"PlainText", "document"},
    {"HyperText", "document"},
    {"Email", "document"},
    {"Message", "document"},
    {"Image", "document"},
    {"Audio", "document"},
    {"Video", "document"},
    {"Folder", "document"},
    {"Package", "document"},
    {"Table", "document"},
    {"Workbook", "document"},
    {"Trip", "event"},
    {"Meeting", "event"},
    {"Note", "statement"},
    {"Land", "place"},
    {"RealEstate", "place"},
    {"Country", "country"},
    {"Contract", "agreement"},
    {"Project", "body"},
    {"Topic", "topic"},
    {"Asset", "asset"},
}};

// What our kinds are to others. FtM has neither countries nor treaties.
constexpr std::array<FtmKind, 12> ftm_written = {{
    {"Person", "person"},
    {"PublicBody", "country"},
    {"Organization", "organisation"},
    {"Organization", "body"},
    {"Position", "post"},
    {"Event", "event"},
    {"Address", "place"},
    {"Document", "document"},
    {"Document", "agreement"},
    {"Note", "statement"},
    {"Note", "topic"},
    {"Asset", "asset"},
}};

// From what is said of anything to what is said of few.
constexpr std::array<std::string_view, 8> ftm_general = {"Thing",       "Interval",    "Interest",
                                                         "LegalEntity", "Analyzable",  "Document",
                                                         "Asset",       "Organization"};

constexpr std::array<FtmLifespan, 6> ftm_lifespans = {{
    {"Person", "birthDate", "deathDate"},
    {"Organization", "incorporationDate", "dissolutionDate"},
    {"Company", "incorporationDate", "dissolutionDate"},
    {"PublicBody", "incorporationDate", "dissolutionDate"},
    {"LegalEntity", "incorporationDate", "dissolutionDate"},
    {"Position", "inceptionDate", "dissolutionDate"},
}};

}  // namespace

const FtmEdge* find_ftm_edge(std::string_view schema) {
  const auto* found = std::find_if(ftm_edges.begin(), ftm_edges.end(),
                                   [&](const FtmEdge& edge) { return edge.schema == schema; });
  return found == ftm_edges.end() ? nullptr : found;
}

const FtmEdge& ftm_edge_of(std::string_view type, std::string_view to_schema) {
  if (type == "holds_post" && to_schema != "Position") return ftm_edges.front();
  const auto* found = std::find_if(ftm_edges.begin(), ftm_edges.end(),
                                   [&](const FtmEdge& edge) { return edge.type.id == type; });
  return found == ftm_edges.end() ? ftm_edges[unknown_link] : *found;
}

std::string_view kind_of_ftm(std::string_view schema) {
  const auto* found = std::find_if(ftm_kinds.begin(), ftm_kinds.end(),
                                   [&](const FtmKind& one) { return one.schema == schema; });
  return found == ftm_kinds.end() ? std::string_view() : found->kind;
}

std::string_view ftm_schema_of(std::string_view kind, const Vocabulary& vocabulary) {
  for (const std::string& one : vocabulary.lineage(kind))
    for (const FtmKind& written : ftm_written)
      if (written.kind == one) return written.schema;
  return "Thing";
}

bool is_more_specific(std::string_view schema, std::string_view than) {
  const auto rank = [](std::string_view one) {
    return std::find(ftm_general.begin(), ftm_general.end(), one) - ftm_general.begin();
  };
  return rank(schema) > rank(than);
}

FtmLifespan ftm_lifespan(std::string_view schema) {
  for (const FtmLifespan& one : ftm_lifespans)
    if (one.schema == schema) return one;
  return {schema, "startDate", "endDate"};
}

}  // namespace entente
