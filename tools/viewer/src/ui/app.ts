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
  private readonly root = document.documentElement;
  private readonly night = window.matchMedia('(prefers-color-scheme: dark)');
  private readonly isDark = (): boolean =>
    !this.printing && (this.model.state.theme === 'dark' || (this.model.state.theme === '' && this.night.matches));
  private printing = false;
  private readonly paper = el('section', { class: 'paper', 'aria-hidden': 'true' });
  private readonly status = el('p', { role: 'status', class: 'status' });
  private readonly ended = el('p', { class: 'status', 'data-role': 'ended' });
  private readonly fault = el('p', { class: 'fault', role: 'alert' });
  private readonly header = el('header');
  private readonly crumbs = el('div', { class: 'crumbs' });
  private readonly details: Details;
  private readonly tables: Tables;
  private readonly time: TimeBar;
  private readonly filters: Filters;
  private readonly search: SearchBox;
  private readonly path: PathForm;
  private readonly story: Story;
  private readonly help: Help;
  private readonly exports: Exports;
  private readonly tools: Toolbar;
  private readonly folding: Folding;

  constructor(private readonly model: Model) {
    this.stage = new Stage(model, this.isDark);
    this.details = new Details(model);
    this.tables = new Tables(model);
    this.time = new TimeBar(model, this.isDark);
    this.filters = new Filters(model);
    this.search = new SearchBox(model, (entity) => this.reveal(entity));
    this.path = new PathForm(model);
    this.story = new Story(model, () => this.stage.fit());
    this.help = new Help(model, this.isDark);
    this.exports = new Exports(model, this.stage.painter, () => this.stage.scene, this.isDark);
    this.folding = new Folding(model);
    this.tools = new Toolbar(model, this.exports, {
      path: () => this.togglePath(), filters: () => this.toggleFilters(), help: () => this.help.open(),
      story: this.story.length ? () => this.story.go(1) : null,
    });
    this.details.onPath = (from) => this.path.open(from);
    this.path.onHidden = () => this.tools.find('path')?.focus();
    this.time.onRest = () => {
      model.endRun();
      this.stage.settle();
    };
    const main = el('main', {},
      el('div', { class: 'work' }, this.path.element, this.filters.element, this.fault, this.story.element, this.crumbs,
        this.stage.element, this.tables.element),
      this.details.element);
    const footer = el('footer', {}, this.time.element, this.status, this.ended);
    document.body.replaceChildren(this.header, this.paper, main, footer, this.help.element);
    this.build();
    this.listen();
    this.show(null);
  }

  /** All that is worded, in the language of the moment. */
  private build(): void {
    const { model } = this;
    this.root.lang = model.state.lang;
    document.title = model.title();
    this.search.build();
    this.path.build();
    this.filters.build();
    this.time.build();
    this.tools.build();
    this.tools.find('filters')?.setAttribute('aria-expanded', String(!this.filters.element.hidden));
    const zoom = el('div', { class: 'zoom' },
      button('+', () => this.stage.zoom(1.3), { 'aria-label': model.word('zoomIn') }),
      button('−', () => this.stage.zoom(0.77), { 'aria-label': model.word('zoomOut') }),
      button('⤢', () => this.stage.fit(), { 'aria-label': model.word('fit') }));
    this.stage.element.querySelector('.zoom')?.remove();
    this.stage.element.append(zoom);
    fillWith(this.header, el('h1', { title: model.title() }, model.title()), this.search.element, this.tools.element);
  }

  private refresh(before: State | null): void {
    keepingFocus(() => this.show(before), (part) => {
      if (part?.matches('.details')) return this.details.element.querySelector<HTMLElement>('h2') ?? this.details.element;
      const beside = part === this.story.element && !this.story.element.hidden ? '.story button:enabled' : '';
      return (beside && part?.querySelector<HTMLElement>(beside)) || this.body;
    });
  }

  private get body(): HTMLElement {
    return this.model.state.view === 'picture' ? this.stage.canvas : this.tables.element;
  }

  private show(before: State | null): void {
    const { model } = this;
    const { state, shown } = model;
    if (before && before.lang !== state.lang) this.build();
    this.root.dataset['theme'] = this.isDark() ? 'dark' : 'light';
    this.root.dataset['view'] = state.view;
    this.root.classList.toggle('embed', state.embed);
    this.colour();
    const { certain, possible, undated } = shown.counts;
    this.status.textContent = model.word('status', { c: certain, p: possible, u: undated });
    this.ended.textContent = shown.ended ? model.word('endedTies', { n: shown.ended }) : '';
    Object.assign(this.status.dataset, { certain: String(certain), possible: String(possible), undated: String(undated) });
    this.fault.textContent = model.fault;
    this.fault.hidden = !model.fault;
    this.tools.refresh(this.filters.count);
    this.leave();
    this.filters.refresh();
    this.path.refresh(before);
    this.time.refresh();
    this.details.refresh();
    this.tables.refresh();
    this.story.refresh();
    this.stage.element.hidden = state.view !== 'picture';
    if (before) this.stage.refresh();
    const moved = before && (before.focus !== state.focus || before.depth !== state.depth || before.path?.join() !== state.path?.join());
    if (moved) this.stage.fit();
    if (before && before.show !== state.show && state.show) this.details.element.scrollTop = 0;
  }

  /** What narrows the view, and the way out of it. */
  private leave(): void {
    const { model } = this;
    const { state, shown } = model;
    this.crumbs.hidden = !state.focus && !state.path;
    if (this.crumbs.hidden) return;
    const text = state.path ? `${model.word('path')}: ${state.path.map((id) => model.nameOf(id)).join(' → ')}` 
      : model.word(shown.entities.length > 1 ? 'focused' : 'alone', { v: model.nameOf(state.focus) });
    const depth = el('select', { 'aria-label': model.word('depth'), name: 'depth' },
      ...['1', '2', '3'].map((n) => el('option', { value: n }, `${model.word('depth')}: ${n}`)));
    depth.value = String(state.depth);
    depth.addEventListener('change', () => model.set({ depth: Number(depth.value) }));
    fillWith(this.crumbs, el('span', {}, text), state.path ? null : depth,
      button(model.word('leave'), () => model.set({ focus: '', path: null, depth: 1 }), { 'data-action': 'leave' }));
  }

  private colour(): void {
    const look = lookOf(this.model, this.isDark());
    const { style } = this.root;
    for (const [name, value] of [['--ground', look.background], ['--text', look.text], ['--quiet', look.secondary], ['--grid', look.grid], ['--accent', look.accent]] as const)
      style.setProperty(name, value);
  }

  private reveal(entity: number): void {
    const { model } = this;
    const { id } = model.dossier.data.entities[entity]!;
    const hidden = !model.shown.entities.includes(entity) && (model.state.focus !== '' || model.state.path !== null);
    model.set({ show: id, tie: '', ...(hidden ? { focus: '', path: null } : {}) });
    this.stage.reveal(entity);
    this.details.element.focus({ preventScroll: true });
  }

  private togglePath(): void {
    if (this.path.element.hidden) this.path.open('');
    else this.path.hide();
  }

  private toggleFilters(): void {
    this.filters.element.hidden = !this.filters.element.hidden;
    this.tools.find('filters')?.setAttribute('aria-expanded', String(!this.filters.element.hidden));
    if (!this.filters.element.hidden) this.filters.element.querySelector('input')?.focus();
  }

  private listen(): void {
    this.model.watch((before) => this.refresh(before));
    window.addEventListener('popstate', () => this.model.readAddress());
    window.addEventListener('hashchange', () => this.model.readAddress());
    this.night.addEventListener('change', () => this.refresh(this.model.state));
    window.addEventListener('beforeprint', () => this.print(true));
    window.addEventListener('afterprint', () => this.print(false));
    document.addEventListener('keydown', (event) => this.key(event));
    document.addEventListener('keyup', () => this.stage.settle());
  }

  /** On paper the picture stands with its title, what is asked, its legend and its sources. */
  private print(on: boolean): void {
    this.printing = on;
    this.show(this.model.state);
    this.paper.replaceChildren();
    if (!on) return;
    if (this.model.state.view === 'picture')
      this.paper.append(new DOMParser().parseFromString(this.exports.svg(), 'image/svg+xml').documentElement);
    else this.paper.append(el('p', {}, this.exports.describe()),
      el('p', { class: 'quiet' }, `${this.model.word('sources')}: ${this.exports.sources().map((i) => this.model.name(i)).join('; ')}`));
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.help.element.open) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      this.escape();
      return;
    }
    if (target.matches('input:not([type=checkbox]):not([type=range]), select, textarea')) return;
    if (event.key === '/') {
      event.preventDefault();
      this.search.input.focus();
      this.search.input.select();
      return;
    }
    // What presses a button there is left to it.
    if (event.key === ' ' && target.matches('button, summary, a, input')) return;
    const acts: Record<string, () => void> = {
      '?': () => this.help.open(), ',': () => this.time.move(-dayLong), '.': () => this.time.move(dayLong),
      '<': () => this.time.moveYears(-1), '>': () => this.time.moveYears(1), ';': () => this.time.moveYears(-1), ':': () => this.time.moveYears(1),
      ' ': () => this.time.toggle(), g: () => this.folding.foldAll(allRegions), t: () => this.folding.foldAll(allTwins), r: () => this.togglePath(), l: () => this.toggleFilters(),
      1: () => this.model.set({ view: 'picture' }),
      2: () => this.openTable('entities'), 3: () => this.openTable('relations'),
    };
    const act = acts[event.key];
    if (act) act();
    else if (!this.stage.act(event.key)) return;
    event.preventDefault();
  }

  private openTable(view: View): void {
    this.model.set({ view });
    this.tables.element.focus();
  }

  private escape(): void {
    const { model } = this;
    const { state } = model;
    if (!this.filters.element.hidden) this.toggleFilters();
    else if (!this.path.element.hidden) this.path.hide();
    else if (state.tie || state.show) model.set({ tie: '', show: '' });
    else if (state.path || state.focus) model.set({ path: null, focus: '', depth: 1 });
    else if (state.view !== 'picture') model.set({ view: 'picture' });
    this.body.focus();
  }
}
