#include "text/html.hpp"

#include <entente/text/safe.hpp>

namespace entente {

std::string html_text(std::string_view text) {
  std::string safe;
  for (const char c : terminal_safe(text)) switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  return safe;
}

}  // namespace entente
