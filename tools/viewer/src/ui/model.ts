// What the page shows at a moment: the state, the facts it selects, and the part of them in view.

import { adviceOn } from '../engine/advice';
import { addressOf, initialState, type State, withoutOption } from '../engine/address';
import { Dossier, type PageData, type ToolSelection } from '../engine/data';
import { FactReader, type Facts } from '../engine/facts';
import type { Route } from '../engine/network';
import { Unanswerable } from '../engine/question';
import { type LeftOut, type Read, readAddress, storyAlone } from '../engine/reading';
import { Search } from '../engine/search';
import { togetherOn, type Together } from '../engine/together';
import type { Why } from '../engine/verdict';
import { languageOf, wordsFor } from '../words/words';
import { selectionOf } from './report';
import { resolved } from './resolve';
import { type Shown, shownOf } from './shown';
import { Wording } from './wording';

export class Model extends Wording {
  readonly search: Search;
  readonly start: State;
  state: State;
  facts!: Facts;
  shown!: Shown;
  /** What was asked and cannot be answered; '' if all can. What cannot is left out of the state. */
  fault = '';
  private readonly reader_: FactReader;
  private reasons_: (relation: number) => Why = () => 'none';
  private readonly nameLanguages_ = new Set<string>();
  private run_ = '';
  private readonly watchers_: ((before: State) => void)[] = [];

  constructor(data: PageData) {
    super(new Dossier(data));
    this.search = new Search(this.dossier);
    this.reader_ = new FactReader(this.dossier);
    for (const tag of [...data.languages, ...data.told]) this.nameLanguages_.add(tag);
    for (const { n } of data.entities) for (const tag of Object.keys(n)) this.nameLanguages_.add(tag);
    const start = initialState(data);
    this.start = { ...start, lang: languageOf(start.lang, this.nameLanguages_, 'en') };
    const { state, left } = this.addressed_();
    this.state = state;
    this.answer_(this.start, left);
  }

  protected override get language(): string {
    return this.state.lang;
  }

  private read_(address: string): Read {
    return readAddress(address, this.start, this.dossier.data.selection);
  }

  private addressed_(): Read {
    const { state, left } = this.read_(location.hash);
    const view = this.dossier.data.story[storyAlone(location.hash, this.start) - 1];
    if (!view) return { state, left };
    const { lang, theme, embed, story } = state;
    const seen = this.read_(view.state);
    return { state: { ...seen.state, lang, theme, embed, story }, left: [...left, ...seen.left] };
  }

  watch(watcher: (before: State) => void): void {
    this.watchers_.push(watcher);
  }

  /** Changes the state; the address follows, as a step of its own but within a run of that name. */
  set(change: Partial<State>, run = '', left: LeftOut[] = []): void {
    const before = this.state;
    const goesOn = run !== '' && run === this.run_;
    this.run_ = run;
    this.state = { ...before, ...change };
    this.answer_(before, left);
    this.write_(goesOn);
    for (const watcher of this.watchers_) watcher(before);
  }

  /** What an address names, but for what is given. */
  open(address: string, instead: Partial<State>): void {
    const { state, left } = this.read_(address);
    this.set({ ...state, ...instead }, '', left);
  }

  /** Whether changes follow each other quickly, as when time is played. */
  get isRunning(): boolean {
    return this.run_ !== '';
  }

  /** What follows is a step of its own. */
  endRun(): void {
    this.run_ = '';
  }

  /** A frame without an address of its own refuses, and the page goes on without one. */
  private write_(goesOn: boolean): void {
    const address = `#${addressOf(this.state, this.start)}`;
    if (address === (location.hash || '#')) return;
    try {
      if (goesOn) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  readAddress(): void {
    const before = this.state;
    this.run_ = '';
    const { state, left } = this.addressed_();
    this.state = state;
    this.answer_(this.start, left);
    for (const watcher of this.watchers_) watcher(before);
  }

  /** Answers the state; of what cannot be answered `instead` has its say. */
  private answer_(instead: State, left: LeftOut[]): void {
    const asked = this.state.lang;
    this.state = { ...this.state, lang: languageOf(asked, this.nameLanguages_, this.start.lang) };
    this.words = wordsFor(this.state.lang);
    const isSpoken = languageOf(asked, this.nameLanguages_, '') !== '';
    const faults = (isSpoken ? left : [...left, { option: '', value: `lang=${asked}` }]).map((each) => this.refusal_(each));
    this.state = resolved(this.state, this.search, this, faults);
    for (let selection = this.state; ; selection = this.state)
      try {
        this.facts = this.reader_.read(selection);
        this.reasons_ = this.reader_.whys(selection);
        this.seen = this.reader_.seeing(selection);
        break;
      } catch (error) {
        if (!(error instanceof Unanswerable)) throw error;
        faults.push(error.isNoPeriod ? this.noPeriod_(error.value) : this.refusal_(error));
        this.state = { ...selection, ...withoutOption(selection, instead, error.option) };
      }
    this.fault = faults.join(' ');
    this.shown = shownOf(this.dossier, this.facts, this.state);
  }

  private refusal_({ option, value }: LeftOut): string {
    return option ? this.word('badValue', { k: option, v: value }) : this.word('badPart', { v: value });
  }

  private noPeriod_(text: string): string {
    const meant = adviceOn(text);
    const d = this.word(`write-${meant?.how ?? 'forms'}`, meant ? { a: meant.a, b: meant.b } : {});
    return this.word('badPeriod', { v: text, d });
  }

  why(relation: number): Why {
    return this.facts.verdicts[relation] === 2 ? 'none' : this.reasons_(relation);
  }

  certainty(relation: number): 'certain' | 'possible' {
    return this.facts.verdicts[relation] === 2 ? 'certain' : 'possible';
  }

  /** On which days all steps of a route hold; null where times of day decide, which the page does not compare. */
  together(route: Route): Together | null {
    return route.hops.length < 2 ? null : togetherOn(this.dossier, route, this.facts, this.seen);
  }

  /** The selection as the command line writes it. */
  selection(): ToolSelection {
    return selectionOf(this.state, this.dossier.data.selection);
  }
}
