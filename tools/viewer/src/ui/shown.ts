// The part of the selected facts that is in view: all of them, the surroundings of one entity, or
// the shortest paths between two.

import type { State } from '../engine/address';
import type { Dossier } from '../engine/data';
import type { Facts } from '../engine/facts';
import { countsAround, type Direction, Network, type Route } from '../engine/network';

/** What is in view of a state. */
export interface Shown {
  entities: number[];
  relations: number[];
  counts: { certain: number; possible: number; undated: number };
  ended: number; // left out because they are inferred to have ended
  routes: Route[] | null; // of a path, if one is asked for
  moreRoutes: boolean;
  distance: Map<number, number> | null; // from the focus
}

export function shownOf(dossier: Dossier, facts: Facts, state: State): Shown {
  if (state.path) return alongPaths(dossier, facts, state.path, state.direction);
  if (state.focus) return around(dossier, facts, state);
  return {
    entities: facts.entities, relations: facts.relations,
    counts: { certain: facts.certain, possible: facts.possible, undated: facts.undated.length },
    ended: facts.ended.length, routes: null, moreRoutes: false, distance: null,
  };
}

function alongPaths(dossier: Dossier, facts: Facts, path: [string, string], direction: Direction): Shown {
  const [from, to] = path.map((id) => dossier.entityById.get(id)!) as [number, number];
  const { routes, more } = new Network(dossier, facts, direction).shortest(from, to);
  const entities = ascending([from, to, ...routes.flatMap((route) => route.entities)]);
  const relations = ascending(routes.flatMap((route) => route.hops.flatMap((hop) => hop.relations)));
  return { ...touching(dossier, facts, entities), relations, routes, moreRoutes: more, distance: null };
}

function around(dossier: Dossier, facts: Facts, { focus, depth, direction }: State): Shown {
  const centre = dossier.entityById.get(focus)!;
  const distance = new Network(dossier, facts, direction).within(centre, depth);
  const relations = facts.relations.filter((i) => {
    const { a, b } = dossier.data.relations[i]!;
    return distance.has(a) && distance.has(b);
  });
  return { ...touching(dossier, facts, ascending(distance.keys())), relations, routes: null, moreRoutes: false, distance };
}

/** Entities, and how much there is about them. */
function touching(dossier: Dossier, facts: Facts, entities: number[]): Pick<Shown, 'entities' | 'counts' | 'ended'> {
  const near = new Set(entities);
  const ended = facts.ended.filter((i) => near.has(dossier.data.relations[i]!.a) || near.has(dossier.data.relations[i]!.b)).length;
  return { entities, counts: countsAround(dossier, facts, entities), ended };
}

const ascending = (rows: Iterable<number>): number[] => [...new Set(rows)].sort((a, b) => a - b);
