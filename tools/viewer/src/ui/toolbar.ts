// What can be done at any time, in groups: views, folding, questions, saving, and the page's own looks.

import type { State, View } from '../engine/address';
import { allRegions, allTwins } from '../engine/folds';
import { languages } from '../words/words';
import { button, el, fillWith } from './dom';
import { type Exports, save } from './exports';
import { Folding } from './folding';
import type { Model } from './model';

/** What the buttons open. */
export interface Opened {
  path: () => void;
  filters: () => void;
  story: (() => void) | null;
  help: () => void;
}

export class Toolbar {
  readonly element = el('div', { class: 'tools', role: 'toolbar' });
  private readonly folding_: Folding;

  constructor(private readonly model_: Model, private readonly exports_: Exports, private readonly opened_: Opened) {
    this.folding_ = new Folding(model_);
  }

  build(): void {
    const { model_: model, opened_: opened } = this;
    this.element.setAttribute('aria-label', model.word('views'));
    const tab = (view: View, text: string): HTMLButtonElement =>
      button(text, () => model.set({ view }), { 'data-view': view, class: 'tab' });
    const fold = (text: string, all: string, action: string): HTMLButtonElement =>
      button(text, () => this.folding_.foldAll(all), { 'data-action': action, 'aria-pressed': 'false' });
    fillWith(this.element,
      this.group_('', tab('picture', model.word('picture')), tab('entities', model.word('entities')), tab('relations', model.word('relations'))),
      this.group_('', fold(model.word('foldRegions'), allRegions, 'fold-regions'), fold(model.word('foldTwins'), allTwins, 'fold-twins')),
      this.group_('',
        button(model.word('path'), opened.path, { 'data-action': 'path' }),
        button(model.word('filters'), opened.filters, { 'data-action': 'filters', 'aria-expanded': 'false' }),
        opened.story ? button(model.word('startStory'), opened.story, { 'data-action': 'story' }) : null),
      this.saving_(),
      this.group_('', this.language_(), this.theme_(),
        button('?', opened.help, { 'data-action': 'help', 'aria-label': model.word('help') })));
  }

  private group_(name: string, ...children: (HTMLElement | null)[]): HTMLElement {
    return el('span', { class: 'group', ...(name ? { role: 'group', 'aria-label': name } : {}) }, ...children);
  }

  private saving_(): HTMLElement {
    const { model_: model, exports_: exports } = this;
    const name = this.fileName_();
    const scale = el('select', { 'aria-label': model.word('scale'), name: 'png-scale' },
      ...['1', '2', '3', '4'].map((n) => el('option', { value: n }, `${n}×`)));
    scale.value = '2';
    const one = (text: string, action: string, label: string, act: () => void): HTMLButtonElement =>
      button(text, act, { 'data-action': action, 'aria-label': label, title: label });
    const tables = model.word('asCsv');
    return this.group_(model.word('export'),
      el('span', { class: 'label quiet', 'aria-hidden': 'true' }, model.word('export')),
      one('SVG', 'export-svg', model.word('asSvg'), () => save(`${name}.svg`, exports.svg(), 'image/svg+xml')),
      one('PNG', 'export-png', model.word('asPng'),
        () => void exports.png(Number(scale.value)).then((blob) => save(`${name}.png`, blob, 'image/png'))),
      scale,
      one('JSON', 'export-json', model.word('asJson'), () => save(`${name}.json`, exports.json(), 'application/json')),
      one('CSV', 'export-csv', `${tables}: ${model.word('relations')}`,
        () => save(`${name}-ties.csv`, exports.relationsCsv(), 'text/csv')),
      one(`CSV (${model.word('entities')})`, 'export-csv-entities', `${tables}: ${model.word('entities')}`,
        () => save(`${name}-entities.csv`, exports.entitiesCsv(), 'text/csv')),
      button(model.word('print'), () => window.print(), { 'data-action': 'print' }));
  }

  private language_(): HTMLSelectElement {
    const { model_: model } = this;
    const select = el('select', { 'aria-label': model.word('language'), title: model.word('language'), name: 'language' },
      ...languages.map(([tag, name]) => el('option', { value: tag, lang: tag }, name)));
    select.value = languages.some(([tag]) => tag === model.state.lang) ? model.state.lang
      : languages.find(([, , words]) => words === model.words)![0];
    select.addEventListener('change', () => model.set({ lang: select.value }));
    return select;
  }

  private theme_(): HTMLSelectElement {
    const { model_: model } = this;
    const select = el('select', { 'aria-label': model.word('theme'), title: model.word('theme'), name: 'theme' },
      ...([['', 'system'], ['light', 'light'], ['dark', 'dark']] as const)
        .map(([value, word]) => el('option', { value }, `◐ ${model.word(word)}`)));
    select.value = model.state.theme;
    select.addEventListener('change', () => model.set({ theme: select.value as State['theme'] }));
    return select;
  }

  private fileName_(): string {
    const name = this.model_.title().normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60);
    return name || 'entente';
  }

  /** The button of that name. */
  find(action: string): HTMLElement | null {
    return this.element.querySelector<HTMLElement>(`[data-action=${action}]`);
  }

  refresh(filters: number): void {
    const { model_: model } = this;
    for (const tab of this.element.querySelectorAll<HTMLElement>('[data-view]'))
      tab.setAttribute('aria-pressed', String(tab.dataset['view'] === model.state.view));
    for (const [action, all] of [['fold-regions', allRegions], ['fold-twins', allTwins]] as const)
      this.find(action)?.setAttribute('aria-pressed', String(model.state.fold.includes(all)));
    const button = this.find('filters');
    if (button) button.textContent = `${model.word('filters')}${filters ? ` (${filters})` : ''}`;
  }
}
