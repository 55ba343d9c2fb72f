// Dates that come again and again, such as `XXXX-03-25`, far from the days of the dossier
// (graph/time/date_pattern.cpp): their digits decide, an X agreeing with any.

import { civilOf, dayOf, daysInMonth, type Period, yearMax, yearMin } from './days';

/** Between two days, those whose year, month and day agree with the digits; the reason for a *maybe*. */
export type Recurrence = [first: number, last: number, digits: string, why: number];

function agrees(digits: string, number: number): boolean {
  const text = String(number).padStart(digits.length, '0');
  return text.length === digits.length && [...digits].every((digit, i) => digit === 'X' || digit === text[i]);
}

/** Whether some day of a window is one of them. */
export function recursIn([first, last, written]: Recurrence, window: Period): boolean {
  const from = Math.max(first, window.first, dayOf(yearMin, 1, 1));
  const to = Math.min(last, window.last, dayOf(yearMax, 12, 31));
  if (from > to) return false;
  const isBefore = written.startsWith('-');
  const digits = isBefore ? written.slice(1) : written;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  const isYear = (y: number): boolean => (year === 'XXXX' && !isBefore) || (isBefore ? y < 0 : y >= 0) && agrees(year, Math.abs(y));
  for (let y = civilOf(from).year; y <= civilOf(to).year; ++y) {
    if (!isYear(y)) continue;
    for (let m = 1; m <= 12; ++m) {
      if (!agrees(month, m) || dayOf(y, m, 1) > to || dayOf(y, m, daysInMonth(y, m)) < from) continue;
      for (let d = 1; d <= daysInMonth(y, m); ++d) {
        const at = dayOf(y, m, d);
        if (at >= from && at <= to && agrees(day, d)) return true;
      }
    }
  }
  return false;
}
