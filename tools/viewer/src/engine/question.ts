// What a selection asks, read once: its periods as days, its names as rows.

import { type Dossier, modalities } from './data';
import { type Period, periodOf } from './days';
import type { Direction } from './network';

export interface Selection {
  asOf: string;
  during: string;
  throughout: string;
  knownAt: string;
  types: string[];
  kinds: string[];
  modalities: string[];
  sources: string[];
  direction: Direction;
  certain: boolean;
  undated: boolean;
  isolated: boolean;
  inference: boolean;
}

export const everything: Selection = {
  asOf: '', during: '', throughout: '', knownAt: '', types: [], kinds: [], modalities: [], sources: [],
  direction: 'both', certain: false, undated: false, isolated: false, inference: true,
};

/** What is wrong with a selection: the option and the value that cannot be answered; whether it is no period at all. */
export class Unanswerable extends Error {
  constructor(readonly option: string, readonly value: string, readonly isNoPeriod = false) {
    super(`${option}=${value}`);
  }
}

export interface Question {
  windows: Period[];
  asked: [option: string, value: string][]; // what the windows are asked as, then the whole
  whole: Period | null; // every day of it is asked about
  knownBy: number | null;
  types: Set<number> | null;
  kinds: boolean[] | null;
  modalities: Set<number> | null;
  sources: Set<number> | null;
  mask: number;
}

export const asksPeriod = (question: Question): boolean => question.windows.length > 0 || question.whole !== null;

export class QuestionReader {
  constructor(private readonly dossier_: Dossier) {}

  /** @throws Unanswerable */
  read(selection: Selection): Question {
    const { data } = this.dossier_;
    const windows: Period[] = [];
    const asked: [string, string][] = [];
    for (const [option, text] of [['as-of', selection.asOf], ['during', selection.during]] as const) {
      if (!text) continue;
      const window = periodOf(text);
      if (!window) throw new Unanswerable(option, text, true);
      windows.push(window);
      asked.push([option, text]);
    }
    asked.push(['throughout', selection.throughout]);
    const whole = selection.throughout ? periodOf(selection.throughout) : null;
    if (selection.throughout && !whole) throw new Unanswerable('throughout', selection.throughout, true);
    // Whether a witness is near enough is judged of the whole period, which its days do not say.
    if (whole && data.selection.attested_within && whole.first !== whole.last)
      throw new Unanswerable('throughout', selection.throughout);
    let knownBy: number | null = null;
    if (selection.knownAt) {
      const known = periodOf(selection.knownAt);
      if (!known) throw new Unanswerable('known-at', selection.knownAt, true);
      knownBy = known.last;
    }
    if (!data.scenarios.complete && (knownBy !== null || selection.sources.length))
      throw new Unanswerable(knownBy !== null ? 'known-at' : 'source', selection.knownAt || selection.sources.join());
    this.requireHeld_(selection);
    const heard = selection.modalities.length
      ? new Set(selection.modalities.map((name) => this.modality_(name)))
      : null;
    return {
      windows,
      asked,
      whole,
      knownBy,
      types: selection.types.length ? new Set(selection.types.map((id) => this.type_(id))) : null,
      kinds: selection.kinds.length ? this.kinds_(selection.kinds) : null,
      modalities: heard,
      sources: selection.sources.length ? new Set(selection.sources.map((id) => this.source_(id))) : null,
      mask: selection.inference ? this.maskOf_(heard) : Math.max(0, data.scenarios.masks.length - 1),
    };
  }

  /** A page made without lone entities cannot show them. */
  private requireHeld_(selection: Selection): void {
    const { types, kinds, modalities: heard, sources, isolated } = this.dossier_.data.selection;
    if (selection.isolated && !isolated && types.length + kinds.length + heard.length + sources.length > 0)
      throw new Unanswerable('isolated', 'yes');
  }

  private type_(id: string): number {
    const found = this.dossier_.data.types.findIndex((type) => type.id === id || type.inverse_id === id);
    if (found < 0 && !this.dossier_.data.other_types.includes(id)) throw new Unanswerable('type', id);
    return found;
  }

  private kinds_(ids: string[]): boolean[] {
    const { kinds, other_kinds } = this.dossier_.data;
    for (const id of ids)
      if (!kinds.some((kind) => kind.id === id) && !other_kinds.includes(id)) throw new Unanswerable('kind', id);
    return kinds.map((kind) => kind.up.some((up) => ids.includes(up)));
  }

  private modality_(name: string): number {
    const found = (modalities as readonly string[]).indexOf(name);
    if (found < 0) throw new Unanswerable('modality', name);
    return found;
  }

  private source_(id: string): number {
    const found = this.dossier_.entityById.get(id);
    if (found === undefined || !this.dossier_.data.entities[found]!.o) throw new Unanswerable('source', id);
    return found;
  }

  /** Inference hears facts and what is derived, as far as these are asked for. */
  private maskOf_(heard: Set<number> | null): number {
    if (!heard) return 0;
    const { masks } = this.dossier_.data.scenarios;
    const closers = (mask: Iterable<number>): string =>
      [...mask].filter((m) => m === 0 || m === 4).sort().join();
    const all = closers(masks[0] ?? []);
    const wanted = closers([...heard].filter((m) => all.includes(String(m))));
    const exact = masks.findIndex((mask) => closers(mask) === wanted);
    if (exact >= 0) return exact;
    // What has no answers of its own cannot differ: nothing derived closes anything.
    const facts = wanted.includes('0') ? '0' : '';
    const similar = masks.findIndex((mask) => closers(mask).includes('0') === (facts === '0'));
    return similar < 0 ? 0 : similar;
  }
}
