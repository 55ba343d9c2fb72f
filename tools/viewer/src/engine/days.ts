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

/** The numbers from `least` to `most` that digits with `X` for any may be, ascending. */
function numbersOf(digits: string, least: number, most: number): number[] {
  const fits = new RegExp(`^${digits.replace(/X/g, '[0-9]')}$`);
  const numbers = [];
  for (let n = least; n <= most; ++n)
    if (fits.test(String(n).padStart(digits.length, '0'))) numbers.push(n);
  return numbers;
}

/** The days of a year that a month and a day with `X` may be, if they are a stretch. */
function stretchInYear(year: number, month: string, day: string): Period | null {
  let found: Period | null = null;
  for (const m of numbersOf(month, 1, 12))
    for (const d of numbersOf(day, 1, daysInMonth(year, m))) {
      const here = dayOf(year, m, d);
      if (found && here !== found.last + 1) return null;
      found = { first: found ? found.first : here, last: here };
    }
  return found;
}

/** The days of one date that is a stretch of whole days: `2014`, `2014-05`, `201X`, `2014-1X`. */
function stretchOf(text: string): Period | null {
  const parts = /^(-?)([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?$/.exec(text);
  if (!parts) return null;
  const [, minus, digits, month = 'XX', day = 'XX'] = parts as unknown as [string, string, string, string?, string?];
  if (minus && digits === '0000') return null;
  const sign = minus ? -1 : 1;
  if (!digits.includes('X')) return stretchInYear(sign * Number(digits), month, day);
  // Of an unknown year all that follows is unknown, too; of all years there is no first and last day.
  if (!/^[0-9]+X+$/.test(digits) || month !== 'XX' || day !== 'XX') return null;
  const least = Number(digits.replace(/X/g, '0'));
  const most = Number(digits.replace(/X/g, '9'));
  const years = minus ? [-most, -Math.max(least, 1)] : [least, most];
  return { first: dayOf(years[0]!, 1, 1), last: dayOf(years[1]!, 12, 31) };
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
