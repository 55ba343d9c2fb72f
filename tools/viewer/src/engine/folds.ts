// What a reader folds into one mark: the entities of a region, which are tied among themselves more
// than to others (the library has found which), and twins, which are tied to the same others alike.

import type { Dossier } from './data';

export interface Fold {
  lead: number; // who stands for all: the most important
  members: number[]; // the lead among them
}

export const allTwins = '*twins';
export const allRegions = '*regions';
const leastRegion = 3;

const rankOf = (dossier: Dossier, entity: number): number => dossier.data.entities[entity]!.p?.[5] ?? Infinity;

function foldOf(dossier: Dossier, members: number[]): Fold {
  const sorted = [...members].sort((a, b) => rankOf(dossier, a) - rankOf(dossier, b) || a - b);
  return { lead: sorted[0]!, members: sorted };
}

/** The regions that some of these entities are of. */
export function regionsOf(dossier: Dossier, entities: number[]): Fold[] {
  const regions = new Map<number, number[]>();
  for (const entity of entities) {
    const place = dossier.data.entities[entity]!.p;
    const region = place?.[6] ?? -1;
    if (!place || place[4] !== 1 || region < 0) continue;
    const members = regions.get(region);
    if (members) members.push(entity);
    else regions.set(region, [entity]);
  }
  return [...regions.values()].filter((members) => members.length >= leastRegion).map((members) => foldOf(dossier, members));
}

/** Entities of one kind that relations tie to the same others, by the same types the same way round. */
export function twinsOf(dossier: Dossier, entities: number[], relations: number[]): Fold[] {
  const ties = new Map<number, Set<string>>(entities.map((entity) => [entity, new Set<string>()]));
  for (const i of relations) {
    const { t, m, a, b } = dossier.data.relations[i]!;
    const symmetric = dossier.typeOf(i).symmetric === true;
    ties.get(a)?.add(`${t} ${m ?? 0} ${symmetric ? '' : '>'} ${b}`);
    ties.get(b)?.add(`${t} ${m ?? 0} ${symmetric ? '' : '<'} ${a}`);
  }
  const alike = new Map<string, number[]>();
  for (const [entity, signs] of ties) {
    if (signs.size === 0) continue;
    const key = `${dossier.data.entities[entity]!.k}: ${[...signs].sort().join()}`;
    const members = alike.get(key);
    if (members) members.push(entity);
    else alike.set(key, [entity]);
  }
  return [...alike.values()].filter((members) => members.length > 1).map((members) => foldOf(dossier, members));
}

/** Those that are folded, each entity in one at most: regions before twins. */
export function foldsOf(dossier: Dossier, entities: number[], relations: number[], folded: string[]): Fold[] {
  if (folded.length === 0) return [];
  const chosen = new Set(folded);
  const isFolded = ({ lead }: Fold, all: string): boolean =>
    chosen.has(all) !== chosen.has(dossier.data.entities[lead]!.id); // what is named beside all of them is not
  const folds = regionsOf(dossier, entities).filter((fold) => isFolded(fold, allRegions));
  const taken = new Set(folds.flatMap(({ members }) => members));
  if (!chosen.has(allTwins)) return folds;
  for (const twins of twinsOf(dossier, entities, relations))
    if (twins.members.every((entity) => !taken.has(entity))) folds.push(twins);
  return folds;
}
