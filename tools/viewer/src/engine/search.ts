// Finding entities by any name in any language, the best first.

import type { Dossier } from './data';
import { Folding } from './fold';
import { likeness } from './likeness';

export interface Hit {
  entity: number;
  score: number; // the smaller the better
}

/** How well one folded form answers: as a whole, from its beginning, from a word, from anywhere. */
function fit(form: string, wanted: string): number {
  if (form === wanted) return 0;
  const at = form.indexOf(wanted);
  if (at < 0) return -1;
  if (at === 0) return 1;
  return form[at - 1] === ' ' ? 2 : 3;
}

export class Search {
  private readonly folding_: Folding;

  constructor(private readonly dossier_: Dossier) {
    this.folding_ = new Folding(dossier_.data.variants);
  }

  /** Who bears that very name, or has that id. */
  exactly(text: string): number[] {
    const known = this.dossier_.entityById.get(text.trim());
    if (known !== undefined) return [known];
    return this.find(text, Infinity).filter(({ score }) => score === 0).map(({ entity }) => entity);
  }

  /** Who may be meant, the likeliest first: one if the best fit is one's alone. */
  meant(text: string): number[] {
    const exact = this.exactly(text);
    if (exact.length > 0) return exact;
    const hits = this.find(text, Infinity);
    return hits.filter(({ score }) => score === hits[0]!.score).map(({ entity }) => entity);
  }

  find(text: string, limit = 30): Hit[] {
    const wanted = [...new Set([this.folding_.fold(text), this.folding_.plain(text), this.folding_.key(text)])]
      .filter((form) => form !== '');
    if (wanted.length === 0) return [];
    const words = this.folding_.plain(text).split(/[\s,·]+/u).map((word) => this.folding_.key(word))
      .filter((word) => word !== '');
    const hits: Hit[] = [];
    this.dossier_.data.entities.forEach((entity, i) => {
      let best = -1;
      for (const form of entity.f)
        for (const each of wanted) {
          const score = fit(form, each);
          if (score >= 0 && (best < 0 || score < best)) best = score;
        }
      if (best < 0 && words.length > 1 && entity.f.some((form) => words.every((word) => form.includes(word))))
        best = 4;
      if (best >= 0) hits.push({ entity: i, score: best });
    });
    return this.bestOf_(hits, limit);
  }

  /** Who may be meant by a text that nobody's name holds: names that are nearly it, or have words that are nearly its. */
  like(text: string, limit = 8): Hit[] {
    const wanted = this.folding_.plain(text);
    const hits: Hit[] = [];
    if (wanted !== '')
      this.dossier_.data.entities.forEach((entity, i) => {
        const score = Math.min(...entity.f.map((form) => likeness(form, wanted)));
        if (score < Infinity) hits.push({ entity: i, score });
      });
    return this.bestOf_(hits, limit);
  }

  private bestOf_(hits: Hit[], limit: number): Hit[] {
    const rank = (hit: Hit): number => this.dossier_.data.entities[hit.entity]!.p?.[5] ?? Infinity;
    hits.sort((a, b) => a.score - b.score || rank(a) - rank(b) || a.entity - b.entity);
    return hits.slice(0, limit);
  }
}
