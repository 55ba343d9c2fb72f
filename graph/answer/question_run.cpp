#include "answer/question_run.hpp"

namespace entente::answers {
namespace {

/// What a question adds to what is obeyed already, with the progress that is reported already.
RunControl added_by(const Question& question, const ObeyedControl* outer) {
  RunControl control{.deadline = question.run.deadline, .stop = question.run.stop};
  if (outer != nullptr) control.progress = outer->control->progress;
  return control;
}

/// Who is told of progress stays; where nobody is, nobody has to be.
ObeyedControl beside(const ObeyedControl* outer, const RunControl& control) {
  ObeyedControl obeyed{.control = &control, .outer = outer};
  if (outer != nullptr) obeyed.caller = outer->caller;
  return obeyed;
}

}  // namespace

QuestionRun::QuestionRun(const Question& question)
    : control_(added_by(question, obeyed_control())),
      obeyed_(beside(obeyed_control(), control_)),
      obeying_(&obeyed_) {
  check_run();
  if (question.run.threads != 0 || question.run.executor)
    threads_.emplace(question.run.threads, question.run.executor);
}

}  // namespace entente::answers
