// Paths and surroundings in the selected facts, with parallel relations merged into one edge and
// loops dropped, walked as the selection's direction says: the same as `path --all-shortest` and
// `ego` of the command line.

import type { Dossier } from './data';
import type { Facts } from './facts';

export interface Hop {
  from: number;
  to: number;
  relations: number[];
  certain: boolean;
}

export interface Route {
  entities: number[];
  hops: Hop[];
  certain: boolean;
}

export type Direction = 'both' | 'out' | 'in';

/** By entity: whom it is tied to, ascending, and by which relations. */
export class Network {
  private readonly rows_: Map<number, Map<number, number[]>> = new Map();

  constructor(private readonly dossier_: Dossier, private readonly facts_: Facts, direction: Direction) {
    for (const i of facts_.relations) {
      const { a, b } = dossier_.data.relations[i]!;
      if (a === b) continue;
      const both = direction === 'both' || dossier_.typeOf(i).symmetric === true;
      if (both || direction === 'out') this.add_(a, b, i);
      if (both || direction === 'in') this.add_(b, a, i);
    }
  }

  private add_(from: number, to: number, relation: number): void {
    let row = this.rows_.get(from);
    if (!row) this.rows_.set(from, (row = new Map()));
    const edge = row.get(to);
    if (edge) edge.push(relation);
    else row.set(to, [relation]);
  }

  neighbours(entity: number): number[] {
    return [...(this.rows_.get(entity)?.keys() ?? [])].sort((x, y) => x - y);
  }

  /** Everyone within so many hops, with their distances. */
  within(centre: number, depth: number): Map<number, number> {
    const distance = new Map([[centre, 0]]);
    let level = [centre];
    for (let d = 1; d <= depth && level.length > 0; ++d) {
      const next: number[] = [];
      for (const v of level)
        for (const w of this.neighbours(v))
          if (!distance.has(w)) {
            distance.set(w, d);
            next.push(w);
          }
      level = next;
    }
    return distance;
  }

  private hop_(from: number, to: number): Hop {
    const relations = this.rows_.get(from)!.get(to)!;
    return {
      from, to, relations,
      certain: relations.some((relation) => this.facts_.verdicts[relation] === 2),
    };
  }

  /** All shortest routes between two, by the ids of their entities, and how many there are. */
  shortest(from: number, to: number, limit = 1000): { routes: Route[]; more: boolean } {
    if (!this.dossier_.data.entities[from] || !this.dossier_.data.entities[to]) return { routes: [], more: false };
    const ahead = this.distancesTo_(from, to);
    const routes: Route[] = [];
    let more = false;
    const walk = (trail: number[]): void => {
      const v = trail[trail.length - 1]!;
      if (v === to) {
        if (routes.length < limit) routes.push(this.route_(trail));
        else more = true;
        return;
      }
      for (const w of this.neighbours(v)) {
        if (more) return;
        if (ahead.get(w) === ahead.get(v)! - 1) walk([...trail, w]);
      }
    };
    if (ahead.has(from) && this.facts_.entities.includes(from)) walk([from]);
    return { routes, more };
  }

  private route_(trail: number[]): Route {
    const hops: Hop[] = [];
    for (let i = 0; i + 1 < trail.length; ++i) hops.push(this.hop_(trail[i]!, trail[i + 1]!));
    return { entities: trail, hops, certain: hops.every((hop) => hop.certain) };
  }

  /** Hops left to the target from everyone who may lie on a shortest way from the source. */
  private distancesTo_(from: number, to: number): Map<number, number> {
    const back: Map<number, number[]> = new Map();
    for (const [v, row] of this.rows_)
      for (const w of row.keys()) {
        const list = back.get(w);
        if (list) list.push(v);
        else back.set(w, [v]);
      }
    const distance = new Map([[to, 0]]);
    let level = [to];
    for (let d = 1; level.length > 0 && !distance.has(from); ++d) {
      const next: number[] = [];
      for (const v of level)
        for (const w of back.get(v) ?? [])
          if (!distance.has(w)) {
            distance.set(w, d);
            next.push(w);
          }
      level = next;
    }
    return distance;
  }
}

/** What touches one of the entities: the counts that the command line gives for such an answer. */
export function countsAround(dossier: Dossier, facts: Facts, entities: Iterable<number>):
  { certain: number; possible: number; undated: number } {
  const near = new Set(entities);
  const touches = (i: number): boolean =>
    near.has(dossier.data.relations[i]!.a) || near.has(dossier.data.relations[i]!.b);
  const counts = { certain: 0, possible: 0, undated: 0 };
  for (const i of facts.relations)
    if (touches(i)) ++counts[facts.verdicts[i] === 2 ? 'certain' : 'possible'];
  counts.undated = facts.undated.filter(touches).length;
  return counts;
}
