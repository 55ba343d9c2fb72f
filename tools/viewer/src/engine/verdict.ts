// The verdict of a window on a relation: a few comparisons with what the library wrote into its row.

import type { RowRecord } from './data';
import type { Period } from './days';
import { recursIn, type Recurrence } from './recurrence';

export type Verdict = 0 | 1 | 2; // no, maybe, yes

/** In the library's order, the gravest first. */
export const whys = [
  'none', 'undated', 'identity', 'published', 'inferred', 'witness', 'imprecise',
  'no-start-reported', 'no-end-reported',
] as const;
export type Why = (typeof whys)[number];

const trait = { instant: 1, closed: 2, witness: 4, startKnown: 8, endKnown: 16 };

function reaches(pairs: number[], window: Period): boolean {
  for (let i = 0; i < pairs.length; i += 2)
    if (pairs[i]! <= window.last && pairs[i + 1]! >= window.first) return true;
  return false;
}

export function isUndated(row: RowRecord): boolean {
  return !Array.isArray(row) && row.u === 1;
}

export function verdictOf(row: RowRecord, window: Period): Verdict {
  if (Array.isArray(row)) {
    if (row[1]! > window.last || row[4]! < window.first) return 0;
    return row[2]! <= window.last && row[3]! >= window.first ? 2 : 1;
  }
  if (reaches(row.y, window)) return 2;
  return reaches(row.m, window) || row.q?.some((each) => recursIn(each, window)) ? 1 : 0;
}

function within(pairs: number[], window: Period): boolean {
  for (let i = 0; i < pairs.length; i += 2)
    if (pairs[i]! <= window.first && pairs[i + 1]! >= window.last) return true;
  return false;
}

/** The same of every day of the window. */
export function verdictThroughout(row: RowRecord, window: Period): Verdict {
  if (window.first === window.last) return verdictOf(row, window);
  if (!Array.isArray(row)) return within(row.c, window) ? 2 : within(row.p, window) ? 1 : 0;
  if (row[0]! & trait.instant) return 0;
  if (row[1]! > window.first || row[4]! < window.last) return 0;
  return row[2]! <= window.first && row[3]! >= window.last ? 2 : 1;
}

/** The reason for a *maybe* of every day. */
export function whyThroughout(row: RowRecord, window: Period): Why {
  if (!Array.isArray(row) || row[0]! & trait.instant) return whyOf(row, window);
  const traits = row[0]!;
  const startDecides = row[2]! <= window.first;
  const endDecides = row[3]! >= window.last;
  if (!endDecides && traits & trait.closed) return 'inferred';
  if (traits & trait.witness) return 'witness';
  const imprecise =
    (!startDecides && traits & trait.startKnown) || (!endDecides && traits & trait.endKnown);
  if (imprecise) return 'imprecise';
  return startDecides ? 'no-end-reported' : 'no-start-reported';
}

/** The reason for a *maybe*. */
export function whyOf(row: RowRecord, window: Period): Why {
  if (!Array.isArray(row)) return probedWhy(row.w, row.q ?? [], window);
  const traits = row[0]!;
  if (traits & trait.instant) return 'imprecise';
  const startDecides = row[2]! <= window.last;
  const endDecides = row[3]! >= window.first;
  if (!endDecides && traits & trait.closed) return 'inferred';
  if (traits & trait.witness) return 'witness';
  const imprecise =
    (!startDecides && traits & trait.startKnown) || (!endDecides && traits & trait.endKnown);
  if (imprecise) return 'imprecise';
  return startDecides ? 'no-end-reported' : 'no-start-reported';
}

/** The gravest of the reasons on days of the window; `list` holds first days and reasons. */
function probedWhy(list: number[], recurrences: Recurrence[], window: Period): Why {
  let gravest = 0;
  for (const each of recurrences)
    if (recursIn(each, window)) gravest = gravest === 0 ? each[3] : Math.min(gravest, each[3]);
  for (let i = 0; i < list.length; i += 2) {
    const end = i + 2 < list.length ? list[i + 2]! - 1 : window.last;
    if (list[i]! > window.last || end < window.first || list[i + 1] === 0) continue;
    gravest = gravest === 0 ? list[i + 1]! : Math.min(gravest, list[i + 1]!);
  }
  return whys[gravest] ?? 'none';
}
