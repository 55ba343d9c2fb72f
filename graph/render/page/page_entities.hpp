#pragma once

/// Entities of a page: names, dates, places in the drawing.

#include <string>

#include "render/page/page_contents.hpp"
#include "render/page/page_json.hpp"
#include "render/page/page_search.hpp"
#include "render/page/page_vocabulary.hpp"

namespace entente {

[[nodiscard]] std::string page_entities(const PageContents& contents,
                                        const PageVocabulary& vocabulary, DistinctRows& rows,
                                        SearchForms& search);

}  // namespace entente
