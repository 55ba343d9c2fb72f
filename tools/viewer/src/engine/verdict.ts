// The verdict of a window on a relation: a few comparisons with what the library wrote into its row.

import type { PlainRow, RowRecord } from './data';
import { never, type Period } from './days';
import { recursIn, type Recurrence } from './recurrence';

export type Verdict = 0 | 1 | 2; // no, maybe, yes

/** In the library's order, the gravest first. */
export const whys = [
  'none', 'undated', 'identity', 'published', 'inferred', 'witness', 'imprecise',
  'no-start-reported', 'no-end-reported',
] as const;
export type Why = (typeof whys)[number];

/** First start, last start, first end, last end. */
export type Bounds = [number, number, number, number];

const trait = { instant: 1, closed: 2, witness: 4, startKnown: 8, endKnown: 16, never: 32 };

function reaches(pairs: number[], window: Period): boolean {
  for (let i = 0; i < pairs.length; i += 2)
    if (pairs[i]! <= window.last && pairs[i + 1]! >= window.first) return true;
  return false;
}

export const graver = (a: Why, b: Why): Why =>
  a === 'none' || b === 'none' ? (a === 'none' ? b : a) : whys[Math.min(whys.indexOf(a), whys.indexOf(b))]!;

export function isUndated(row: RowRecord): boolean {
  return !Array.isArray(row) && row.u === 1;
}

export function verdictOf(row: RowRecord, window: Period): Verdict {
  if (Array.isArray(row)) {
    if (row[0]! & trait.never || row[1]! > window.last || row[4]! < window.first) return 0;
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
  if (row[0]! & (trait.instant | trait.never)) return 0;
  if (row[1]! > window.first || row[4]! < window.last) return 0;
  return row[2]! <= window.first && row[3]! >= window.last ? 2 : 1;
}

/** What is known of an end, as the library puts it (graph/facts/dating.hpp). */
type HeldEnd = 'reported' | 'unreported' | 'inferred' | 'attested';

export interface HeldEnds {
  start: HeldEnd;
  end: HeldEnd;
  openUntil: number; // up to that day nothing reports an end
}

export function endsOf(row: PlainRow): HeldEnds {
  const traits = row[0]!;
  const of = (known: number): HeldEnd => (traits & trait.witness ? 'attested' : traits & known ? 'reported' : 'unreported');
  return { start: of(trait.startKnown), end: traits & trait.closed ? 'inferred' : of(trait.endKnown), openUntil: row[5] ?? -never };
}

/** Why a state of these bounds and ends may hold on some day of a window, or on every day. */
export function whyOfEnds([, start, end]: Bounds, ends: HeldEnds, window: Period, everyDay: boolean): Why {
  const asked = everyDay ? window.last : window.first;
  const startDecides = start <= (everyDay ? window.first : window.last);
  const endDecides = end >= asked;
  const isStillOpen = ends.end === 'reported' && asked <= ends.openUntil;
  const heldEnd = isStillOpen ? 'unreported' : ends.end;
  const restsOn = (what: HeldEnd): boolean => (!startDecides && ends.start === what) || (!endDecides && heldEnd === what);
  if (restsOn('inferred')) return 'inferred';
  if (restsOn('attested')) return 'witness';
  if (restsOn('reported')) return 'imprecise';
  return startDecides ? 'no-end-reported' : 'no-start-reported';
}

export const isAct = (row: PlainRow): boolean => (row[0]! & trait.instant) !== 0;
export const isWitness = (row: PlainRow): boolean => (row[0]! & trait.witness) !== 0;

export const boundsOf = (row: PlainRow): Bounds => [row[1]!, row[2]!, row[3]!, row[4]!];

/** The reason for a *maybe* of a row, as far as it tells by itself. */
export function whyOf(row: RowRecord, window: Period, everyDay = false): Why {
  if (!Array.isArray(row)) return probedWhy(row.w, row.q ?? [], window);
  return row[0]! & trait.instant ? 'imprecise' : whyOfEnds(boundsOf(row), endsOf(row), window, everyDay);
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
