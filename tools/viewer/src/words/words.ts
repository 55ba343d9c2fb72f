// The languages of the interface, and which text of several a reader is shown.

import type { Labels } from '../engine/data';
import type table from './words.json';

/** The words of the page by name, each in all languages. */
export type Table = typeof table;
export type Word = keyof Table;
export type Words = Record<Word, string>;

export const languages: [tag: string, name: string, words: Words][] = [];

/** Takes the words that the page carries. */
export function learn(words: Table): void {
  const names = Object.keys(words) as Word[];
  words.languageTag.forEach((tag, i) => languages.push(
    [tag, words.languageName[i]!, Object.fromEntries(names.map((name) => [name, words[name][i]!])) as Words]));
}

/** `zh-TW` is written in traditional characters, `zh` and `zh-CN` in simplified ones. */
function scriptOf(tag: string): string {
  const lower = tag.toLowerCase();
  if (!lower.startsWith('zh')) return '';
  return /hant|tw|hk|mo/.test(lower) ? 'hant' : 'hans';
}

/** How well a tag serves a reader of another: the smaller the better. */
export function distance(wanted: string, tag: string): number {
  const [a, b] = [wanted.toLowerCase(), tag.toLowerCase()];
  if (a === b) return 0;
  if (a.split('-')[0] !== b.split('-')[0]) return 9;
  return scriptOf(a) === scriptOf(b) ? 1 : 2;
}

/** The best of several tags for a list of languages; English, then the first, where none serves. */
export function bestOf(tags: string[], wanted: string[]): number {
  for (const language of [...wanted, 'en']) {
    let best = -1;
    let least = 9;
    tags.forEach((tag, i) => {
      const d = distance(language, tag);
      if (d < least) [best, least] = [i, d];
    });
    if (best >= 0) return best;
  }
  return tags.length > 0 ? 0 : -1;
}

export function labelIn(labels: Labels, wanted: string[]): string {
  const tags = Object.keys(labels);
  const best = bestOf(tags, wanted);
  return best < 0 ? '' : labels[tags[best]!]!;
}

function canonical(tag: string): string {
  try {
    return new Intl.Locale(tag.trim().replace(/_/g, '-')).toString();
  } catch {
    return '';
  }
}

/** The first language of a list that the page can speak, or has names in; else another. */
export function languageOf(asked: string, named: Iterable<string>, otherwise: string): string {
  const known = [...languages.map(([tag]) => tag), ...named];
  for (const each of asked.split(/[,;\s]+/)) {
    const tag = canonical(each);
    if (tag && known.some((other) => distance(tag, other) < 9)) return tag;
  }
  return otherwise;
}

/** Comparing texts as a language does, or as any does. */
export function collatorFor(tag: string): Intl.Collator {
  try {
    return new Intl.Collator(tag);
  } catch {
    return new Intl.Collator();
  }
}

export function wordsFor(tag: string): Words {
  return languages[bestOf(languages.map(([each]) => each), [tag])]![2];
}

/** The word with its gaps {n} filled. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
