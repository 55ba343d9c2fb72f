// What the page shows at a moment: the state, the facts it selects, and the part of them in view.

import { addressOf, initialState, type State, stateFrom, storyAlone, withoutOption } from '../engine/address';
import { Dossier, type PageData, type ToolSelection } from '../engine/data';
import { allRegions, allTwins, type Fold, regionsOf } from '../engine/folds';
import { FactReader, type Facts, type Seen } from '../engine/facts';
import { Unanswerable } from '../engine/question';
import { countsAround, Network, type Route } from '../engine/network';
import { Search } from '../engine/search';
import { sentenceOf, spoken } from '../engine/telling';
import { togetherOn, type Together } from '../engine/together';
import { type Why } from '../engine/verdict';
import { bestOf, fill, labelIn, languageOf, type Word, type Words, wordsFor } from '../words/words';

/** What is in view of a state. */
export interface Shown {
  entities: number[];
  relations: number[];
  counts: { certain: number; possible: number; undated: number };
  ended: number; // left out because they are inferred to have ended
  routes: Route[] | null; // of a path, if one is asked for
  moreRoutes: boolean;
  distance: Map<number, number> | null; // from the focus
}

export class Model {
  readonly dossier: Dossier;
  readonly search: Search;
  readonly start: State;
  state: State;
  facts!: Facts;
  shown!: Shown;
  words!: Words;
  /** What was asked and cannot be answered; '' if all can. What cannot is left out of the state. */
  fault = '';
  /** What the current question lets one see of a relation. */
  seen!: (relation: number) => Seen;
  private readonly reader: FactReader;
  private reasons: (relation: number) => Why = () => 'none';
  private readonly nameLanguages = new Set<string>();
  private run = '';
  private readonly watchers: ((before: State) => void)[] = [];

  constructor(data: PageData) {
    this.dossier = new Dossier(data);
    this.search = new Search(this.dossier);
    this.reader = new FactReader(this.dossier);
    for (const tag of [...data.languages, ...data.told]) this.nameLanguages.add(tag);
    for (const { n } of data.entities) for (const tag of Object.keys(n)) this.nameLanguages.add(tag);
    const start = initialState(data);
    this.start = { ...start, lang: languageOf(start.lang, this.nameLanguages, 'en') };
    this.state = this.addressed();
    this.answer(this.start);
  }

  private addressed(): State {
    const state = stateFrom(location.hash, this.start);
    const view = this.dossier.data.story[storyAlone(location.hash, this.start) - 1];
    const { lang, theme, embed, story } = state;
    return view ? { ...stateFrom(view.state, this.start), lang, theme, embed, story } : state;
  }

  watch(watcher: (before: State) => void): void {
    this.watchers.push(watcher);
  }

  /** Changes the state; the address follows, as a step of its own but within a run of that name. */
  set(change: Partial<State>, run = ''): void {
    const before = this.state;
    const goesOn = run !== '' && run === this.run;
    this.run = run;
    this.state = { ...before, ...change };
    this.answer(before);
    this.write(goesOn);
    for (const watcher of this.watchers) watcher(before);
  }

  /** Whether changes follow each other quickly, as when time is played. */
  get isRunning(): boolean {
    return this.run !== '';
  }

  /** What follows is a step of its own. */
  endRun(): void {
    this.run = '';
  }

  /** A frame without an address of its own refuses, and the page goes on without one. */
  private write(goesOn: boolean): void {
    const address = `#${addressOf(this.state, this.start)}`;
    if (address === (location.hash || '#')) return;
    try {
      if (goesOn) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  /** Folds all of a sort, or no longer. */
  foldAll(all: string): void {
    const { fold } = this.state;
    const ids = new Set(this.regions().map(({ lead }) => this.dossier.data.entities[lead]!.id));
    const rest = fold.filter((each) => each !== all && !(all === allRegions && ids.has(each)));
    this.set({ fold: fold.includes(all) ? rest : [...rest, all] });
  }

  /** Folds the region of an entity, or no longer. */
  foldRegion(entity: number): void {
    const region = this.regionOf(entity);
    if (!region) return;
    const { id } = this.dossier.data.entities[region.lead]!;
    const { fold } = this.state;
    this.set({ fold: fold.includes(id) ? fold.filter((each) => each !== id) : [...fold, id] });
  }

  /** Unfolds what the entity stands for: its region, or all twins. */
  unfold(entity: number): void {
    if (this.isRegionFolded(entity)) this.foldRegion(entity);
    else if (this.state.fold.includes(allTwins)) this.foldAll(allTwins);
  }

  isRegionFolded(entity: number): boolean {
    const region = this.regionOf(entity);
    if (!region) return false;
    const { fold } = this.state;
    return fold.includes(allRegions) !== fold.includes(this.dossier.data.entities[region.lead]!.id);
  }

  /** The region that an entity is of, among what is drawn. */
  regionOf(entity: number): Fold | undefined {
    return this.regions().find(({ members }) => members.includes(entity));
  }

  private regions(): Fold[] {
    const { routes, distance, entities, relations } = this.shown;
    if (routes !== null || distance !== null) return [];
    const { data } = this.dossier;
    const tied = new Set<number>();
    for (const i of relations) tied.add(data.relations[i]!.a).add(data.relations[i]!.b);
    return regionsOf(this.dossier, entities.filter((entity) => tied.has(entity) || data.entities[entity]!.p?.[4] === 1));
  }

  readAddress(): void {
    const before = this.state;
    this.run = '';
    this.state = this.addressed();
    this.answer(this.start);
    for (const watcher of this.watchers) watcher(before);
  }

  /** Answers the state; of what cannot be answered `instead` has its say. */
  private answer(instead: State): void {
    this.state = { ...this.state, lang: languageOf(this.state.lang, this.nameLanguages, this.start.lang) };
    this.words = wordsFor(this.state.lang);
    const faults: string[] = [];
    this.resolve(faults);
    for (let selection = this.state; ; selection = this.state)
      try {
        this.facts = this.reader.read(selection);
        this.reasons = this.reader.whys(selection);
        this.seen = this.reader.seeing(selection);
        break;
      } catch (error) {
        if (!(error instanceof Unanswerable)) throw error;
        faults.push(fill(error.isNoPeriod ? this.words.badPeriod : this.words.badValue, { k: error.option, v: error.value }));
        this.state = { ...selection, ...withoutOption(selection, instead, error.option) };
      }
    this.fault = faults.join(' ');
    this.shown = this.inView();
  }

  /** Names in the place of ids are looked up; what is not known is said and left out. */
  private resolve(faults: string[]): void {
    const { dossier, state } = this;
    const idOf = (text: string): string => {
      if (!text || dossier.entityById.has(text)) return text;
      const found = this.search.exactly(text);
      if (found.length === 1) return dossier.data.entities[found[0]!]!.id;
      faults.push(found.length ? this.whichOf(text, found) : fill(this.words.notFound, { v: text }));
      return '';
    };
    const path = state.path?.map(idOf);
    const sources = state.sources.map((source) => (this.search.exactly(source).length === 1 ? idOf(source) : source));
    let { tie } = state;
    if (tie && !dossier.relationById.has(tie)) {
      faults.push(fill(this.words.notFound, { v: tie }));
      tie = '';
    }
    this.state = {
      ...state, sources, tie, focus: idOf(state.focus), show: idOf(state.show), path: path?.every((id) => id) ? [path[0]!, path[1]!] : null,
    };
  }

  /** That several are called so. */
  whichOf(text: string, entities: number[]): string {
    const few = entities.slice(0, 6).map((entity) => `${this.name(entity)} (${this.dossier.data.entities[entity]!.id})`);
    if (entities.length > few.length) few.push('…');
    return fill(this.words.ambiguous, { v: text, n: few.join(', ') });
  }

  private inView(): Shown {
    const { facts, dossier, state } = this;
    const whole: Shown = {
      entities: facts.entities, relations: facts.relations,
      counts: { certain: facts.certain, possible: facts.possible, undated: facts.undated.length },
      ended: facts.ended.length, routes: null, moreRoutes: false, distance: null,
    };
    const endedAround = (entities: number[]): number => {
      const near = new Set(entities);
      return facts.ended.filter((i) => near.has(dossier.data.relations[i]!.a) || near.has(dossier.data.relations[i]!.b)).length;
    };
    const direction = dossier.data.selection.direction;
    if (state.path) {
      const [from, to] = state.path.map((id) => dossier.entityById.get(id)!) as [number, number];
      const { routes, more } = new Network(dossier, facts, direction).shortest(from, to);
      const entities = [...new Set([from, to, ...routes.flatMap((route) => route.entities)])].sort((a, b) => a - b);
      const relations = [...new Set(routes.flatMap((route) => route.hops.flatMap((hop) => hop.relations)))];
      relations.sort((a, b) => a - b);
      return {
        ...whole, entities, relations, routes, moreRoutes: more,
        counts: countsAround(dossier, facts, entities), ended: endedAround(entities),
      };
    }
    if (state.focus) {
      const centre = dossier.entityById.get(state.focus)!;
      const distance = new Network(dossier, facts, direction).within(centre, state.depth);
      const entities = [...distance.keys()].sort((a, b) => a - b);
      const relations = facts.relations.filter((i) => {
        const { a, b } = dossier.data.relations[i]!;
        return distance.has(a) && distance.has(b);
      });
      return { ...whole, entities, relations, distance, counts: countsAround(dossier, facts, entities), ended: endedAround(entities) };
    }
    return whole;
  }

  why(relation: number): Why {
    return this.facts.verdicts[relation] === 2 ? 'none' : this.reasons(relation);
  }

  word(word: Word, values: Record<string, string | number> = {}): string {
    return fill(this.words[word], values);
  }

  /** The languages the reader wants, best first. */
  get wanted(): string[] {
    return [this.state.lang, ...this.dossier.data.languages];
  }

  name(entity: number): string {
    const record = this.dossier.data.entities[entity]!;
    const tags = Object.keys(record.n);
    const best = bestOf(tags, this.wanted);
    return best < 0 ? record.id : record.n[tags[best]!]![0] ?? record.id;
  }

  /** The language tag of the name that is shown. */
  nameLanguage(entity: number): string {
    const tags = Object.keys(this.dossier.data.entities[entity]!.n);
    return tags[bestOf(tags, this.wanted)] ?? '';
  }

  label(labels: Record<string, string>, id: string): string {
    return labelIn(labels, this.wanted) || id;
  }

  kindName(entity: number): string {
    const kind = this.dossier.kindOf(entity);
    return this.label(kind.names, kind.id);
  }

  /** Which of the languages that sentences are told in serves the reader. */
  private get telling(): number {
    return Math.max(0, bestOf(this.dossier.data.told, this.wanted));
  }

  /** The one of several texts that serves the reader. */
  private spoken(texts: string[]): string {
    return spoken(texts, this.telling);
  }

  /** With the date, the inferred end and the sources that count under what is asked. */
  sentence(relation: number): string {
    return sentenceOf(this.dossier, this.seen(relation), this.telling);
  }

  /** Its date in words. */
  when(relation: number): string {
    return this.dated(relation, this.seen(relation).told.w ?? '');
  }

  /** A date of it or of its evidence in words. */
  dated(relation: number, text: string): string {
    const key = (this.dossier.typeOf(relation).instant ? 'o' : 'i') + text;
    return this.spoken(this.dossier.data.dates[key] ?? [text]);
  }

  /** On which days all steps of a route hold; null where times of day decide, which the page does not compare. */
  together(route: Route): Together | null {
    return route.hops.length < 2 ? null : togetherOn(route, this.facts, this.seen);
  }

  sentenceLanguage(relation: number): string {
    const told = this.seen(relation).told.s;
    return this.dossier.data.told[this.telling < told.length ? this.telling : 0] ?? 'en';
  }

  dates(entity: number): string {
    return this.spoken(this.dossier.data.entities[entity]!.d ?? []);
  }

  title(): string {
    const { titles, title } = this.dossier.data;
    return (titles && labelIn(titles, this.wanted)) || title;
  }

  /** The selection as the command line writes it. */
  selection(): ToolSelection {
    const { state } = this;
    const base = this.dossier.data.selection;
    const or = (own: string[], given: string[]): string[] => (own.length ? own : given);
    return {
      ...base,
      as_of: state.asOf || null, during: state.during || null, throughout: state.throughout || null, known_at: state.knownAt || null,
      certain: state.certain, undated: state.undated,
      types: or(state.types, base.types), kinds: or(state.kinds, base.kinds),
      modalities: or(state.modalities, base.modalities), sources: or(state.sources, base.sources),
    };
  }

  /** What `window.entente.state()` promises. */
  publicState(): object {
    const { data } = this.dossier;
    const { entities, relations } = this.shown;
    return {
      selection: this.selection(),
      view: this.state.view,
      focus: this.state.focus || null,
      path: this.state.path,
      entities: entities.map((i) => data.entities[i]!.id).sort(),
      relations: relations
        .map((i) => ({ id: data.relations[i]!.id, certainty: this.certainty(i) }))
        .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    };
  }

  certainty(relation: number): 'certain' | 'possible' {
    return this.facts.verdicts[relation] === 2 ? 'certain' : 'possible';
  }
}
