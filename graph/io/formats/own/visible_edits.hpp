#pragma once

/// What other programs changed in files of ours: where a file keeps a member twice, as a record has
/// it and as other programs show it, and the two differ, somebody has edited what is shown.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/model/record.hpp>

#include "io/formats/foreign.hpp"
#include "io/formats/own/relation_phrases.hpp"
#include "io/formats/own/visible_days.hpp"

namespace entente {

/// What a file shows of a record beside the record's own members. What is empty is not shown.
struct VisibleParts {
  std::string label = {};
  std::string file_id = {};  ///< the format's own id, which some programs write for a label
  std::vector<VisibleDays> days = {};
  std::string type = {};  ///< what the format itself calls the kind or type
  std::string weight = {};
  ForeignPlace place = {};
};

/// Gives records what is shown of them, where that is not what our writers make of the record.
/// Each edit is remarked, with its record.
class VisibleEdits {
 public:
  /// Borrows the reading.
  explicit VisibleEdits(ForeignReading& reading) : reading_(reading), phrases_(reading) {}

  /// Of the entity that was read last.
  void entity(const VisibleParts& parts);
  /// Of the relation that was read last.
  void relation(const VisibleParts& parts);
  /// Decides on labels, which are understood together: all of a file are in few languages, and all
  /// of a type alike. Once, behind the records.
  void finish();
  /// Remarks an edit.
  void remark(std::string_view record, std::string message, ForeignPlace place);

 private:
  struct Label {
    std::size_t record = 0;  ///< index in the dossier
    std::string text = {};
    ForeignPlace place = {};
  };

  template <typename Record>
  void days(Record& record, const VisibleParts& parts);
  /// Whether there were two.
  bool type(Relation& relation, const VisibleParts& parts);
  void weight(Relation& relation, const VisibleParts& parts);
  [[nodiscard]] bool is_explained(const Entity& entity, const std::string& label);
  void rename(Entity& entity, const Label& label);
  void label(Relation& relation, const Label& label);
  ForeignReading& reading_;
  RelationPhrases phrases_;
  std::map<std::string, std::size_t, std::less<>> languages_;  // of labels that are names
  std::vector<Label> entity_labels_;                           // that are no names
  std::vector<Label> relation_labels_;                         // that are no phrases
  std::map<std::string, std::size_t, std::less<>> shown_of_type_;
  std::map<std::pair<std::string, std::string>, std::size_t> alike_;  // of a type and a label
};

}  // namespace entente
