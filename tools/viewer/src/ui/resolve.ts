// Names that an address has in the place of ids.

import type { State } from '../engine/address';
import { allRegions, allTwins } from '../engine/folds';
import type { Search } from '../engine/search';
import type { Wording } from './wording';

/** The state with the ids of what it names; what is not known is said in `faults` and left out. */
export function resolved(state: State, search: Search, wording: Wording, faults: string[]): State {
  const { dossier } = wording;
  const idOf = (text: string): string => {
    if (!text || dossier.entityById.has(text)) return text;
    const found = search.exactly(text);
    if (found.length === 1) return dossier.data.entities[found[0]!]!.id;
    faults.push(found.length ? whichOf(text, found, wording) : wording.word('notFound', { v: text }));
    return '';
  };
  const path = state.path?.map(idOf);
  const sources = state.sources.map((source) => (search.exactly(source).length === 1 ? idOf(source) : source));
  let { tie } = state;
  if (tie && !dossier.relationById.has(tie)) {
    faults.push(wording.word('notFound', { v: tie }));
    tie = '';
  }
  const none = (part: string): void => void faults.push(wording.word('badPart', { v: part }));
  const folds = state.fold.filter((each) => each === allRegions || each === allTwins || dossier.entityById.has(each));
  for (const each of state.fold) if (!folds.includes(each)) none(`fold=${each}`);
  const isTold = state.story <= dossier.data.story.length;
  if (!isTold) none(`story=${state.story}`);
  return {
    ...state, sources, tie, fold: folds, story: isTold ? state.story : 0, focus: idOf(state.focus), show: idOf(state.show), path: path?.every((id) => id) ? [path[0]!, path[1]!] : null,
  };
}

/** That several are called so. */
function whichOf(text: string, entities: number[], wording: Wording): string {
  const few = entities.slice(0, 6).map((entity) => `${wording.name(entity)} (${wording.dossier.data.entities[entity]!.id})`);
  if (entities.length > few.length) few.push('…');
  return wording.word('ambiguous', { v: text, n: few.join(', ') });
}
