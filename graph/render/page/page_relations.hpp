#pragma once

/// Relations of a page: ends, verdicts, sentences, evidence.

#include <string>

#include "render/page/page_contents.hpp"
#include "render/page/page_json.hpp"
#include "render/page/page_statements.hpp"
#include "render/page/page_vocabulary.hpp"

namespace entente {

[[nodiscard]] std::string page_relations(const PageContents& contents,
                                         const PageVocabulary& vocabulary, DistinctRows& rows,
                                         PageWords& words);

}  // namespace entente
