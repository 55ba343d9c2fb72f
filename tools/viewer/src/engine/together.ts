// The days on which all steps of a path hold, by the best choice among parallel ties, as far as days
// decide (graph/query/span_search.cpp): two that certainly overlap two by two certainly have a common
// day, and the longest common stretch is found by one sweep.

import type { RowRecord } from './data';
import { never } from './days';
import type { Facts, Seen } from './facts';
import type { Route } from './network';
import { accountsOf, type Bounds } from './ties';

/** What a tie says of days: first start, last start, first end, last end of each stretch. */
function piecesOf(row: RowRecord): Bounds[] {
  if (Array.isArray(row)) return [[row[1]!, row[2]!, row[3]!, row[4]!]];
  if (row.a) return accountsOf(row, false);
  const stretches = (pairs: number[]): [number, number][] => {
    const list: [number, number][] = [];
    for (let i = 0; i < pairs.length; i += 2) if (pairs[i]! <= pairs[i + 1]!) list.push([pairs[i]!, pairs[i + 1]!]);
    return list;
  };
  const certain = stretches(row.y);
  return stretches(row.m).flatMap(([first, last]): Bounds[] => {
    const within = certain.filter(([from, to]) => from >= first && to <= last);
    return within.length ? within.map(([from, to]): Bounds => [first, from, to, last]) : [[first, never, -never, last]];
  });
}

/** For how many days a tie certainly holds, in one stretch. */
export function knownDays(row: RowRecord): number {
  return Math.max(0, ...piecesOf(row).map(([, start, end]) => end - start + 1));
}

export interface Together {
  how: 'certain' | 'on-a-day' | 'possible' | 'never'; // on-a-day: certainly on one of the days
  first: number;
  last: number;
}

type Stretch = [first: number, last: number];

/** The longest stretch that one of each leg covers, the earliest of equal ones. */
function longest(legs: Stretch[][]): Stretch | null {
  let best: Stretch | null = null;
  for (const start of [...new Set(legs.flatMap((leg) => leg.map(([first]) => first)))].sort((a, b) => a - b)) {
    let end = never;
    for (const leg of legs) {
      let reach = -Infinity;
      for (const [first, last] of leg) if (first <= start && last >= start) reach = Math.max(reach, last);
      end = Math.min(end, reach);
    }
    if (end >= start && (!best || lengthOf([start, end]) > lengthOf(best))) best = [start, end];
  }
  return best;
}

const lengthOf = ([first, last]: Stretch): number => (first <= -never || last >= never ? Infinity : last - first);

/** An act of which no day is certain lies on some day on which the others hold if they hold on all it may lie on. */
function aroundAnAct(legs: Bounds[][]): Stretch | null {
  for (const [i, leg] of legs.entries())
    for (const [, start, end] of leg) {
      if (end >= start || (end <= -never && start >= never)) continue;
      const isHeld = legs.every((other, k) => k === i || other.some((piece) => piece[1] <= end && piece[2] >= start));
      if (isHeld) return [end, start];
    }
  return null;
}

/** What is undated limits nothing, and leaves it possible; it comes as null. */
export function together(hops: (RowRecord | null)[][]): Together {
  const legs = hops.map((rows) => rows.flatMap((row): Bounds[] => (row ? piecesOf(row) : [[-never, never, -never, never]])));
  const certain = longest(legs.map((leg) => leg.filter(([, start, end]) => start <= end).map(([, start, end]): Stretch => [start, end])));
  if (certain) return { how: 'certain', first: certain[0], last: certain[1] };
  const act = aroundAnAct(legs);
  if (act) return { how: 'on-a-day', first: act[0], last: act[1] };
  const possible = longest(legs.map((leg) => leg.map(([first, , , last]): Stretch => [first, last])));
  return possible ? { how: 'possible', first: possible[0], last: possible[1] } : { how: 'never', first: 0, last: 0 };
}

/** Of a route; null where times of day decide, which are not compared here, or days far from the dossier may. */
export function togetherOn(route: Route, facts: Facts, seen: (relation: number) => Seen): Together | null {
  const clocked = route.hops.filter((hop) => hop.relations.some((i) => /T/.test(seen(i).wording.w ?? ''))).length;
  if (clocked > 1) return null;
  const best = (all: boolean): Together => together(route.hops.map((hop) =>
    hop.relations.filter((i) => all || !hop.certain || facts.verdicts[i] === 2)
      .map((i) => (seen(i).wording.w === undefined ? null : seen(i).row))));
  const first = best(false);
  const found = first.how === 'never' ? best(true) : first;
  const recurs = (row: RowRecord): boolean => !Array.isArray(row) && row.q !== undefined;
  return found.how === 'never' && route.hops.some((hop) => hop.relations.some((i) => recurs(seen(i).row))) ? null : found;
}
