// What to write instead of a period that is none, as the tool advises.

import { meantDate, tokensOf, type Meant, type Token } from './worded';

const isPresent = /^(present|now|today|ongoing|current|open|date)$/;
const isFrom = /^(since|from|after|starting)$/;
const isUntil = /^(until|till|to|through)$/;

/** An end of an interval; `..` for an open or unknown one, null for what is none. */
function endOf(tokens: Token[]): string | null {
  const text = tokens.map((token) => token.text).join('');
  if (/^(|\.\.|\?|unknown)$/.test(text) || (tokens.length === 1 && isPresent.test(text))) return '..';
  const meant = meantDate(tokens);
  return meant?.how === 'clear' && meant.a ? meant.a : null;
}

/** Where an interval is divided: at "to", at a dash between blanks, at the only slash, or at the hyphen between two years. */
function divider(tokens: Token[]): number {
  const words = tokens.findIndex(({ text, afterBlank }, i) =>
    i > 0 && (isUntil.test(text) || (text === '-' && afterBlank && tokens[i + 1]?.afterBlank)));
  if (words >= 0) return words;
  const slashes = tokens.filter(({ text }) => text === '/').length;
  if (slashes === 1) return tokens.findIndex(({ text }) => text === '/');
  const [a, hyphen, b] = tokens.map(({ text }) => text);
  return tokens.length === 3 && hyphen === '-' && a!.length === 4 && /^(....|[a-z]+)$/.test(b!) ? 1 : -1;
}

function interval(tokens: Token[]): string {
  const from = isFrom.test(tokens[0]!.text);
  const until = isUntil.test(tokens[0]!.text);
  const rest = from || until ? tokens.slice(1) : tokens;
  const middle = divider(rest);
  if ((until && middle >= 0) || (middle < 0 && !from && !until)) return '';
  const start = middle >= 0 ? endOf(rest.slice(0, middle)) : from ? endOf(rest) : '..';
  const end = middle >= 0 ? endOf(rest.slice(middle + 1)) : from ? '..' : endOf(rest);
  if (!start || !end || (start === '..' && end === '..')) return '';
  const common = Math.min(start.length, end.length);
  const isReversed = start !== '..' && end !== '..' && end.slice(0, common) < start.slice(0, common);
  return isReversed ? '' : `${start}/${end}`;
}

/** What seems to be meant; null where that is not clear. */
export function adviceOn(text: string): Meant | null {
  // Signs of doubt and the hour of a day say nothing about which days are asked about.
  const days = text.trim().replace(/T\d.*$/, '').replace(/[?~%]/g, '');
  const tokens = tokensOf(/^[-\dX./?~%T:+Z]+$/.test(text.trim()) ? days : text);
  if (!tokens.length || (tokens.length === 1 && isPresent.test(tokens[0]!.text))) return null;
  const meant = meantDate(tokens);
  if (meant) return meant.a ? meant : null;
  const a = interval(tokens);
  return a ? { how: 'clear', a, b: '' } : null;
}
