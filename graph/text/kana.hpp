#pragma once

/// Kana in one writing, for comparing names: the many ways to write one sound.

#include <string>

namespace entente {

/// Hiragana as katakana, small kana as large ones, ヴァ as バ, ヂ as ジ, repetition marks (々, ゝ,
/// ヾ) as what they repeat, ヶ between ideographs as ガ, and no long marks (サーバー and サーバ).
/// Expects composed characters of full width. Doing it twice changes nothing more.
[[nodiscard]] std::u32string unified_kana(std::u32string_view text);

}  // namespace entente
