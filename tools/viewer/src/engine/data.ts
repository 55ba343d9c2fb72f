// What a page is given: the format "entente-page/1" as the library writes it, and indexes over it.

import type { Recurrence } from './recurrence';

export type Labels = Record<string, string>;

export interface KindRecord {
  id: string;
  look: string;
  names: Labels;
  up: string[]; // itself, its parent, and so on
}

export interface TypeRecord {
  id: string;
  look: string;
  names: Labels;
  inverse: Labels;
  inverse_id?: string;
  symmetric?: boolean;
  instant?: boolean;
}

export interface EntityRecord {
  id: string;
  k: number; // kind
  n: Record<string, string[]>; // names by language, the preferred one first
  f: string[]; // folded forms to search
  w?: string; // lifespan as written
  d?: string[]; // in words, by language of PageData.told
  l?: number; // row of its lifespan
  u?: string; // http or https
  p?: [number, number, number, number, number, number, number]; // x, y, width, height, main, rank, region or -1
  o?: number[]; // of a document: the first and the last day it may have appeared
}

/** The citations, by language of PageData.told, are given where they are more than the document's id and the place. */
export type EvidenceRecord = [source: number, at: string, by?: number, when?: string, cited?: string[]];

/** What hangs on who says so and what is known. */
export interface WordingRecord {
  w?: string; // date as written
  o?: number; // its first day
  s: string[]; // sentences without their sources, by language of PageData.told
  i?: string[]; // what they add about an inferred end
}

export interface RelationRecord extends WordingRecord {
  id: string;
  t: number; // type
  a: number; // from
  b: number; // to
  m?: number; // modality, absent for a fact
  r: number; // row
  e: EvidenceRecord[];
  x?: Record<string, unknown>; // attributes
}

// [traits, first start, last start, first end, last end, and the day up to which nothing reports its end].
export type PlainRow = number[];

// Answers to single questions: of windows y certain and m possible on some day, c and p on every day
// (pairs of days), w the reasons on single days; q more days on which it is possible. s: there is no
// answer for days outside of these. g: what it rests on, where the rest does not tell: one case, or
// four, as of its dates or of what tells of its end all or only the least is seen that may have been out.
export interface ProbedRow {
  y: number[]; m: number[]; w: number[]; c: number[]; p: number[]; u?: number; q?: Recurrence[]; s?: number[]; g?: CaseRecord[];
}

export type RowRecord = PlainRow | ProbedRow;

/** What each of its dates says, none where it is not known at all; or answers. */
export type CaseRecord = PlainRow[] | ProbedRow;

// [from that day of knowledge, known: 0 no, 1 maybe, 2 yes, a row for each mask …,
// then its wording for each mask: 0 as by itself, else a number of Scenarios.told, from 1]
export type StageRecord = number[];

export interface Scenarios {
  complete: boolean;
  masks: number[][]; // modalities that inference takes into account
  relations: Record<string, [source: number, stages: StageRecord[]][]>;
  told: WordingRecord[];
}

export interface ToolSelection {
  as_of: string | null;
  during: string | null;
  throughout: string | null;
  known_at: string | null;
  certain: boolean;
  types: string[];
  kinds: string[];
  modalities: string[];
  sources: string[];
  direction: 'both' | 'out' | 'in';
  isolated: boolean;
  undated: boolean;
  [other: string]: unknown;
}

export interface Look {
  background: string;
  text: string;
  secondary: string;
  grid: string;
  faded: string;
  accent: string;
  nodes: Record<string, [shape: string, fill: string, line: string]>;
  edges: Record<string, [line: string, width: number, head: string]>;
}

export interface StoryRecord {
  state: string;
  text: Labels;
}

export interface PageData {
  format: string;
  title: string;
  titles?: Labels;
  languages: string[];
  told: string[];
  theme?: 'light' | 'dark';
  selection: ToolSelection;
  first: number;
  last: number;
  count: number; // entities of the selection; those behind them are only named by evidence
  left_out: number;
  kinds: KindRecord[];
  types: TypeRecord[];
  other_kinds: string[]; // of the vocabulary, of which the page has none
  other_types: string[];
  looks: { light: Look; dark: Look };
  entities: EntityRecord[];
  relations: RelationRecord[];
  scenarios: Scenarios;
  rows: RowRecord[];
  dates: Record<string, string[]>; // in words, by 'o' of acts or 'i' of states and the date as written
  variants: string[];
  story: StoryRecord[];
}

export const modalities = ['fact', 'plan', 'expectation', 'claim', 'derived'] as const;
export type ModalityName = (typeof modalities)[number];

/** The data with what is looked up often. */
export class Dossier {
  readonly entityById = new Map<string, number>();
  readonly relationById = new Map<string, number>();
  /** By entity: its relations, ascending. */
  readonly incident: number[][];

  constructor(readonly data: PageData) {
    data.entities.forEach((entity, i) => this.entityById.set(entity.id, i));
    data.relations.forEach((relation, i) => this.relationById.set(relation.id, i));
    this.incident = data.entities.map(() => []);
    data.relations.forEach((relation, i) => {
      this.incident[relation.a]!.push(i);
      if (relation.b !== relation.a) this.incident[relation.b]!.push(i);
    });
  }

  /** The other end. */
  across(relation: number, entity: number): number {
    const record = this.data.relations[relation]!;
    return record.a === entity ? record.b : record.a;
  }

  kindOf(entity: number): KindRecord {
    return this.data.kinds[this.data.entities[entity]!.k]!;
  }

  typeOf(relation: number): TypeRecord {
    return this.data.types[this.data.relations[relation]!.t]!;
  }

  modalityOf(relation: number): ModalityName {
    return modalities[this.data.relations[relation]!.m ?? 0]!;
  }
}
