// Entities and ties as tables: to be sorted, narrowed, and read without seeing the picture.

import { collatorFor } from '../words/words';
import { button, el, fillWith, freshId } from './dom';
import type { Model } from './model';

interface Column {
  title: string;
  text: (row: number) => string;
  order?: (row: number) => number | undefined;
  language?: (row: number) => string;
}

const rowsAtOnce = 500;

export class Tables {
  readonly element = el('section', { class: 'tables', tabindex: '0', role: 'region' });
  private filter_ = '';
  private sort_ = 0;
  private falling_ = false;
  private last_ = '';
  private most_ = rowsAtOnce;
  private readonly input_ = el('input', { type: 'text', id: freshId() });
  private readonly label_ = el('label', { for: this.input_.id });
  private readonly rows_ = el('div');

  constructor(private readonly model_: Model) {
    // Stays while one writes in it.
    this.element.append(el('p', { class: 'narrow' }, this.label_, this.input_), this.rows_);
    this.input_.addEventListener('input', () => {
      this.filter_ = this.input_.value;
      this.most_ = rowsAtOnce;
      this.refresh();
    });
  }

  refresh(): void {
    const { model_: model } = this;
    const { view } = model.state;
    this.element.hidden = view === 'picture';
    if (view === 'picture') return;
    if (view !== this.last_) {
      [this.sort_, this.falling_, this.last_, this.most_] = [0, false, view, rowsAtOnce];
    }
    const entities = view === 'entities';
    this.element.setAttribute('aria-label', model.word(entities ? 'entities' : 'relations'));
    const columns = entities ? this.entityColumns_() : this.relationColumns_();
    const all = entities ? model.shown.entities : model.shown.relations;
    const rows = all.filter(this.filtered_(columns));
    this.sortRows_(rows, columns[this.sort_]!);
    const table = el('table', {},
      el('caption', {}, `${model.word(entities ? 'entities' : 'relations')}: ${rows.length}`),
      el('thead', {}, el('tr', {}, ...columns.map((column, i) => this.heading_(column, i)))),
      el('tbody', {}, ...rows.slice(0, this.most_).map((row) => (entities ? this.entityRow_(row, columns) : this.relationRow_(row, columns)))));
    this.label_.textContent = model.word('filterRows');
    fillWith(this.rows_, table, rows.length > this.most_ ? this.rest_(rows.length - this.most_) : null);
  }

  /** How many rows are left, and the way to the next of them. */
  private rest_(left: number): HTMLElement {
    const { model_: model } = this;
    const next = button(model.word('moreRows', { k: Math.min(left, rowsAtOnce) }), () => {
      const before = this.most_;
      this.most_ += rowsAtOnce;
      this.refresh();
      this.rows_.querySelectorAll<HTMLElement>('tbody button')[before]?.focus();
    }, { 'data-action': 'more-rows' });
    return el('p', { class: 'quiet' }, model.word('more', { n: left }), ' ', next);
  }

  /** Rows that hold a text, or whose entities have it in any of their names. */
  private filtered_(columns: Column[]): (row: number) => boolean {
    const { model_: model } = this;
    const wanted = this.filter_.trim().toLowerCase();
    if (!wanted) return () => true;
    const bearers = new Set(model.search.find(wanted, Infinity).map(({ entity }) => entity));
    const { relations } = model.dossier.data;
    const isBorne = (row: number): boolean => (model.state.view === 'entities' ? bearers.has(row)
      : bearers.has(relations[row]!.a) || bearers.has(relations[row]!.b));
    return (row) => isBorne(row) || columns.some((column) => column.text(row).toLowerCase().includes(wanted));
  }

  private sortRows_(rows: number[], column: Column): void {
    const sign = this.falling_ ? -1 : 1;
    const { order } = column;
    // What has no date comes last, whichever way.
    const place = (row: number): number => order!(row) ?? sign * Infinity;
    if (order) rows.sort((a, b) => (place(a) === place(b) ? a - b : sign * (place(a) - place(b))));
    else {
      const collator = collatorFor(this.model_.state.lang);
      const texts = new Map(rows.map((row) => [row, column.text(row)]));
      rows.sort((a, b) => sign * collator.compare(texts.get(a)!, texts.get(b)!) || a - b);
    }
  }

  private heading_(column: Column, i: number): HTMLElement {
    const sorted = this.sort_ === i;
    const button = el('button', { type: 'button' }, column.title, sorted ? (this.falling_ ? ' ▼' : ' ▲') : '');
    button.addEventListener('click', () => {
      this.falling_ = sorted && !this.falling_;
      this.sort_ = i;
      this.most_ = rowsAtOnce;
      this.refresh();
      this.element.querySelectorAll<HTMLElement>('th button')[i]?.focus();
    });
    return el('th', { scope: 'col', 'aria-sort': sorted ? (this.falling_ ? 'descending' : 'ascending') : undefined }, button);
  }

  private entityColumns_(): Column[] {
    const { model_: model } = this;
    const ties = new Map<number, number>();
    for (const i of model.shown.relations) {
      const { a, b } = model.dossier.data.relations[i]!;
      ties.set(a, (ties.get(a) ?? 0) + 1);
      if (b !== a) ties.set(b, (ties.get(b) ?? 0) + 1);
    }
    return [
      { title: model.word('name'), text: (row) => model.name(row), language: (row) => model.nameLanguage(row) },
      { title: model.word('kind'), text: (row) => model.kindName(row) },
      { title: model.word('lifespan'), text: (row) => model.dates(row) },
      { title: model.word('count'), text: (row) => String(ties.get(row) ?? 0), order: (row) => ties.get(row) ?? 0 },
    ];
  }

  private relationColumns_(): Column[] {
    const { model_: model } = this;
    const { data } = model.dossier;
    return [
      { title: model.word('fromEnd'), text: (row) => model.name(data.relations[row]!.a), language: (row) => model.nameLanguage(data.relations[row]!.a) },
      { title: model.word('type'), text: (row) => model.label(model.dossier.typeOf(row).names, model.dossier.typeOf(row).id) },
      { title: model.word('toEnd'), text: (row) => model.name(data.relations[row]!.b), language: (row) => model.nameLanguage(data.relations[row]!.b) },
      { title: model.word('date'), text: (row) => model.when(row), order: (row) => model.seen(row).wording.o },
      { title: model.word('certainty'), text: (row) => model.word(model.certainty(row)), order: (row) => model.facts.verdicts[row]! },
    ];
  }

  private opened_(columns: Column[], row: number, open: () => void): HTMLElement[] {
    return columns.map((column, i) => {
      const text = column.text(row);
      const language = column.language?.(row);
      if (i > 0) return el('td', { lang: language }, text);
      const button = el('button', { type: 'button', class: 'link', lang: language }, text);
      button.addEventListener('click', open);
      return el('th', { scope: 'row' }, button);
    });
  }

  private entityRow_(row: number, columns: Column[]): HTMLElement {
    const { id } = this.model_.dossier.data.entities[row]!;
    return el('tr', { 'data-entity': id }, ...this.opened_(columns, row, () => this.model_.set({ show: id, tie: '' })));
  }

  private relationRow_(row: number, columns: Column[]): HTMLElement {
    const { id } = this.model_.dossier.data.relations[row]!;
    return el('tr', { 'data-relation': id, 'data-certainty': this.model_.certainty(row) },
      ...this.opened_(columns, row, () => this.model_.set({ tie: id, show: '' })));
  }
}
