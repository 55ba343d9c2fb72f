#include "render/image/fonts.hpp"

#include <memory>
#include <vector>

#include <fontconfig/fontconfig.h>

#include "text/utf8.hpp"

namespace entente {
namespace {

struct ReleaseFont {
  void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
  void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcObjectSet* set) const { FcObjectSetDestroy(set); }
};
template <typename T>
using OwnedFont = std::unique_ptr<T, ReleaseFont>;

bool is_east_asian(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c < 0x40000);
}

/// What stands between tags, without tooltips and style sheets, which are not drawn.
template <typename Take>
void each_drawn_text(std::string_view svg, Take take) {
  for (std::size_t at = 0; at < svg.size();) {
    const std::size_t tag = std::min(svg.find('<', at), svg.size());
    take(svg.substr(at, tag - at));
    const std::string_view rest = svg.substr(tag);
    at = tag;
    for (const std::string_view skipped : {"<title", "<desc", "<style"})
      if (rest.starts_with(skipped)) at = svg.find("</", tag);
    at = svg.find('>', at);
    if (at == std::string_view::npos) return;
    ++at;
  }
}

OwnedFont<FcCharSet> drawn_characters(std::string_view svg) {
  OwnedFont<FcCharSet> set(FcCharSetCreate());
  each_drawn_text(svg, [&](std::string_view text) {
    for (const CodePoint c : code_points(text))
      if (c.value >= 0xA0 && c.value != 0x200D && (c.value < 0xFE00 || c.value > 0xFE0F))
        FcCharSetAddChar(set.get(), c.value);
  });
  return set;
}

OwnedFont<FcFontSet> installed_fonts() {
  const OwnedFont<FcPattern> any(FcPatternCreate());
  const OwnedFont<FcObjectSet> wanted(
      FcObjectSetBuild(FC_FAMILY, FC_CHARSET, static_cast<char*>(nullptr)));
  return OwnedFont<FcFontSet>(FcFontList(nullptr, any.get(), wanted.get()));
}

/// The characters of a set, ascending, at most so many.
std::u32string characters(const FcCharSet* set, std::size_t most) {
  std::u32string found;
  FcChar32 map[FC_CHARSET_MAP_SIZE];
  FcChar32 next = 0;
  for (FcChar32 page = FcCharSetFirstPage(set, map, &next);
       page != FC_CHARSET_DONE && found.size() < most; page = FcCharSetNextPage(set, map, &next))
    for (unsigned bit = 0; bit < 32 * FC_CHARSET_MAP_SIZE && found.size() < most; ++bit)
      if ((map[bit / 32] >> bit % 32 & 1U) != 0) found += static_cast<char32_t>(page + bit);
  return found;
}

struct Coverage {
  OwnedFont<FcCharSet> missing;  ///< by all fonts
  bool has_cjk_family = false;
};

Coverage coverage_of(const FcCharSet* needed) {
  Coverage result{OwnedFont<FcCharSet>(FcCharSetCopy(const_cast<FcCharSet*>(needed)))};
  const OwnedFont<FcFontSet> fonts = installed_fonts();
  for (int i = 0; fonts && i < fonts->nfont; ++i) {
    FcCharSet* covered = nullptr;
    FcChar8* family = nullptr;
    if (FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &family) == FcResultMatch &&
        std::string_view(reinterpret_cast<const char*>(family)).starts_with("Noto Sans CJK"))
      result.has_cjk_family = true;
    if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &covered) == FcResultMatch)
      result.missing.reset(FcCharSetSubtract(result.missing.get(), covered));
  }
  return result;
}

constexpr std::string_view cjk_advice =
    "; install Noto Sans CJK (Debian package fonts-noto-cjk) and draw again";

}  // namespace

std::string font_warning(std::string_view svg) {
  const OwnedFont<FcCharSet> needed = drawn_characters(svg);
  bool east_asian = false;
  for (const char32_t c : characters(needed.get(), 100'000)) east_asian |= is_east_asian(c);
  const Coverage coverage = coverage_of(needed.get());
  if (const FcChar32 count = FcCharSetCount(coverage.missing.get()); count > 0) {
    std::string sample;
    bool cjk = false;
    for (const char32_t c : characters(coverage.missing.get(), 5)) {
      append_utf8(sample, c);
      cjk |= is_east_asian(c);
    }
    return "no installed font has " + std::to_string(count) +
           (count == 1 ? " character" : " characters") + " of this picture (" + sample + ")" +
           std::string(cjk ? cjk_advice : "; install a font that has them and draw again");
  }
  if (east_asian && !coverage.has_cjk_family)
    return "Chinese, Japanese and Korean text is drawn in another face than Noto Sans CJK, whose "
           "characters may be shaped as in another language" +
           std::string(cjk_advice);
  return {};
}

}  // namespace entente
