// Ties as against records, as the library puts them together (graph/facts/spells.cpp and
// throughout.cpp): relations of one type between the same ends, put the same way, are one tie; where
// their dates certainly touch it holds throughout a period that no record fills, and where they may
// touch it may.

import type { Dossier, PlainRow } from './data';
import { never, type Period } from './days';
import type { Judged } from './reasons';
import { type Bounds, boundsOf, endsOf, graver, type HeldEnds, type Verdict, type Why, whyOfEnds } from './verdict';

/** A date that vouches for a relation. */
export type Account = [relation: number, row: PlainRow];

export interface Stretch {
  bounds: Bounds;
  accounts: Account[];
}

const dayAfter = (day: number): number => (day >= never ? never : day + 1);

const certainlyTouch = (a: Bounds, b: Bounds): boolean => b[1] <= dayAfter(a[2]) && a[1] <= dayAfter(b[2]);
const possiblyTouch = (a: Bounds, b: Bounds): boolean => b[0] <= dayAfter(a[3]) && a[0] <= dayAfter(b[3]);
const hull = (a: Bounds, b: Bounds): Bounds =>
  [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];

function absorb(stretch: Stretch, other: Stretch): void {
  stretch.bounds = hull(stretch.bounds, other.bounds);
  stretch.accounts.push(...other.accounts);
}

export function covers(bounds: Bounds, window: Period): Verdict {
  if (bounds[0] > window.first || bounds[3] < window.last) return 0;
  return bounds[1] <= window.first && bounds[2] >= window.last ? 2 : 1;
}

export function tieKey(dossier: Dossier, relation: number): string {
  const { t, m, a, b } = dossier.data.relations[relation]!;
  const [from, to] = dossier.typeOf(relation).symmetric && b < a ? [b, a] : [a, b];
  return `${t} ${m ?? 0} ${from} ${to}`;
}

/** Stretches of the accounts of one tie, by first start. */
export function stretchesOf(accounts: Account[]): Stretch[] {
  const all = accounts.map((account): Stretch => ({ bounds: boundsOf(account[1]), accounts: [account] }));
  const first = ({ accounts: [account] }: Stretch): number => account![0];
  const hasCore = ({ bounds }: Stretch): boolean => bounds[1] <= bounds[2];
  const merged: Stretch[] = [];
  for (const core of all.filter(hasCore).sort((a, b) => a.bounds[1] - b.bounds[1] || first(a) - first(b))) {
    const last = merged[merged.length - 1];
    if (last && certainlyTouch(last.bounds, core.bounds)) absorb(last, core);
    else merged.push(core);
  }
  for (const other of all.filter((each) => !hasCore(each))) {
    const touched = merged.find((each) => certainlyTouch(each.bounds, other.bounds));
    if (touched) absorb(touched, other);
    else merged.push(other);
  }
  return merged.sort((a, b) => a.bounds[0] - b.bounds[0] || first(a) - first(b));
}

/** What is known of the ends: of the account that may begin first, and of the one that may end last. */
function endsOfStretch({ accounts }: Stretch): HeldEnds {
  const pick = (better: (a: PlainRow, b: PlainRow) => boolean): HeldEnds =>
    endsOf(accounts.map(([, row]) => row).reduce((best, row) => (better(row, best) ? row : best)));
  const first = pick((a, b) => a[1]! < b[1]! || (a[1] === b[1] && a[2]! < b[2]!));
  const last = pick((a, b) => a[4]! > b[4]! || (a[4] === b[4] && a[3]! > b[3]!));
  return { ...last, start: first.start };
}

function judgeStretch(bounds: Bounds, whole: Stretch, window: Period): Judged {
  const isOpen = covers(whole.bounds, window) === 1;
  return { verdict: covers(bounds, window), why: isOpen ? whyOfEnds(whole.bounds, endsOfStretch(whole), window, true) : 'none' };
}

/** Stretches between which there may be no gap. */
interface Chain {
  whole: Stretch;
  stretches: Stretch[];
}

function chainsOf(stretches: Stretch[]): Chain[] {
  const chains: Chain[] = [];
  for (const stretch of stretches) {
    const last = chains[chains.length - 1];
    if (last && possiblyTouch(last.whole.bounds, stretch.bounds)) {
      absorb(last.whole, stretch);
      last.stretches.push(stretch);
    } else {
      chains.push({ whole: { bounds: stretch.bounds, accounts: [...stretch.accounts] }, stretches: [stretch] });
    }
  }
  return chains;
}

/** Why there may be a gap all the same. */
function whyGap({ whole, stretches }: Chain): Why {
  if (stretches.some((each) => endsOfStretch(each).end === 'inferred' && each.bounds[3] < whole.bounds[3])) return 'inferred';
  return stretches.some(({ bounds }) => bounds[3] >= never && bounds[2] < never) ? 'no-end-reported' : 'imprecise';
}

function judgeChain(chain: Chain, window: Period): Judged {
  const [start, , , end] = chain.whole.bounds;
  const longest = judgeStretch([start, start, end, end], chain.whole, window);
  return { verdict: Math.min(longest.verdict, 1) as Verdict, why: graver(longest.why, whyGap(chain)) };
}

/** By relation: the best of what its tie says of a period of several days, or what one account alone says. */
export function lasting(ties: Iterable<Account[]>, window: Period, alone: boolean): Map<number, Judged> {
  const found = new Map<number, Judged>();
  const add = ({ accounts }: Stretch, tie: Judged): void => {
    for (const [relation] of accounts)
      if (tie.verdict > (found.get(relation)?.verdict ?? -1)) found.set(relation, tie);
  };
  for (const accounts of ties) {
    if (accounts.length < 2 && !alone) continue;
    const stretches = stretchesOf(accounts);
    for (const stretch of stretches)
      if (alone || stretch.accounts.length > 1) add(stretch, judgeStretch(stretch.bounds, stretch, window));
    for (const chain of chainsOf(stretches)) if (chain.stretches.length > 1) add(chain.whole, judgeChain(chain, window));
  }
  return found;
}
