// What entities, ties and dates are called in the language of the reader.

import type { Dossier } from '../engine/data';
import type { Seen } from '../engine/facts';
import { sentenceOf, spoken } from '../engine/sentences';
import { bestOf, fill, labelIn, type Word, type Words } from '../words/words';

export abstract class Wording {
  words!: Words;
  /** What the current question lets one see of a relation. */
  seen!: (relation: number) => Seen;

  protected constructor(readonly dossier: Dossier) {}

  protected abstract get language(): string;

  word(word: Word, values: Record<string, string | number> = {}): string {
    return fill(this.words[word], values);
  }

  /** The languages the reader wants, best first. */
  get wanted(): string[] {
    return [this.language, ...this.dossier.data.languages];
  }

  name(entity: number): string {
    const record = this.dossier.data.entities[entity]!;
    const tags = Object.keys(record.n);
    const best = bestOf(tags, this.wanted);
    return best < 0 ? record.id : record.n[tags[best]!]![0] ?? record.id;
  }

  /** What an id names, or the id where it names nothing. */
  nameOf(id: string): string {
    const entity = this.dossier.entityById.get(id);
    return entity === undefined ? id : this.name(entity);
  }

  /** The language tag of the name that is shown. */
  nameLanguage(entity: number): string {
    const tags = Object.keys(this.dossier.data.entities[entity]!.n);
    return tags[bestOf(tags, this.wanted)] ?? '';
  }

  /** What a language is called by the reader; its tag where the browser does not know it. */
  languageName(tag: string): string {
    try {
      return new Intl.DisplayNames([this.language, 'en'], { type: 'language' }).of(tag) ?? tag;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // no language tag, or none that a browser takes
      return tag;
    }
  }

  label(labels: Record<string, string>, id: string): string {
    return labelIn(labels, this.wanted) || id;
  }

  kindName(entity: number): string {
    const kind = this.dossier.kindOf(entity);
    return this.label(kind.names, kind.id);
  }

  /** Which of the languages of the sentences serves the reader. */
  private get spokenLanguage_(): number {
    return Math.max(0, bestOf(this.dossier.data.told, this.wanted));
  }

  /** With the date, the inferred end and the sources that count under what is asked. */
  sentence(relation: number): string {
    return sentenceOf(this.dossier, this.seen(relation), this.spokenLanguage_);
  }

  sentenceLanguage(relation: number): string {
    const sentences = this.seen(relation).wording.s;
    return this.dossier.data.told[this.spokenLanguage_ < sentences.length ? this.spokenLanguage_ : 0] ?? 'en';
  }

  /** Its date in words. */
  when(relation: number): string {
    return this.dated(relation, this.seen(relation).wording.w ?? '');
  }

  /** A date of it or of its evidence in words. */
  dated(relation: number, text: string): string {
    const key = (this.dossier.typeOf(relation).instant ? 'o' : 'i') + text;
    return spoken(this.dossier.data.dates[key] ?? [text], this.spokenLanguage_);
  }

  /** Its lifespan in words. */
  dates(entity: number): string {
    return spoken(this.dossier.data.entities[entity]!.d ?? [], this.spokenLanguage_);
  }

  title(): string {
    const { titles, title } = this.dossier.data;
    return (titles && labelIn(titles, this.wanted)) || title;
  }
}
