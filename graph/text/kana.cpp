#include "text/kana.hpp"

#include <string_view>

#include "text/variants.hpp"

namespace entente {
namespace {

bool is_katakana(char32_t c) {
  return c >= 0x30A1 && c <= 0x30FA;
}

char32_t as_katakana(char32_t c) {
  const bool is_hiragana = (c >= 0x3041 && c <= 0x3096) || c == U'ゝ' || c == U'ゞ';
  return is_hiragana ? c + 0x60 : c;
}

/// The other of two characters that stand in one list after another; the character if none does.
char32_t exchanged(char32_t c, std::u32string_view pairs) {
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
    if (pairs[i] == c) return pairs[i + 1];
  return c;
}

char32_t large(char32_t c) {
  return exchanged(c, U"ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケ");
}

/// Letters that sound like others today.
char32_t as_pronounced(char32_t c) {
  return exchanged(c, U"ヂジヅズヰイヱエヲオヷバヸビヹベヺボヴブ");
}

/// ヴ and a small vowel in one: バ of ヴァ; 0 if the two are no such pair.
char32_t voiced_pair(char32_t first, char32_t second) {
  if (first != U'ヴ') return 0;
  const char32_t pair = exchanged(second, U"ァバィビェベォボ");
  return pair == second ? 0 : pair;
}

/// What a repetition mark stands for behind that character.
char32_t repeated(char32_t mark, char32_t before) {
  if (mark == U'々' || mark == U'〻') return is_ideograph(before) ? before : mark;
  if (!is_katakana(before)) return mark;
  if (mark == U'ヽ') return before;
  return mark == U'ヾ'
             ? exchanged(before,
                         U"カガキギクグケゲコゴサザシジスズセゼソゾタダチジツズテデトドハバヒビフブ"
                         U"ヘベホボウブ")
             : mark;
}

/// ヶ, ケ and が between ideographs are the same particle: 霞ヶ関, 霞が関.
bool is_particle(char32_t before, char32_t c, char32_t next) {
  return (c == U'ケ' || c == U'ガ') && is_ideograph(before) && is_ideograph(next);
}

/// The text in katakana, without long marks behind kana, whatever sign stands for them.
std::u32string without_long_marks(std::u32string_view text) {
  constexpr std::u32string_view signs = U"ー−~";
  std::u32string result;
  bool behind_kana = false;
  for (const char32_t c : text) {
    const char32_t kana = as_katakana(c);
    if (behind_kana && signs.find(c) != std::u32string_view::npos) continue;
    behind_kana = is_katakana(kana) || kana == U'ヽ' || kana == U'ヾ';
    result += kana;
  }
  return result;
}

}  // namespace

std::u32string unified_kana(std::u32string_view text) {
  const std::u32string plain = without_long_marks(text);
  std::u32string result;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char32_t next = i + 1 < plain.size() ? plain[i + 1] : 0;
    const char32_t before = result.empty() ? 0 : result.back();
    if (const char32_t pair = voiced_pair(plain[i], next); pair != 0) {
      result += pair;
      ++i;
      continue;
    }
    const char32_t c = as_pronounced(large(repeated(plain[i], before)));
    result += is_particle(before, c, next) ? U'ガ' : c;
  }
  return result;
}

}  // namespace entente
