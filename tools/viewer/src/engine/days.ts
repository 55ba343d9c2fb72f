// Days since 1970-01-01 in the proleptic Gregorian calendar with a year 0, and periods as the
// command line takes them. The civil calendar is computed after Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms".

export const never = 999_999_999; // beyond every calendar
export const yearMin = -9999;
export const yearMax = 9999;

export interface Period {
  first: number;
  last: number;
}

export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface Civil {
  year: number;
  month: number;
  day: number;
}

export function civilOf(days: number): Civil {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

export function isoOf(days: number): string {
  const { year, month, day } = civilOf(days);
  const digits = String(Math.abs(year)).padStart(4, '0');
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year < 0 ? '-' : ''}${digits}-${two(month)}-${two(day)}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The days of one date that is a stretch of whole days: `2014`, `2014-05`, `201X`, `1960-XX-XX`. */
function stretchOf(text: string): Period | null {
  const parts = /^(-?)([0-9]{4}|[0-9]{1,3}X{1,3})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[?~%]?$/.exec(text);
  if (!parts || /[?~%]$/.test(text)) return null;
  const [, minus, digits, month, day] = parts as unknown as [string, string, string, string?, string?];
  if (digits.length !== 4 || (digits.includes('X') && month && month !== 'XX')) return null;
  const sign = minus ? -1 : 1;
  const ends = [Number(digits.replace(/X/g, '0')), Number(digits.replace(/X/g, '9'))];
  if (minus && ends[1] === 0) return null;
  const firstYear = Math.min(sign * ends[0]!, sign * ends[1]!);
  const lastYear = Math.max(sign * ends[0]!, sign * ends[1]!);
  if (firstYear < yearMin || lastYear > yearMax) return null;
  if (!month || month === 'XX')
    return day && day !== 'XX' ? null : { first: dayOf(firstYear, 1, 1), last: dayOf(lastYear, 12, 31) };
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  const length = daysInMonth(firstYear, m);
  if (!day || day === 'XX') return { first: dayOf(firstYear, m, 1), last: dayOf(firstYear, m, length) };
  const d = Number(day);
  return d < 1 || d > length ? null : { first: dayOf(firstYear, m, d), last: dayOf(firstYear, m, d) };
}

/** A date, or `A/B` with `..` for no limit; null for what is no period. */
export function periodOf(text: string): Period | null {
  const slash = text.indexOf('/');
  if (slash < 0) return stretchOf(text);
  const [from, to] = [text.slice(0, slash), text.slice(slash + 1)];
  const first = from === '..' ? { first: -never, last: -never } : stretchOf(from);
  const last = to === '..' ? { first: never, last: never } : stretchOf(to);
  if (!first || !last || last.last < first.first) return null;
  return { first: first.first, last: last.last };
}
