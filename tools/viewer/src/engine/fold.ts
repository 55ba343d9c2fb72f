// Folding what a reader types as the library folds names, as far as matters for finding them.

const marks = /\p{M}/gu;
const noise = /[\s\p{P}`´ʻʼʽʾʿ=ـ]/gu;

/** Small kana and the large ones they are compared as. */
const smallKana = 'ァィゥェォッャュョヮ';
const largeKana = 'アイウエオツヤユヨワ';

export class Folding {
  private readonly variants_ = new Map<string, string>();

  /** Pairs of a character and its form, such as 錫锡. */
  constructor(pairs: string[]) {
    for (const pair of pairs) {
      const [character, form] = [...pair];
      if (character && form) this.variants_.set(character, form);
    }
  }

  /** Case, width and script variants aside. */
  fold(text: string): string {
    const plain = text.normalize('NFKC').toLowerCase().replace(/ß/g, 'ss').replace(/\s+/gu, ' ').trim();
    return [...plain].map((c) => this.variants_.get(c) ?? c).join('');
  }

  /** Accents aside, too. */
  plain(text: string): string {
    const folded = this.fold(text);
    const letters = folded.normalize('NFD').replace(marks, (mark) =>
      mark === '\u3099' || mark === '\u309a' ? mark : '');
    return letters.normalize('NFC').replace(/ł/g, 'l').replace(/ø/g, 'o').replace(/đ/g, 'd')
      .replace(/æ/g, 'ae').replace(/ı/g, 'i');
  }

  /** Spaces, points and the writing of kana aside, too. */
  key(text: string): string {
    const letters = this.plain(text).replace(noise, '').replace(/ー/g, '');
    return [...letters].map((c) => {
      const code = c.codePointAt(0)!;
      const katakana = code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : c;
      const small = smallKana.indexOf(katakana);
      return small < 0 ? katakana : largeKana[small]!;
    }).join('');
  }
}
