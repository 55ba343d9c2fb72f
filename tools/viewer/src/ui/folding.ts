// Which regions and twins the reader has folded together, and may fold.

import { allRegions, allTwins, type Fold, regionsOf } from '../engine/folds';
import type { Model } from './model';

export class Folding {
  constructor(private readonly model_: Model) {}

  /** Folds all of a sort, or no longer. */
  foldAll(all: string): void {
    const { fold } = this.model_.state;
    const ids = new Set(this.regions_().map(({ lead }) => this.idOf_(lead)));
    const rest = fold.filter((each) => each !== all && !(all === allRegions && ids.has(each)));
    this.model_.set({ fold: fold.includes(all) ? rest : [...rest, all] });
  }

  /** Folds the region of an entity, or no longer. */
  foldRegion(entity: number): void {
    const region = this.regionOf(entity);
    if (!region) return;
    const id = this.idOf_(region.lead);
    const { fold } = this.model_.state;
    this.model_.set({ fold: fold.includes(id) ? fold.filter((each) => each !== id) : [...fold, id] });
  }

  /** Unfolds what the entity stands for: its region, or all twins. */
  unfold(entity: number): void {
    if (this.isRegionFolded(entity)) this.foldRegion(entity);
    else if (this.model_.state.fold.includes(allTwins)) this.foldAll(allTwins);
  }

  isRegionFolded(entity: number): boolean {
    const region = this.regionOf(entity);
    if (!region) return false;
    const { fold } = this.model_.state;
    return fold.includes(allRegions) !== fold.includes(this.idOf_(region.lead));
  }

  /** The region that an entity is of, among what is drawn. */
  regionOf(entity: number): Fold | undefined {
    return this.regions_().find(({ members }) => members.includes(entity));
  }

  private idOf_(entity: number): string {
    return this.model_.dossier.data.entities[entity]!.id;
  }

  private regions_(): Fold[] {
    const { dossier, shown } = this.model_;
    const { routes, distance, entities, relations } = shown;
    if (routes !== null || distance !== null) return [];
    const { data } = dossier;
    const tied = new Set<number>();
    for (const i of relations) tied.add(data.relations[i]!.a).add(data.relations[i]!.b);
    return regionsOf(dossier, entities.filter((entity) => tied.has(entity) || data.entities[entity]!.p?.[4] === 1));
  }
}
