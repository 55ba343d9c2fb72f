// How wide texts are, and where their lines break.

import { fontFamily } from './surface';

/** Where a line may break: between words, and between characters that need no spaces. */
const pieces = /[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\s\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+\s*|\s+/gu;

export class Lettering {
  private readonly measuring_ = document.createElement('canvas').getContext('2d')!;
  private readonly wrapped_ = new Map<string, string[]>();

  width(text: string, size: number, language: string): number {
    this.measuring_.font = `${size}px ${fontFamily(language)}`;
    return this.measuring_.measureText(text).width;
  }

  /** The text, its end cut off if it is wider. */
  short(text: string, width: number, size: number, language: string): string {
    if (this.width(text, size, language) <= width) return text;
    const letters = [...text];
    while (letters.length > 1 && this.width(`${letters.join('')}…`, size, language) > width) letters.pop();
    return `${letters.join('').trimEnd()}…`;
  }

  /** A text in lines of at most that width, none of it left out. */
  lines(text: string, width: number, size: number, language: string): string[] {
    const lines: string[] = [''];
    for (const part of text.match(pieces) ?? [])
      if (lines[lines.length - 1] === '' || this.width((lines[lines.length - 1]! + part).trimEnd(), size, language) <= width)
        lines[lines.length - 1] += part;
      else lines.push(part.trimStart());
    return lines.map((line) => line.trimEnd());
  }

  /** In bold letters of that size and at most so many lines; between words where there are any. */
  wrap(text: string, size: number, width: number, most: number, language: string): string[] {
    const key = `${size} ${width} ${most} ${language} ${text}`;
    const known = this.wrapped_.get(key);
    if (known) return known;
    this.measuring_.font = `bold ${size}px ${fontFamily(language)}`;
    const fits = (line: string): boolean => this.measuring_.measureText(line).width <= width;
    const parts = text.match(pieces) ?? [text];
    const lines: string[] = [''];
    for (const part of parts) {
      const last = lines.length - 1;
      if (lines[last] === '' || fits((lines[last]! + part).trimEnd())) lines[last] += part;
      else lines.push(part.trimStart());
    }
    if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(''));
    const result = lines.map((line) => {
      let letters = [...line.trim()];
      if (fits(letters.join(''))) return letters.join('');
      while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters = letters.slice(0, -1);
      return `${letters.join('').trimEnd()}…`;
    });
    if (this.wrapped_.size > 20_000) this.wrapped_.clear();
    this.wrapped_.set(key, result);
    return result;
  }
}
