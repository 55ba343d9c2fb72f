// The page: its parts, put together, and what happens between them.

import type { State, View } from '../engine/address';
import { allRegions, allTwins } from '../engine/folds';
import { Details } from './details';
import { button, el, fillWith } from './dom';
import { Exports } from './exports';
import { Filters } from './filters';
import { keepingFocus } from './focus';
import { Folding } from './folding';
import { Help } from './help';
import type { Model } from './model';
import { PathForm, SearchBox } from './searchbox';
import { lookOf } from './scene';
import { Stage } from './stage';
import { Story } from './story';
import { Tables } from './tables';
import { TimeBar } from './timebar';
import { Toolbar } from './toolbar';

const dayLong = 1;

export class App {
  readonly stage: Stage;
  private readonly root_ = document.documentElement;
  private readonly night_ = window.matchMedia('(prefers-color-scheme: dark)');
  private readonly isDark_ = (): boolean =>
    !this.printing_ && (this.model_.state.theme === 'dark' || (this.model_.state.theme === '' && this.night_.matches));
  private printing_ = false;
  private readonly paper_ = el('section', { class: 'paper', 'aria-hidden': 'true' });
  private readonly status_ = el('p', { role: 'status', class: 'status' });
  private readonly ended_ = el('p', { class: 'status', 'data-role': 'ended' });
  private readonly fault_ = el('p', { class: 'fault', role: 'alert' });
  private readonly header_ = el('header');
  private readonly crumbs_ = el('div', { class: 'crumbs' });
  private readonly details_: Details;
  private readonly tables_: Tables;
  private readonly time_: TimeBar;
  private readonly filters_: Filters;
  private readonly search_: SearchBox;
  private readonly path_: PathForm;
  private readonly story_: Story;
  private readonly help_: Help;
  private readonly exports_: Exports;
  private readonly tools_: Toolbar;
  private readonly folding_: Folding;

  constructor(private readonly model_: Model) {
    this.stage = new Stage(model_, this.isDark_);
    this.details_ = new Details(model_);
    this.tables_ = new Tables(model_);
    this.time_ = new TimeBar(model_, this.isDark_);
    this.filters_ = new Filters(model_);
    this.search_ = new SearchBox(model_, (entity) => this.reveal_(entity));
    this.path_ = new PathForm(model_);
    this.story_ = new Story(model_, () => this.stage.fit());
    this.help_ = new Help(model_, this.isDark_);
    this.exports_ = new Exports(model_, this.stage.painter, () => this.stage.scene, this.isDark_);
    this.folding_ = new Folding(model_);
    this.tools_ = new Toolbar(model_, this.exports_, {
      path: () => this.togglePath_(), filters: () => this.toggleFilters_(), help: () => this.help_.open(),
      story: this.story_.length ? () => this.story_.go(1) : null,
    });
    this.details_.onPath = (from) => this.path_.open(from);
    this.path_.onHidden = () => this.tools_.find('path')?.focus();
    this.time_.onRest = () => {
      model_.endRun();
      this.stage.settle();
    };
    const main = el('main', {},
      el('div', { class: 'work' }, this.path_.element, this.filters_.element, this.fault_, this.story_.element, this.crumbs_,
        this.stage.element, this.tables_.element),
      this.details_.element);
    const footer = el('footer', {}, this.time_.element, this.status_, this.ended_);
    document.body.replaceChildren(this.header_, this.paper_, main, footer, this.help_.element);
    this.build_();
    this.listen_();
    this.show_(null);
  }

  /** All that is worded, in the language of the moment. */
  private build_(): void {
    const { model_: model } = this;
    this.root_.lang = model.state.lang;
    document.title = model.title();
    this.search_.build();
    this.path_.build();
    this.filters_.build();
    this.time_.build();
    this.tools_.build();
    this.tools_.find('filters')?.setAttribute('aria-expanded', String(!this.filters_.element.hidden));
    const zoom = el('div', { class: 'zoom' },
      button('+', () => this.stage.zoom(1.3), { 'aria-label': model.word('zoomIn') }),
      button('−', () => this.stage.zoom(0.77), { 'aria-label': model.word('zoomOut') }),
      button('⤢', () => this.stage.fit(), { 'aria-label': model.word('fit') }));
    this.stage.element.querySelector('.zoom')?.remove();
    this.stage.element.append(zoom);
    fillWith(this.header_, el('h1', { title: model.title() }, model.title()), this.search_.element, this.tools_.element);
  }

  private refresh_(before: State | null): void {
    keepingFocus(() => this.show_(before), (part) => {
      if (part?.matches('.details')) return this.details_.element.querySelector<HTMLElement>('h2') ?? this.details_.element;
      const beside = part === this.story_.element && !this.story_.element.hidden ? '.story button:enabled' : '';
      return (beside && part?.querySelector<HTMLElement>(beside)) || this.body_;
    });
  }

  private get body_(): HTMLElement {
    return this.model_.state.view === 'picture' ? this.stage.canvas : this.tables_.element;
  }

  private show_(before: State | null): void {
    const { model_: model } = this;
    const { state, shown } = model;
    if (before && before.lang !== state.lang) this.build_();
    this.root_.dataset['theme'] = this.isDark_() ? 'dark' : 'light';
    this.root_.dataset['view'] = state.view;
    this.root_.classList.toggle('embed', state.embed);
    this.colour_();
    const { certain, possible, undated } = shown.counts;
    this.status_.textContent = model.word('status', { c: certain, p: possible, u: undated });
    this.ended_.textContent = shown.ended ? model.word('endedTies', { n: shown.ended }) : '';
    Object.assign(this.status_.dataset, { certain: String(certain), possible: String(possible), undated: String(undated) });
    this.fault_.textContent = model.fault;
    this.fault_.hidden = !model.fault;
    this.tools_.refresh(this.filters_.count);
    this.leave_();
    this.filters_.refresh();
    this.path_.refresh(before);
    this.time_.refresh();
    this.details_.refresh();
    this.tables_.refresh();
    this.story_.refresh();
    this.stage.element.hidden = state.view !== 'picture';
    if (before) this.stage.refresh();
    const moved = before && (before.focus !== state.focus || before.depth !== state.depth || before.path?.join() !== state.path?.join());
    if (moved) this.stage.fit();
    if (before && before.show !== state.show && state.show) this.details_.element.scrollTop = 0;
  }

  /** What narrows the view, and the way out of it. */
  private leave_(): void {
    const { model_: model } = this;
    const { state, shown } = model;
    this.crumbs_.hidden = !state.focus && !state.path;
    if (this.crumbs_.hidden) return;
    const text = state.path ? `${model.word('path')}: ${state.path.map((id) => model.nameOf(id)).join(' → ')}` 
      : model.word(shown.entities.length > 1 ? 'focused' : 'alone', { v: model.nameOf(state.focus) });
    const depth = el('select', { 'aria-label': model.word('depth'), name: 'depth' },
      ...['1', '2', '3'].map((n) => el('option', { value: n }, `${model.word('depth')}: ${n}`)));
    depth.value = String(state.depth);
    depth.addEventListener('change', () => model.set({ depth: Number(depth.value) }));
    fillWith(this.crumbs_, el('span', {}, text), state.path ? null : depth,
      button(model.word('leave'), () => model.set({ focus: '', path: null, depth: 1 }), { 'data-action': 'leave' }));
  }

  private colour_(): void {
    const look = lookOf(this.model_, this.isDark_());
    const { style } = this.root_;
    for (const [name, value] of [['--ground', look.background], ['--text', look.text], ['--quiet', look.secondary], ['--grid', look.grid], ['--accent', look.accent]] as const)
      style.setProperty(name, value);
  }

  private reveal_(entity: number): void {
    const { model_: model } = this;
    const { id } = model.dossier.data.entities[entity]!;
    const hidden = !model.shown.entities.includes(entity) && (model.state.focus !== '' || model.state.path !== null);
    model.set({ show: id, tie: '', ...(hidden ? { focus: '', path: null } : {}) });
    this.stage.reveal(entity);
    this.details_.element.focus({ preventScroll: true });
  }

  private togglePath_(): void {
    if (this.path_.element.hidden) this.path_.open('');
    else this.path_.hide();
  }

  private toggleFilters_(): void {
    this.filters_.element.hidden = !this.filters_.element.hidden;
    this.tools_.find('filters')?.setAttribute('aria-expanded', String(!this.filters_.element.hidden));
    if (!this.filters_.element.hidden) this.filters_.element.querySelector('input')?.focus();
  }

  private listen_(): void {
    this.model_.watch((before) => this.refresh_(before));
    window.addEventListener('popstate', () => this.model_.readAddress());
    window.addEventListener('hashchange', () => this.model_.readAddress());
    this.night_.addEventListener('change', () => this.refresh_(this.model_.state));
    window.addEventListener('beforeprint', () => this.print_(true));
    window.addEventListener('afterprint', () => this.print_(false));
    document.addEventListener('keydown', (event) => this.key_(event));
    document.addEventListener('keyup', () => this.stage.settle());
  }

  /** On paper the picture stands with its title, what is asked, its legend and its sources. */
  private print_(on: boolean): void {
    this.printing_ = on;
    this.show_(this.model_.state);
    this.paper_.replaceChildren();
    if (!on) return;
    if (this.model_.state.view === 'picture')
      this.paper_.append(new DOMParser().parseFromString(this.exports_.svg(), 'image/svg+xml').documentElement);
    else this.paper_.append(el('p', {}, this.exports_.describe()),
      el('p', { class: 'quiet' }, `${this.model_.word('sources')}: ${this.exports_.sources().map((i) => this.model_.name(i)).join('; ')}`));
  }

  private key_(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.help_.element.open) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      this.escape_();
      return;
    }
    if (target.matches('input:not([type=checkbox]):not([type=range]), select, textarea')) return;
    if (event.key === '/') {
      event.preventDefault();
      this.search_.input.focus();
      this.search_.input.select();
      return;
    }
    // What presses a button there is left to it.
    if (event.key === ' ' && target.matches('button, summary, a, input')) return;
    const acts: Record<string, () => void> = {
      '?': () => this.help_.open(), ',': () => this.time_.move(-dayLong), '.': () => this.time_.move(dayLong),
      '<': () => this.time_.moveYears(-1), '>': () => this.time_.moveYears(1), ';': () => this.time_.moveYears(-1), ':': () => this.time_.moveYears(1),
      ' ': () => this.time_.toggle(), g: () => this.folding_.foldAll(allRegions), t: () => this.folding_.foldAll(allTwins), r: () => this.togglePath_(), l: () => this.toggleFilters_(),
      1: () => this.model_.set({ view: 'picture' }),
      2: () => this.openTable_('entities'), 3: () => this.openTable_('relations'),
    };
    const act = acts[event.key];
    if (act) act();
    else if (!this.stage.act(event.key)) return;
    event.preventDefault();
  }

  private openTable_(view: View): void {
    this.model_.set({ view });
    this.tables_.element.focus();
  }

  private escape_(): void {
    const { model_: model } = this;
    const { state } = model;
    if (!this.filters_.element.hidden) this.toggleFilters_();
    else if (!this.path_.element.hidden) this.path_.hide();
    else if (state.tie || state.show) model.set({ tie: '', show: '' });
    else if (state.path || state.focus) model.set({ path: null, focus: '', depth: 1 });
    else if (state.view !== 'picture') model.set({ view: 'picture' });
    this.body_.focus();
  }
}
