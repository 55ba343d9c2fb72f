// A selection and what it keeps: the same facts as the library's `Graph::facts`.

import { type Dossier, type EvidenceRecord, type RowRecord, type StageRecord, type WordingRecord } from './data';
import { never, type Period } from './days';
import { asksPeriod, type Question, QuestionReader, type Selection, Unanswerable } from './question';
import { accountsIn, both, type Condition, type Judged, judgeRow } from './reasons';
import { type Account, lasting, tieKey } from './ties';
import { graver, isUndated, type Verdict, verdictOf, verdictThroughout, type Why, whyOf } from './verdict';

export interface Facts {
  /** By relation of the dossier: 2 certain, 1 possible, 0 not selected. */
  verdicts: Uint8Array;
  relations: number[];
  entities: number[];
  undated: number[];
  ended: number[]; // left out because they are inferred to have ended
  certain: number;
  possible: number;
  windows: Period[];
  isDated: boolean; // whether it asks about a period
}

/** How a relation is seen: its row, and whether it is known at all. */
interface Sight {
  row: RowRecord;
  known: Verdict;
  wording: WordingRecord;
}

/** What a selection lets one see of a relation, whether it holds or not. */
export interface Seen {
  known: Verdict;
  row: RowRecord;
  wording: WordingRecord;
  evidence: EvidenceRecord[]; // of the documents asked for that are out, or possibly out
}

export class FactReader {
  private readonly questions_: QuestionReader;

  constructor(readonly dossier: Dossier) {
    this.questions_ = new QuestionReader(dossier);
  }

  /** @throws Unanswerable */
  read(selection: Selection): Facts {
    const { data } = this.dossier;
    const question = this.questions_.read(selection);
    const verdicts = new Uint8Array(data.relations.length);
    const facts: Facts = {
      verdicts, relations: [], entities: [], undated: [], ended: [], certain: 0, possible: 0,
      windows: question.windows, isDated: asksPeriod(question),
    };
    const answers = data.relations.map((_, i) => this.judge_(i, question));
    this.raise_(answers, question);
    for (let i = 0; i < data.relations.length; ++i) {
      const answer = answers[i]!;
      if (answer === 'undated') {
        if (!selection.undated) {
          if (!selection.certain) facts.undated.push(i);
          continue;
        }
      }
      const verdict: Verdict = answer === 'undated' ? 1 : answer;
      if (verdict === 0 || (selection.certain && verdict < 2)) continue;
      verdicts[i] = verdict;
      facts.relations.push(i);
      if (verdict === 2) ++facts.certain;
      else ++facts.possible;
    }
    if (asksPeriod(question) && !selection.certain) facts.ended = this.endedOf_(answers, question);
    facts.entities = this.entitiesOf_(facts, selection, question);
    return facts;
  }

  /** What is left out because of inference: it is not if nothing is inferred. */
  private endedOf_(answers: (Verdict | 'undated')[], question: Question): number[] {
    const { masks, relations } = this.dossier.data.scenarios;
    if (masks.length < 2) return [];
    const uninferred = { ...question, mask: masks.length - 1 };
    return Object.keys(relations).map(Number).sort((a, b) => a - b)
      .filter((i) => answers[i] === 0 && this.judge_(i, question) === 0 && this.judge_(i, uninferred) !== 0);
  }

  /** What a selection lets one see of relations. @throws Unanswerable */
  seeing(selection: Selection): (relation: number) => Seen {
    const question = this.questions_.read(selection);
    return (i) => {
      const { known, row, wording } = this.sightOf_(i, question);
      const evidence = this.dossier.data.relations[i]!.e.filter(([source]) =>
        (!question.sources || question.sources.has(source)) && this.appeared_(source, question.knownBy) > 0);
      return { known, row, wording, evidence };
    };
  }

  /** Says why relations only may hold. @throws Unanswerable */
  whys(selection: Selection): (relation: number) => Why {
    const question = this.questions_.read(selection);
    const raised = this.raised_(question);
    return (relation) => {
      const tie = raised.get(relation);
      const own = this.judge_(relation, question);
      return tie && tie.verdict > (own === 'undated' ? 1 : own) ? tie.why : this.why_(relation, question);
    };
  }

  private why_(relation: number, question: Question): Why {
    const { known, row } = this.sightOf_(relation, question);
    const conditions = question.windows.map((window): Condition => [window, false]);
    if (question.whole) conditions.push([question.whole, true]);
    const judged = conditions.length ? judgeRow(row, conditions) : { verdict: 2, why: 'none' as const };
    const why = judged.verdict === 1 ? judged.why : this.whyOfDays_(row, conditions);
    return known === 1 ? graver(why, 'published') : why;
  }

  /** Where the dates alone do not decide: the gravest reason on days of the periods. */
  private whyOfDays_(row: RowRecord, conditions: Condition[]): Why {
    return conditions.map(([window, everyDay]) => ((everyDay ? verdictThroughout : verdictOf)(row, window) === 1 ? whyOf(row, window, everyDay) : 'none'))
      .reduce(graver, 'none');
  }

  private judge_(i: number, question: Question): Verdict | 'undated' {
    const { data } = this.dossier;
    const relation = data.relations[i]!;
    if (question.types && !question.types.has(relation.t)) return 0;
    if (question.modalities && !question.modalities.has(relation.m ?? 0)) return 0;
    if (question.kinds) {
      const of = (entity: number): boolean => question.kinds![data.entities[entity]!.k]!;
      if (!of(relation.a) || !of(relation.b)) return 0;
    }
    const sight = this.sightOf_(i, question);
    if (sight.known === 0) return 0;
    let verdict: Verdict = sight.known;
    this.requireAnswer_(sight.row, question);
    for (const window of question.windows)
      verdict = Math.min(verdict, verdictOf(sight.row, window)) as Verdict;
    if (question.whole) verdict = Math.min(verdict, verdictThroughout(sight.row, question.whole)) as Verdict;
    const undated = verdict === 1 && asksPeriod(question) && isUndated(sight.row);
    return undated ? 'undated' : verdict;
  }

  /** Dates that come again and again have answers on some days only; what is certain at large is so. */
  private requireAnswer_(row: RowRecord, question: Question): void {
    if (Array.isArray(row) || !row.s) return;
    const [first, last] = row.s as [number, number];
    const isCovered = (window: Period): boolean => window.first >= first && window.last <= last;
    question.windows.forEach((window, i) => {
      const isCertain = window.first <= last && window.last >= first && verdictOf(row, window) === 2;
      if (!isCovered(window) && !isCertain) throw new Unanswerable(...question.asked[i]!);
    });
    if (question.whole && !isCovered(question.whole)) throw new Unanswerable(...question.asked[question.asked.length - 1]!);
  }

  /** Where a question asks about every day of a period, what ties of several records add to them. */
  private raise_(answers: (Verdict | 'undated')[], question: Question): void {
    for (const [i, { verdict }] of this.raised_(question)) {
      const before = answers[i]!;
      if (before !== 'undated' && verdict > before) answers[i] = verdict;
    }
  }

  /** By relation: what its tie says. */
  private raised_(question: Question): Map<number, Judged> {
    const { whole } = question;
    if (!whole || whole.first === whole.last) return new Map();
    const someDay: Question = { ...question, windows: [...question.windows, whole], whole: null };
    const raised = new Map<number, Judged>();
    for (const [i, tie] of this.lasting_(question, whole)) {
      const present = this.judge_(i, someDay);
      if (present === 'undated' || present === 0) continue;
      raised.set(i, both(tie, { verdict: present, why: present === 1 ? this.why_(i, someDay) : 'none' }));
    }
    return raised;
  }

  /** What ties say of a period, whatever was known: a *maybe* where it matters. */
  private lasting_(question: Question, whole: Period): Map<number, Judged> {
    const found = lasting(this.ties_(question, 0), whole, false);
    if (question.knownBy === null) return found;
    for (const number of [0, 1, 2, 3]) {
      const seen = lasting(this.ties_(question, number), whole, true);
      for (const [i, tie] of found)
        if ((seen.get(i)?.verdict ?? 0) !== tie.verdict) found.set(i, { verdict: 1, why: 'published' });
    }
    return found;
  }

  /** The accounts of ties in one of the cases of what was known: in the first two all is seen that may be. */
  private ties_(question: Question, number: number): Account[][] {
    const timeless: Question = { ...question, windows: [], whole: null };
    const ties = new Map<string, Account[]>();
    this.dossier.data.relations.forEach((_, i) => {
      if (this.dossier.typeOf(i).instant) return;
      const known = this.judge_(i, timeless);
      if (known === 'undated' || known === 0 || (known === 1 && number > 1)) return;
      const key = tieKey(this.dossier, i);
      for (const row of accountsIn(this.sightOf_(i, question).row, number)) {
        const list = ties.get(key);
        if (list) list.push([i, row]);
        else ties.set(key, [[i, row]]);
      }
    });
    return [...ties.values()];
  }

  private sightOf_(i: number, question: Question): Sight {
    const { data } = this.dossier;
    const through = data.scenarios.relations[String(i)];
    if (through) return this.staged_(i, through, question);
    const relation = data.relations[i]!;
    const row = data.rows[relation.r]!;
    if (question.knownBy === null && !question.sources) return { row, known: 2, wording: relation };
    let known: Verdict = 0;
    for (const [source] of relation.e)
      if (!question.sources || question.sources.has(source))
        known = Math.max(known, this.appeared_(source, question.knownBy)) as Verdict;
    return { row, known, wording: relation };
  }

  /** Whether a document had appeared by then. */
  private appeared_(source: number, day: number | null): Verdict {
    if (day === null) return 2;
    const days = this.dossier.data.entities[source]?.o;
    if (!days || days.length < 2) return 1;
    if (days[0]! > day) return 0;
    return days[1]! <= day ? 2 : 1;
  }

  private staged_(i: number, through: [number, StageRecord[]][], question: Question): Sight {
    const { data } = this.dossier;
    const stages = this.stagesThrough_(through, question);
    const own = data.relations[i]!;
    if (!stages) return { row: data.rows[own.r]!, known: 0, wording: own };
    let stage = stages[0]!;
    if (question.knownBy !== null)
      for (const each of stages.slice(1)) if (each[0]! <= question.knownBy) stage = each;
    if (question.knownBy !== null && stage === stages[0] && stages.length > 1) stage = stages[1]!;
    const other = stage[2 + data.scenarios.masks.length + question.mask] ?? 0;
    return {
      row: data.rows[stage[2 + question.mask]!]!, known: stage[1] as Verdict,
      wording: other > 0 ? data.scenarios.told[other - 1]! : own,
    };
  }

  /** Through all documents, or through the one asked for that carries the relation. */
  private stagesThrough_(through: [number, StageRecord[]][], question: Question):
    StageRecord[] | null {
    if (!question.sources) return through[0]![1];
    const carried = through.filter(([source]) => source >= 0 && question.sources!.has(source));
    if (carried.length === 0) return null;
    // Through several documents there is no answer but where only one of them carries it, and no
    // other relation bears on its end.
    if (carried.length === 1 && (question.sources.size === 1 || this.standsAlone_(through))) return carried[0]![1];
    throw new Unanswerable('source', [...question.sources].map((source) => this.dossier.data.entities[source]!.id).join());
  }

  private standsAlone_(through: [number, StageRecord[]][]): boolean {
    const masks = this.dossier.data.scenarios.masks.length;
    return through.every(([, stages]) => stages.every((stage) => stage.slice(2, 2 + masks).every((row) => row === stage[2])));
  }

  private entitiesOf_(facts: Facts, selection: Selection, question: Question): number[] {
    const { data } = this.dossier;
    const touched = new Uint8Array(data.entities.length);
    for (const i of facts.relations) {
      touched[data.relations[i]!.a] = 1;
      touched[data.relations[i]!.b] = 1;
    }
    const base = data.selection;
    const narrowed =
      asksPeriod(question) || question.knownBy !== null || selection.types.length > 0 ||
      selection.kinds.length > 0 || selection.modalities.length > 0 || selection.sources.length > 0 ||
      base.types.length + base.kinds.length + base.modalities.length + base.sources.length > 0;
    const isolated = selection.isolated || !narrowed;
    const entities: number[] = [];
    for (let i = 0; i < data.count; ++i)
      if (touched[i] || (isolated && this.isThere_(i, selection, question))) entities.push(i);
    return entities;
  }

  private isThere_(entity: number, selection: Selection, question: Question): boolean {
    const record = this.dossier.data.entities[entity]!;
    if (question.kinds && !question.kinds[record.k]) return false;
    if (record.l === undefined) return true;
    const row = this.dossier.data.rows[record.l]!;
    this.requireAnswer_(row, question);
    const least = selection.certain ? 2 : 1;
    return question.windows.every((window) => verdictOf(row, window) >= least) &&
      (!question.whole || verdictThroughout(row, question.whole) >= least);
  }
}

/** Days beyond every calendar, as periods without a limit write them. */
export const unlimited: Period = { first: -never, last: never };
