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
  private filter = '';
  private sort = 0;
  private falling = false;
  private last = '';
  private most = rowsAtOnce;
  private readonly input = el('input', { type: 'text', id: freshId() });
  private readonly label = el('label', { for: this.input.id });
  private readonly rows = el('div');

  constructor(private readonly model: Model) {
    // Stays while one writes in it.
    this.element.append(el('p', { class: 'narrow' }, this.label, this.input), this.rows);
    this.input.addEventListener('input', () => {
      this.filter = this.input.value;
      this.most = rowsAtOnce;
      this.refresh();
    });
  }

  refresh(): void {
    const { model } = this;
    const { view } = model.state;
    this.element.hidden = view === 'picture';
    if (view === 'picture') return;
    if (view !== this.last) {
      [this.sort, this.falling, this.last, this.most] = [0, false, view, rowsAtOnce];
    }
    const entities = view === 'entities';
    this.element.setAttribute('aria-label', model.word(entities ? 'entities' : 'relations'));
    const columns = entities ? this.entityColumns() : this.relationColumns();
    const all = entities ? model.shown.entities : model.shown.relations;
    const rows = all.filter(this.filtered(columns));
    this.sortRows(rows, columns[this.sort]!);
    const table = el('table', {},
      el('caption', {}, `${model.word(entities ? 'entities' : 'relations')}: ${rows.length}`),
      el('thead', {}, el('tr', {}, ...columns.map((column, i) => this.heading(column, i)))),
      el('tbody', {}, ...rows.slice(0, this.most).map((row) => (entities ? this.entityRow(row, columns) : this.relationRow(row, columns)))));
    this.label.textContent = model.word('filterRows');
    fillWith(this.rows, table, rows.length > this.most ? this.rest(rows.length - this.most) : null);
  }

  /** How many rows are left, and the way to the next of them. */
  private rest(left: number): HTMLElement {
    const { model } = this;
    const next = button(model.word('moreRows', { k: Math.min(left, rowsAtOnce) }), () => {
      const before = this.most;
      this.most += rowsAtOnce;
      this.refresh();
      this.rows.querySelectorAll<HTMLElement>('tbody button')[before]?.focus();
    }, { 'data-action': 'more-rows' });
    return el('p', { class: 'quiet' }, model.word('more', { n: left }), ' ', next);
  }

  /** Rows that hold a text, or whose entities have it in any of their names. */
  private filtered(columns: Column[]): (row: number) => boolean {
    const { model } = this;
    const wanted = this.filter.trim().toLowerCase();
    if (!wanted) return () => true;
    const bearers = new Set(model.search.find(wanted, Infinity).map(({ entity }) => entity));
    const { relations } = model.dossier.data;
    const isBorne = (row: number): boolean => (model.state.view === 'entities' ? bearers.has(row)
      : bearers.has(relations[row]!.a) || bearers.has(relations[row]!.b));
    return (row) => isBorne(row) || columns.some((column) => column.text(row).toLowerCase().includes(wanted));
  }

  private sortRows(rows: number[], column: Column): void {
    const sign = this.falling ? -1 : 1;
    const { order } = column;
    // What has no date comes last, whichever way.
    const place = (row: number): number => order!(row) ?? sign * Infinity;
    if (order) rows.sort((a, b) => (place(a) === place(b) ? a - b : sign * (place(a) - place(b))));
    else {
      const collator = collatorFor(this.model.state.lang);
      const texts = new Map(rows.map((row) => [row, column.text(row)]));
      rows.sort((a, b) => sign * collator.compare(texts.get(a)!, texts.get(b)!) || a - b);
    }
  }

  private heading(column: Column, i: number): HTMLElement {
    const sorted = this.sort === i;
    const button = el('button', { type: 'button' }, column.title, sorted ? (this.falling ? ' ▼' : ' ▲') : '');
    button.addEventListener('click', () => {
      this.falling = sorted && !this.falling;
      this.sort = i;
      this.most = rowsAtOnce;
      this.refresh();
      this.element.querySelectorAll<HTMLElement>('th button')[i]?.focus();
    });
    return el('th', { scope: 'col', 'aria-sort': sorted ? (this.falling ? 'descending' : 'ascending') : undefined }, button);
  }

  private entityColumns(): Column[] {
    const { model } = this;
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

  private relationColumns(): Column[] {
    const { model } = this;
    const { data } = model.dossier;
    return [
      { title: model.word('fromEnd'), text: (row) => model.name(data.relations[row]!.a), language: (row) => model.nameLanguage(data.relations[row]!.a) },
      { title: model.word('type'), text: (row) => model.label(model.dossier.typeOf(row).names, model.dossier.typeOf(row).id) },
      { title: model.word('toEnd'), text: (row) => model.name(data.relations[row]!.b), language: (row) => model.nameLanguage(data.relations[row]!.b) },
      { title: model.word('date'), text: (row) => model.when(row), order: (row) => model.seen(row).wording.o },
      { title: model.word('certainty'), text: (row) => model.word(model.certainty(row)), order: (row) => model.facts.verdicts[row]! },
    ];
  }

  private opened(columns: Column[], row: number, open: () => void): HTMLElement[] {
    return columns.map((column, i) => {
      const text = column.text(row);
      const language = column.language?.(row);
      if (i > 0) return el('td', { lang: language }, text);
      const button = el('button', { type: 'button', class: 'link', lang: language }, text);
      button.addEventListener('click', open);
      return el('th', { scope: 'row' }, button);
    });
  }

  private entityRow(row: number, columns: Column[]): HTMLElement {
    const { id } = this.model.dossier.data.entities[row]!;
    return el('tr', { 'data-entity': id }, ...this.opened(columns, row, () => this.model.set({ show: id, tie: '' })));
  }

  private relationRow(row: number, columns: Column[]): HTMLElement {
    const { id } = this.model.dossier.data.relations[row]!;
    return el('tr', { 'data-relation': id, 'data-certainty': this.model.certainty(row) },
      ...this.opened(columns, row, () => this.model.set({ tie: id, show: '' })));
  }
}
