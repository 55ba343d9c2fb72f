// A tie as a sentence: its words, the sources that count, and the end that is inferred.

import type { Dossier } from './data';
import type { Seen } from './facts';

/** Of texts by language the one that is wanted; those that are like the first are left out behind. */
export const spoken = (texts: string[], language: number): string => texts[language] ?? texts[0] ?? '';

export function sentenceOf(dossier: Dossier, { wording, evidence }: Seen, language: number): string {
  const cited = evidence.map(([source, at, , , citations]) =>
    citations ? spoken(citations, language) : `${dossier.data.entities[source]?.id ?? ''}${at ? ` ${at}` : ''}`);
  return spoken(wording.s, language) + (cited.length ? ` [${cited.join('; ')}]` : '') + spoken(wording.i ?? [], language);
}
