// What the page says of itself to programs.

import type { State } from '../engine/address';
import type { ToolSelection } from '../engine/data';
import type { Model } from './model';

/** The selection as the command line writes it. */
export function selectionOf(state: State, base: ToolSelection): ToolSelection {
  const or = (own: string[], given: string[]): string[] => (own.length ? own : given);
  return {
    ...base,
    as_of: state.asOf || null, during: state.during || null, throughout: state.throughout || null, known_at: state.knownAt || null,
    certain: state.certain, undated: state.undated, direction: state.direction, isolated: state.isolated, inference: state.inference,
    types: or(state.types, base.types), kinds: or(state.kinds, base.kinds),
    modalities: or(state.modalities, base.modalities), sources: or(state.sources, base.sources),
  };
}

/** What `window.entente.state()` promises. */
export function publicState(model: Model): object {
  const { data } = model.dossier;
  const { entities, relations } = model.shown;
  const { view, focus, path } = model.state;
  return {
    selection: model.selection(),
    view,
    focus: focus || null,
    path,
    entities: entities.map((i) => data.entities[i]!.id).sort(),
    relations: relations
      .map((i) => ({ id: data.relations[i]!.id, certainty: model.certainty(i) }))
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}
