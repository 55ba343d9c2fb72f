#pragma once

/// All that answers a question obeys the control that the question came with.

#include <optional>

#include <entente/answer/question.hpp>

#include "base/run_scope.hpp"
#include "base/threads.hpp"

namespace entente::answers {

/// While it lives its thread obeys the deadline and the stop of a question beside those that it
/// obeyed before, and keeps to the question's threads where nobody else said how many. Progress is
/// reported as before: what a question wants to know of it algorithms tell it themselves.
class QuestionRun {
 public:
  /// @throws LimitReached, Interrupted at once if the deadline is over or the stop true.
  explicit QuestionRun(const Question& question);
  QuestionRun(const QuestionRun&) = delete;
  QuestionRun& operator=(const QuestionRun&) = delete;
  ~QuestionRun() = default;

 private:
  RunControl control_;
  ObeyedControl obeyed_;
  Obeying obeying_;
  std::optional<ThreadScope> threads_;
};

}  // namespace entente::answers
