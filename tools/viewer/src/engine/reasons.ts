// Why an answer is a *maybe*, as the library finds it (graph/facts/answers.cpp): each date by itself,
// one of which is enough; each period, all of which must hold; and each case of what may have been known.

import type { CaseRecord, PlainRow, RowRecord } from './data';
import type { Period } from './days';
import { graver, isUndated, type Verdict, verdictOf, verdictThroughout, type Why, whyOf } from './verdict';

export interface Judged {
  verdict: Verdict;
  why: Why;
}

interface JudgedCase extends Judged {
  isUndated: boolean;
}

/** A period, and whether every day of it is asked about. */
export type Condition = [window: Period, everyDay: boolean];

/** The cases of a row: all and the least that is seen of its dates, each with all and the least of what tells of its end. */
export const casesOf = (row: RowRecord): CaseRecord[] => (Array.isArray(row) ? [[row]] : row.g ?? [row]);

const one = (row: RowRecord, [window, everyDay]: Condition): Judged => {
  const verdict = everyDay ? verdictThroughout(row, window) : verdictOf(row, window);
  return { verdict, why: verdict === 1 ? whyOf(row, window, everyDay) : 'none' };
};

const any = (a: Judged, b: Judged): Judged => {
  const verdict = Math.max(a.verdict, b.verdict) as Verdict;
  return { verdict, why: verdict === 1 ? graver(a.why, b.why) : 'none' };
};

export const both = (a: Judged, b: Judged): Judged => {
  const verdict = Math.min(a.verdict, b.verdict) as Verdict;
  return { verdict, why: verdict === 1 ? graver(a.why, b.why) : 'none' };
};

const rowsOf = (found: CaseRecord): RowRecord[] => (Array.isArray(found) ? found : [found]);

function judgeCase(found: CaseRecord, conditions: Condition[]): JudgedCase {
  const rows = rowsOf(found);
  const start: Judged = { verdict: rows.length ? 2 : 0, why: 'none' };
  const all = conditions.reduce((before, condition) =>
    both(before, rows.map((row) => one(row, condition)).reduce(any, { verdict: 0, why: 'none' })), start);
  return { ...all, isUndated: rows.every(isUndated) };
}

/** What holds whatever was known: a *maybe* if that matters. */
function eitherWay(a: JudgedCase, b: JudgedCase): JudgedCase {
  const undated = a.isUndated && b.isUndated;
  if (a.verdict === b.verdict) return { verdict: a.verdict, why: graver(a.why, b.why), isUndated: undated };
  return { verdict: 1, why: undated ? graver(a.why, b.why) : 'published', isUndated: undated };
}

export function judgeRow(row: RowRecord, conditions: Condition[]): Judged {
  const { verdict, why } = casesOf(row).map((found) => judgeCase(found, conditions)).reduce(eitherWay);
  return { verdict, why };
}

/** The dates of a state that count in one of the four cases. */
export function accountsIn(row: RowRecord, number: number): PlainRow[] {
  const cases = casesOf(row);
  const found = cases[cases.length === 1 ? 0 : number];
  return Array.isArray(found) ? found : [];
}
