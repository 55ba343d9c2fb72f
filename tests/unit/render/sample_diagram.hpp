#pragma once

#include <string>

#include <entente/render/diagram.hpp>

namespace entente::test {

/// Three entities in a row:
///
///   japan --party_to (from 2014 on, certain)--> ipcp <--party_to (plan, possible)-- nato
inline Diagram sample_diagram() {
  Diagram d{.page = {.title = {"Japan and NATO", "en"}, .subtitle = {"As of 2014", "en"}}};
  d.nodes = {{.id = "ipcp",
              .kind = "agreement",
              .drawing_class = "agreement",
              .names = {{"Partnership Programme", "en"}},
              .year = "2014",
              .url = "https://example.org/ipcp",
              .tooltip = "Partnership Programme (agreement)"},
             {.id = "japan",
              .kind = "country",
              .drawing_class = "country",
              .names = {{"Japan", "en"}, {"日本", "ja"}},
              .tooltip = "Japan (country)"},
             {.id = "nato",
              .kind = "organisation",
              .drawing_class = "organisation",
              .names = {{"NATO", "en"}},
              .tooltip = "NATO (organisation)"}};
  d.edges = {{.relations = {"r1"},
              .from = 1,
              .to = 0,
              .type = "party_to",
              .drawing_class = "treaty",
              .dates = "from 2014 on",
              .tooltip = "Japan is party"},
             {.relations = {"r2", "r3"},
              .from = 2,
              .to = 0,
              .type = "party_to",
              .drawing_class = "treaty",
              .mark = {"planned", "en"},
              .certainty = Verdict::maybe,
              .doubt = Why::imprecise,
              .modality = Modality::plan,
              .tooltip = "NATO is party"}};
  d.page.legend = {{NodeMark{"country"}, {"country", "en"}},
                   {LineMark{"treaty"}, {"is party to", "en"}}};
  return d;
}

}  // namespace entente::test
