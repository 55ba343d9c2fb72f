// The days on which all steps of a path hold, by the best choice among parallel ties
// (graph/query/span_search.cpp): what certainly overlaps two by two certainly has a common day, and
// the longest common stretch is found by one sweep.

import type { Dossier, ProbedRow, RowRecord } from './data';
import { never, type Period } from './days';
import type { Facts, Seen } from './facts';
import type { Route } from './network';
import { type Clock, clockOf, timesApart } from './clocks';
import { accountsIn } from './reasons';
import { type Account, stretchesOf, tieKey } from './ties';
import { type Bounds, boundsOf, isAct, isWitness, verdictOf } from './verdict';

type Stretch = [first: number, last: number];

/** A stretch in which a tie holds by one of its dates; one with gaps is some for what may be and one for what is certain. */
export interface Piece {
  relation: number;
  bounds: Bounds;
  vouches: 'both' | 'certain' | 'possible';
  isAct: boolean;
  joins: boolean; // with what follows it without a gap
  isUndated?: boolean;
  days?: Stretch[]; // of an act that was on one of several days
  clock?: Clock | undefined;
}

function pairsOf(list: number[]): Stretch[] {
  const pairs: Stretch[] = [];
  for (let i = 0; i + 1 < list.length; i += 2) pairs.push([list[i]!, list[i + 1]!]);
  return pairs;
}

/** Of an act with gaps, or several: where a pair of days is turned round it was on one unknown day between them. */
function piecesOfAct(row: ProbedRow, relation: number): Piece[] {
  const of = { relation, isAct: true, joins: false };
  const possible = pairsOf(row.m).filter(([first, last]) => first <= last);
  return [
    ...pairsOf(row.y).map(([from, until]): Piece => {
      const days = possible.filter(([first, last]) => first >= until && last <= from);
      return from > until
        ? { ...of, bounds: [until, from, until, from], vouches: 'certain', days }
        : { ...of, bounds: [from, from, until, until], vouches: 'certain' };
    }),
    ...possible.map(([first, last]): Piece => ({ ...of, bounds: [first, never, -never, last], vouches: 'possible' })),
  ];
}

/** What a tie says of days. */
function piecesOf(row: RowRecord, relation = 0, clock?: Clock): Piece[] {
  if (!Array.isArray(row) && !(row.g && Array.isArray(row.g[0]))) return piecesOfAct(row, relation);
  return accountsIn(row, 0).map((account): Piece => ({
    relation, bounds: boundsOf(account), vouches: 'both', isAct: isAct(account), joins: !isAct(account) && !isWitness(account), clock,
  }));
}

/** For how many days a tie certainly holds, in one stretch. */
export function knownDays(row: RowRecord): number {
  return Math.max(0, ...piecesOf(row).map(({ bounds: [, start, end] }) => end - start + 1));
}

export interface Together {
  how: 'certain' | 'on-a-day' | 'possible' | 'never'; // on-a-day: certainly on one of the days
  first: number;
  last: number;
}

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

const certainly = ({ vouches, bounds }: Piece): boolean => vouches !== 'possible' && bounds[1] <= bounds[2];

/** Whether a tie of the leg certainly holds on all these days, by one of its dates or another. */
function holdsOnAll(leg: Piece[], days: Stretch[]): boolean {
  const byTie = new Map<number, Stretch[]>();
  for (const piece of leg.filter(certainly))
    byTie.set(piece.relation, [...(byTie.get(piece.relation) ?? []), [piece.bounds[1], piece.bounds[2]]]);
  return [...byTie.values()].some((stretches) => {
    stretches.sort((a, b) => a[0] - b[0]);
    return days.every(([first, last]) => {
      let next = first;
      for (const [from, to] of stretches) if (from <= next && to >= next) next = to + 1;
      return next > last;
    });
  });
}

/** What lies on some day that is not known, of all days even, is met by what holds on all of them. */
function aroundAnUnknownDay(legs: Piece[][]): Stretch | null {
  for (const [i, leg] of legs.entries())
    for (const { bounds: [, start, end], vouches, isUndated } of leg) {
      if (vouches === 'possible' || isUndated || end >= start) continue;
      const isMet = legs.every((other, k) => k === i ||
        other.some((piece) => piece.vouches !== 'possible' && piece.bounds[1] <= end && piece.bounds[2] >= start));
      if (isMet) return [end, start];
    }
  return null;
}

/** An act on one of some days is met by ties that have a date for each of them. */
function aroundEachDay(legs: Piece[][]): Stretch | null {
  for (const [i, leg] of legs.entries())
    for (const { bounds: [first, , , last], vouches, days, ...piece } of leg) {
      if (vouches === 'possible' || piece.isUndated || !piece.isAct || first <= -never || last >= never) continue;
      const may: Stretch[] = days && days.length ? days : [[first, last]];
      if (legs.every((other, k) => k === i || holdsOnAll(other, may))) return [first, last];
    }
  return null;
}

function certainOf(legs: Piece[][]): Together | null {
  const held = longest(legs.map((leg) => leg.filter(certainly).map(({ bounds }): Stretch => [bounds[1], bounds[2]])));
  if (held) return { how: 'certain', first: held[0], last: held[1] };
  const act = aroundAnUnknownDay(legs) ?? aroundEachDay(legs);
  return act && { how: 'on-a-day', first: act[0], last: act[1] };
}

function possibleOf(legs: Piece[][]): Together | null {
  const may = longest(legs.map((leg) => leg.filter((piece) => piece.vouches !== 'certain').map(({ bounds }): Stretch => [bounds[0], bounds[3]])));
  return may && { how: 'possible', first: may[0], last: may[1] };
}

/** The best of the ways in which acts at clock times may be chosen. */
function chosen(legs: Piece[][]): Together {
  for (const [search, certain] of [[certainOf, true], [possibleOf, false]] as const) {
    let best: Together | null = null;
    for (const ways of timesApart(legs, certain)) {
      const found = search(ways);
      if (found && (!best || lengthOf([found.first, found.last]) > lengthOf([best.first, best.last]))) best = found;
    }
    if (best) return best;
  }
  return { how: 'never', first: 0, last: 0 };
}

/** A record of a step: what is undated limits nothing, and leaves it possible; its row comes as null. */
interface Tied {
  relation: number;
  tie: string; // records of one tie can follow each other
  row: RowRecord | null;
  clock?: Clock | undefined;
}

const unlimited = (relation: number): Piece => ({ relation, bounds: [-never, never, -never, never], vouches: 'both', isAct: false, joins: false, isUndated: true });

const piecesOfTied = ({ relation, row, clock }: Tied): Piece[] => (row ? piecesOf(row, relation, clock) : [unlimited(relation)]);

/** The stretches that records of one tie make together, one of them asked about (graph/query/joined_pieces.cpp). */
function joinedOf(tied: Tied[], own: Piece[], aside: Piece[]): Piece[] {
  const isOwn = new Set(own);
  const tieOf = new Map(tied.map(({ relation, tie }) => [relation, tie]));
  const byTie = new Map<string, Piece[]>();
  for (const piece of [...own, ...aside].filter(({ joins }) => joins)) {
    const tie = tieOf.get(piece.relation)!;
    byTie.set(tie, [...(byTie.get(tie) ?? []), piece]);
  }
  return [...byTie.values()].flatMap((pieces) => {
    const pieceOf = new Map(pieces.map((piece): [Account, Piece] => [[piece.relation, [0, ...piece.bounds]], piece]));
    return stretchesOf([...pieceOf.keys()]).flatMap(({ bounds, accounts }): Piece[] => {
      const parts = accounts.map((account) => pieceOf.get(account)!);
      const asked = parts.find((piece) => isOwn.has(piece));
      const isOfSeveral = new Set(parts.map(({ relation }) => relation)).size > 1;
      const isLonger = parts.every((part) => bounds[2] - bounds[1] > part.bounds[2] - part.bounds[1]);
      return asked && (isOfSeveral || isLonger) ? [{ ...asked, bounds }] : [];
    });
  });
}

/** The pieces of a step. What a period leaves out, dates and whole records beside, only lengthens the others. */
function legOf(step: Tied[], beside: Tied[], isInPeriod: (piece: Piece) => boolean): Piece[] {
  const own: Piece[] = [];
  const aside = beside.flatMap(piecesOfTied);
  for (const pieces of step.map(piecesOfTied)) {
    const isAnyIn = pieces.some(isInPeriod);
    for (const piece of pieces) (!isAnyIn || isInPeriod(piece) ? own : aside).push(piece);
  }
  return [...own, ...joinedOf([...step, ...beside], own, aside)];
}

export function together(hops: (RowRecord | null)[][]): Together {
  return chosen(hops.map((rows) => legOf(rows.map((row, relation) => ({ relation, tie: String(relation), row })), [], () => true)));
}

/** Certainly known records of a step's ties that are not among the step's: a period leaves them out. */
function besideOf(dossier: Dossier, step: number[], seen: (relation: number) => Seen): number[] {
  const ties = new Set(step.map((i) => tieKey(dossier, i)));
  const { a, b } = dossier.data.relations[step[0]!]!;
  const [few, many] = [dossier.incident[a]!, dossier.incident[b]!].sort((one, other) => one.length - other.length);
  return (few ?? many)!.filter((i) => !step.includes(i) && ties.has(tieKey(dossier, i)) && seen(i).known === 2);
}

/** Of a route; null where times of day decide that the page does not know, or days far from the dossier may. */
export function togetherOn(dossier: Dossier, route: Route, facts: Facts, seen: (relation: number) => Seen): Together | null {
  const tiedOf = (relation: number): Tied => {
    const { row, wording } = seen(relation);
    return { relation, tie: tieKey(dossier, relation), row: wording.w === undefined ? null : row, clock: clockOf(wording.w, row) };
  };
  const hasHiddenTimes = ({ relation, row }: Tied): boolean => {
    const { wording, evidence } = seen(relation);
    return row !== null && !Array.isArray(row) && [wording.w, ...evidence.map((piece) => piece[3])].some((when) => /T/.test(when ?? ''));
  };
  const isInPeriod = ({ bounds }: Piece): boolean => facts.windows.every((window: Period) => verdictOf([0, ...bounds], window) > 0);
  const best = (all: boolean): Together[] => {
    const steps = route.hops.map((hop) => {
      const step = hop.relations.filter((i) => all || !hop.certain || facts.verdicts[i] === 2);
      return { step: step.map(tiedOf), beside: facts.isDated ? besideOf(dossier, step, seen).map(tiedOf) : [] };
    });
    const by = (isKept: (piece: Piece) => boolean): Together => chosen(steps.map(({ step, beside }) => legOf(step, beside, isKept)));
    return facts.isDated ? [by(isInPeriod), by(() => true)] : [by(() => true)];
  };
  const tied = route.hops.flatMap((hop) => hop.relations.map(tiedOf));
  if (tied.some(hasHiddenTimes)) return null;
  const found = [...best(false), ...best(true)].find(({ how }) => how !== 'never');
  if (found) return found;
  const recurs = ({ row }: Tied): boolean => row !== null && !Array.isArray(row) && row.q !== undefined;
  return tied.some(recurs) ? null : { how: 'never', first: 0, last: 0 };
}
