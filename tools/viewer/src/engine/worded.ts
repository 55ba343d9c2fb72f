// Dates as people write them: "24 February 1976", "02/24/1976", "1976年2月24日", read as the tool reads them.

import { daysInMonth } from './days';

/** A run of digits or of small letters, or one sign. */
export interface Token {
  text: string;
  afterBlank: boolean;
}

/** What somebody seems to have meant; `b` is the other reading where there are two. */
export interface Meant {
  how: 'clear' | 'orders' | 'years'; // day or month first; a month or two years
  a: string; // '' where no century is said
  b: string;
}

/** Words and signs beside those that stand for them; the longer before those that they begin with. */
const rewordings: [from: RegExp, to: string][] = ([
  ['年代', 's'], ['年', ' year '], ['月', ' month '], ['日', ' day '], ['頃|ごろ|約|约', ' about '], ['元', '1'],
  ['令和', ' reiwa '], ['平成', ' heisei '], ['昭和', ' showa '], ['大正', ' taisho '],
  ['至今', ' - present '], ['現在|现在', ' present '], ['から|[至–—〜～]', ' to '], ['[\u3000\u00a0]', ' '],
  ['．', '.'], ['／', '/'], ['[－−]', '-'], ['ä', 'a'], ['[éè]', 'e'], ['û', 'u'], ['ì', 'i'],
] as [string, string][]).map(([from, to]) => [new RegExp(from, 'g'), to]);

/** None if the text is too long for a date or holds other letters. */
export function tokensOf(text: string): Token[] {
  if (text.length > 100) return [];
  let plain = text.toLowerCase().replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  for (const [from, to] of rewordings) plain = plain.replace(from, to);
  if (/[^\0-\x7f]/.test(plain)) return [];
  return [...plain.matchAll(/\d+|[a-z]+|[^ ]/g)].map((found) => ({ text: found[0]!, afterBlank: plain[found.index! - 1] === ' ' }));
}

/** The names of each month in English, German, French, Spanish and Italian, without accents. */
const months = [
  'january jan januar janner janvier enero gennaio', 'february feb februar fevrier febrero febbraio',
  'march mar marz mars marzo', 'april apr avril abril aprile', 'may mai mayo maggio', 'june jun juni juin junio giugno',
  'july jul juli juillet julio luglio', 'august aug aout agosto', 'september sep sept septembre septiembre setiembre settembre',
  'october oct oktober octobre octubre ottobre okt', 'november nov novembre noviembre', 'december dec dezember decembre diciembre dicembre dez',
].map((names) => names.split(' '));
/** The years before the first of Japanese eras. */
const eras: Record<string, number> = { reiwa: 2018, heisei: 1988, showa: 1925, taisho: 1911 };
const aboutWords = /^(c|ca|cca|circa|about|around|approx|approximately|roughly|etwa|vers)$/;

/** A year, month or day as it stands in the text. */
interface Part {
  kind: 'number' | 'month' | 'year' | 'decade';
  value: number;
  digits: number;
}

const isYear = ({ kind, digits }: Part): boolean => kind === 'year' || (kind === 'number' && digits === 4);
const isSmall = ({ kind, digits }: Part): boolean => kind === 'number' && digits <= 2;
const mayBeMonth = (part: Part): boolean => part.kind === 'month' || (isSmall(part) && part.value >= 1 && part.value <= 12);
const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** What may stand right behind a number. */
function takesUnit(word: string, part: Part): boolean {
  if (word === 'year') return isYear(part);
  if (part.kind !== 'number') return false;
  if (word === 'month') return mayBeMonth(part);
  if (word === 's' && part.digits === 4 && part.value % 10 === 0 && part.value % 100 !== 0) {
    part.kind = 'decade';
    return true;
  }
  return isSmall(part) && /^(day|st|nd|rd|th)$/.test(word);
}

/** The years, months and days of a text; null if something else stands among them. */
function partsOf(tokens: Token[]): { parts: Part[]; isSlashed: boolean } | null {
  const parts: Part[] = [];
  let [signs, era, isSlashed] = ['', 0, false]; // the signs since the last part
  for (const { text } of tokens) {
    const month = months.findIndex((names) => names.includes(text));
    if (/^\d/.test(text)) {
      signs = '';
      const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
      if (compact ? parts.length : text.length > 4) return null;
      for (const digits of compact ? compact.slice(1) : [text])
        parts.push(era ? { kind: 'year', value: era + Number(digits), digits: 4 } : { kind: 'number', value: Number(digits), digits: digits.length });
      era = 0;
    } else if (month >= 0) {
      signs = '';
      parts.push({ kind: 'month', value: month + 1, digits: 0 });
    } else if (Object.keys(eras).includes(text)) {
      if (parts.length) return null;
      era = eras[text]!;
    } else if (/^(of|the|in|de)$/.test(text)) {
      if (signs) return null;
    } else if (/^[a-z]/.test(text)) {
      if (!parts.length || signs || !takesUnit(text, parts[parts.length - 1]!)) return null;
    } else {
      isSlashed ||= text === '/';
      signs += text;
      if (!parts.length || !/^([./,-]|\.,)$/.test(signs)) return null;
    }
  }
  return /^[.,]?$/.test(signs) && !era && parts.length > 0 && parts.length <= 3 ? { parts, isSlashed } : null;
}

function monthIn(year: number, month: Part): string {
  return mayBeMonth(month) ? `${padded(year, 4)}-${padded(month.value, 2)}` : '';
}
function dayIn(year: number, month: Part, day: Part): string {
  const isThere = mayBeMonth(month) && isSmall(day) && day.value >= 1 && day.value <= daysInMonth(year, month.value);
  return isThere ? `${monthIn(year, month)}-${padded(day.value, 2)}` : '';
}
const clear = (a: string): Meant | null => (a ? { how: 'clear', a, b: '' } : null);
const either = (how: 'orders' | 'years', a: string, b: string): Meant | null => (a && b && a !== b ? { how, a, b } : clear(a || b));

/** 2009/10 may be a month, or the years 2009 to 2010. */
function twoParts(a: Part, b: Part, isSlashed: boolean): Meant | null {
  if (isYear(b)) return clear(monthIn(b.value, a));
  if (!isYear(a)) return null;
  const follows = isSlashed && b.digits === 2 && b.value > a.value % 100;
  const years = `${padded(a.value, 4)}/${padded(Math.floor(a.value / 100), 2)}${padded(b.value, 2)}`;
  return either('years', monthIn(a.value, b), follows ? years : '');
}

function threeParts(parts: Part[]): Meant | null {
  const [a, b, c] = parts as [Part, Part, Part];
  if (!parts.some(isYear)) return parts.every((part) => part.kind === 'month' || isSmall(part)) ? { how: 'clear', a: '', b: '' } : null;
  const named = parts.find(({ kind }) => kind === 'month');
  if (named) {
    const [year, day] = parts.filter((part) => part !== named).sort((x, y) => Number(isYear(y)) - Number(isYear(x)));
    return clear(dayIn(year!.value, named, day!));
  }
  if (isYear(c)) return either('orders', dayIn(c.value, b, a), dayIn(c.value, a, b));
  return isYear(a) ? clear(dayIn(a.value, b, c) || dayIn(a.value, c, b)) : null;
}

/** The date that all of the tokens together say, if they say one that the calendar has. */
export function meantDate(tokens: Token[]): Meant | null {
  let rest = tokens;
  if (rest[0] && aboutWords.test(rest[0].text)) rest = rest.slice(rest[1]?.text === '.' ? 2 : 1);
  if (rest[rest.length - 1]?.text === 'about') rest = rest.slice(0, -1);
  const found = partsOf(rest);
  if (!found) return null;
  const { parts, isSlashed } = found;
  if (parts.length === 3) return threeParts(parts);
  if (parts.length === 2) return twoParts(parts[0]!, parts[1]!, isSlashed);
  const [part] = parts as [Part];
  return clear(part.kind === 'decade' ? `${padded(part.value, 4).slice(0, 3)}X` : isYear(part) ? padded(part.value, 4) : '');
}
