// Ties as against records, as the library puts them together (graph/facts/spells.cpp and
// throughout.cpp): relations of one type between the same ends, put the same way, are one tie; where
// their dates certainly touch it holds throughout a period that no record fills, and where they may
// touch it may.

import type { Dossier, RowRecord } from './data';
import { never, type Period } from './days';
import type { Verdict } from './verdict';

/** First start, last start, first end, last end. */
export type Bounds = [number, number, number, number];

interface Stretch {
  bounds: Bounds;
  relations: number[];
}

const dayAfter = (day: number): number => (day >= never ? never : day + 1);

const certainlyTouch = (a: Bounds, b: Bounds): boolean => b[1] <= dayAfter(a[2]) && a[1] <= dayAfter(b[2]);
const possiblyTouch = (a: Bounds, b: Bounds): boolean => b[0] <= dayAfter(a[3]) && a[0] <= dayAfter(b[3]);
const hull = (a: Bounds, b: Bounds): Bounds =>
  [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];

function absorb(stretch: Stretch, other: Stretch): void {
  stretch.bounds = hull(stretch.bounds, other.bounds);
  stretch.relations.push(...other.relations);
}

export function covers(bounds: Bounds, window: Period): Verdict {
  if (bounds[0] > window.first || bounds[3] < window.last) return 0;
  return bounds[1] <= window.first && bounds[2] >= window.last ? 2 : 1;
}

/** The dates of a row that vouch for a state. */
export function accountsOf(row: RowRecord, isInstant: boolean): Bounds[] {
  if (isInstant) return [];
  if (Array.isArray(row)) return [[row[1]!, row[2]!, row[3]!, row[4]!]];
  const flat = row.a ?? [];
  const accounts: Bounds[] = [];
  for (let i = 0; i + 3 < flat.length; i += 4)
    accounts.push([flat[i]!, flat[i + 1]!, flat[i + 2]!, flat[i + 3]!]);
  return accounts;
}

export function tieKey(dossier: Dossier, relation: number): string {
  const { t, m, a, b } = dossier.data.relations[relation]!;
  const [from, to] = dossier.typeOf(relation).symmetric && b < a ? [b, a] : [a, b];
  return `${t} ${m ?? 0} ${from} ${to}`;
}

/** Stretches of the accounts of one tie. */
function stretchesOf(accounts: [relation: number, bounds: Bounds][]): Stretch[] {
  const all = accounts.map(([relation, bounds]): Stretch => ({ bounds, relations: [relation] }));
  const hasCore = ({ bounds }: Stretch): boolean => bounds[1] <= bounds[2];
  const merged: Stretch[] = [];
  for (const core of all.filter(hasCore).sort((a, b) => a.bounds[1] - b.bounds[1] || a.relations[0]! - b.relations[0]!)) {
    const last = merged[merged.length - 1];
    if (last && certainlyTouch(last.bounds, core.bounds)) absorb(last, core);
    else merged.push(core);
  }
  for (const other of all.filter((each) => !hasCore(each))) {
    const touched = merged.find((each) => certainlyTouch(each.bounds, other.bounds));
    if (touched) absorb(touched, other);
    else merged.push(other);
  }
  return merged;
}

/** By relation: the best of what its tie says of a period of several days. */
export function lasting(accounts: Map<string, [number, Bounds][]>, window: Period): Map<number, Verdict> {
  const found = new Map<number, Verdict>();
  const raise = (relations: number[], verdict: Verdict): void => {
    for (const relation of relations)
      found.set(relation, Math.max(verdict, found.get(relation) ?? 0) as Verdict);
  };
  for (const list of accounts.values()) {
    if (list.length < 2) continue;
    const stretches = stretchesOf(list).sort((a, b) => a.bounds[0] - b.bounds[0]);
    for (const { bounds, relations } of stretches) if (relations.length > 1) raise(relations, covers(bounds, window));
    for (const { bounds, relations, count } of chainsOf(stretches))
      if (count > 1 && bounds[0] <= window.first && bounds[3] >= window.last) raise(relations, 1);
  }
  return found;
}

/** Stretches between which there may be no gap; they come by first start. */
function chainsOf(stretches: Stretch[]): (Stretch & { count: number })[] {
  const chains: (Stretch & { count: number })[] = [];
  for (const { bounds, relations } of stretches) {
    const last = chains[chains.length - 1];
    if (last && possiblyTouch(last.bounds, bounds)) {
      absorb(last, { bounds, relations });
      ++last.count;
    } else {
      chains.push({ bounds, relations: [...relations], count: 1 });
    }
  }
  return chains;
}
