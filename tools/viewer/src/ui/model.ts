// What the page shows at a moment: the state, the facts it selects, and the part of them in view.

import { addressOf, initialState, type State, stateFrom } from '../engine/address';
import { Dossier, type PageData, type ToolSelection } from '../engine/data';
import { allRegions, allTwins, type Fold, regionsOf } from '../engine/folds';
import { FactReader, type Facts, everything, Unanswerable } from '../engine/facts';
import { countsAround, Network, type Route } from '../engine/network';
import { Search } from '../engine/search';
import { type Why } from '../engine/verdict';
import { bestOf, fill, labelIn, type Word, type Words, wordsFor } from '../words/words';

/** What is in view of a state. */
export interface Shown {
  entities: number[];
  relations: number[];
  counts: { certain: number; possible: number; undated: number };
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
  /** Why the state's selection cannot be answered; '' if it can. */
  fault = '';
  private readonly reader: FactReader;
  private reasons: (relation: number) => Why = () => 'none';
  private readonly watchers: ((before: State) => void)[] = [];

  constructor(data: PageData) {
    this.dossier = new Dossier(data);
    this.search = new Search(this.dossier);
    this.reader = new FactReader(this.dossier);
    this.start = initialState(data);
    this.state = stateFrom(location.hash, this.start);
    this.answer();
  }

  watch(watcher: (before: State) => void): void {
    this.watchers.push(watcher);
  }

  /** Changes the state; the address follows, as a step of its own unless `passing`. */
  set(change: Partial<State>, passing = false): void {
    const before = this.state;
    this.state = { ...before, ...change };
    this.answer();
    const address = `#${addressOf(this.state, this.start)}`;
    if (address !== (location.hash || '#')) {
      if (passing) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    for (const watcher of this.watchers) watcher(before);
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
    this.state = stateFrom(location.hash, this.start);
    this.answer();
    for (const watcher of this.watchers) watcher(before);
  }

  private answer(): void {
    this.words = wordsFor(this.state.lang);
    this.fault = '';
    try {
      this.facts = this.reader.read(this.state);
      this.reasons = this.reader.whys(this.state);
    } catch (error) {
      if (!(error instanceof Unanswerable)) throw error;
      const isDate = ['as-of', 'during', 'throughout', 'known-at'].includes(error.option) && this.dossier.data.scenarios.complete;
      this.fault = fill(isDate ? this.words.badPeriod : this.words.badValue, { k: error.option, v: error.value });
      this.facts ??= this.reader.read(everything);
    }
    this.shown = this.inView();
  }

  private inView(): Shown {
    const { facts, dossier, state } = this;
    const whole: Shown = {
      entities: facts.entities, relations: facts.relations,
      counts: { certain: facts.certain, possible: facts.possible, undated: facts.undated.length },
      routes: null, moreRoutes: false, distance: null,
    };
    const direction = dossier.data.selection.direction;
    if (state.path) {
      const [from, to] = state.path.map((id) => dossier.entityById.get(id));
      if (from === undefined || to === undefined) {
        this.fault = fill(this.words.notFound, { v: state.path[from === undefined ? 0 : 1]! });
        return whole;
      }
      const { routes, more } = new Network(dossier, facts, direction).shortest(from, to);
      const entities = [...new Set([from, to, ...routes.flatMap((route) => route.entities)])].sort((a, b) => a - b);
      const relations = [...new Set(routes.flatMap((route) => route.hops.flatMap((hop) => hop.relations)))];
      relations.sort((a, b) => a - b);
      return {
        ...whole, entities, relations, routes, moreRoutes: more,
        counts: countsAround(dossier, facts, entities),
      };
    }
    if (state.focus) {
      const centre = dossier.entityById.get(state.focus);
      if (centre === undefined) {
        this.fault = fill(this.words.notFound, { v: state.focus });
        return whole;
      }
      const distance = new Network(dossier, facts, direction).within(centre, state.depth);
      const entities = [...distance.keys()].sort((a, b) => a - b);
      const relations = facts.relations.filter((i) => {
        const { a, b } = dossier.data.relations[i]!;
        return distance.has(a) && distance.has(b);
      });
      return { ...whole, entities, relations, distance, counts: countsAround(dossier, facts, entities) };
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

  sentence(relation: number): string {
    const told = this.dossier.data.relations[relation]!.s;
    return told[Math.min(this.telling, told.length - 1)] ?? '';
  }

  sentenceLanguage(relation: number): string {
    const told = this.dossier.data.relations[relation]!.s;
    return this.dossier.data.told[Math.min(this.telling, told.length - 1)] ?? 'en';
  }

  dates(entity: number): string {
    const told = this.dossier.data.entities[entity]!.d ?? [];
    return told[Math.min(this.telling, told.length - 1)] ?? '';
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
