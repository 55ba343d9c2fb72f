// The search: a combobox whose list names what is found and under which name.

import { button, el, fillWith, freshId } from './dom';
import type { Model } from './model';

export class SearchBox {
  readonly element: HTMLElement;
  readonly input = el('input', {
    type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
  });
  private readonly list = el('ul', { role: 'listbox', id: freshId(), hidden: true });
  private readonly said = el('span', { class: 'unseen', 'aria-live': 'polite' });
  private active = -1;

  constructor(private readonly model: Model, private readonly chosen: (entity: number) => void) {
    this.element = el('div', { role: 'search', class: 'search' }, this.input, this.list, this.said);
    this.input.setAttribute('aria-controls', this.list.id);
    this.input.addEventListener('input', () => this.find());
    this.input.addEventListener('focus', () => {
      if (this.input.value) this.find();
    });
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.close();
    });
  }

  build(): void {
    const { model } = this;
    this.input.setAttribute('aria-label', model.word('search'));
    this.input.placeholder = model.word('searchHint');
    this.list.setAttribute('aria-label', model.word('search'));
  }

  private find(): void {
    const { model } = this;
    const hits = model.search.find(this.input.value);
    this.active = -1;
    fillWith(this.list, ...hits.map((hit, i) => this.option(hit.entity, i)));
    this.list.hidden = hits.length === 0;
    this.input.setAttribute('aria-expanded', String(hits.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    this.said.textContent = !this.input.value ? '' : hits.length ? model.word('hits', { n: hits.length }) : model.word('noHits');
    this.said.classList.toggle('unseen', hits.length > 0 || !this.input.value);
  }

  private option(entity: number, i: number): HTMLElement {
    const { model } = this;
    const record = model.dossier.data.entities[entity]!;
    const option = el('li', { role: 'option', id: `${this.list.id}-${i}`, 'data-entity': record.id, 'aria-selected': 'false' },
      el('span', { lang: model.nameLanguage(entity) }, model.name(entity)),
      el('small', {}, ` ${model.kindName(entity)}`));
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', () => this.take(entity));
    return option;
  }

  private take(entity: number): void {
    this.input.value = this.model.name(entity);
    this.close();
    this.chosen(entity);
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.said.classList.add('unseen');
  }

  private key(event: KeyboardEvent): void {
    const options = [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
    if (event.key === 'Escape' && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length) {
      event.preventDefault();
      this.list.hidden = false;
      this.input.setAttribute('aria-expanded', 'true');
      const by = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + by + options.length + (this.active < 0 && by < 0 ? 1 : 0)) % options.length;
      options.forEach((option, i) => option.setAttribute('aria-selected', String(i === this.active)));
      this.input.setAttribute('aria-activedescendant', options[this.active]!.id);
      options[this.active]!.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && options.length) {
      event.preventDefault();
      options[Math.max(0, this.active)]!.click();
    }
  }
}

/** Two names and a button: a path between them. */
export class PathForm {
  readonly element = el('form', { class: 'path', hidden: true });
  private readonly ends = [el('input', { type: 'text', autocomplete: 'off' }), el('input', { type: 'text', autocomplete: 'off' })];
  private readonly fault = el('p', { class: 'fault', role: 'alert' });
  private readonly list = el('datalist', { id: freshId() });

  constructor(private readonly model: Model) {
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.find();
    });
    for (const end of this.ends) {
      end.setAttribute('list', this.list.id);
      end.addEventListener('input', () => fillWith(this.list, ...model.search.find(end.value, 8)
        .map((hit) => el('option', { value: model.name(hit.entity) }))));
    }
  }

  build(): void {
    const { model } = this;
    const [from, to] = this.ends as [HTMLInputElement, HTMLInputElement];
    this.element.setAttribute('aria-label', model.word('path'));
    fillWith(this.element,
      el('label', {}, el('span', {}, model.word('pathFrom')), from),
      el('label', {}, el('span', {}, model.word('pathTo')), to),
      el('button', { type: 'submit', 'data-action': 'find-path' }, model.word('find')),
      button(model.word('close'), () => this.hide(), { 'data-action': 'close-path' }),
      this.fault, this.list);
  }

  open(from: string): void {
    const { model } = this;
    const ids = model.state.path ?? [from || model.state.show || model.state.focus, ''];
    ids.forEach((id, i) => {
      const entity = model.dossier.entityById.get(id);
      if (entity !== undefined) this.ends[i]!.value = model.name(entity);
    });
    this.fault.textContent = '';
    this.element.hidden = false;
    (this.ends[0]!.value ? this.ends[1]! : this.ends[0]!).focus();
  }

  hide(): void {
    this.element.hidden = true;
    if (this.model.state.path) this.model.set({ path: null });
  }

  private find(): void {
    const { model } = this;
    const ids: string[] = [];
    for (const end of this.ends) {
      const known = model.dossier.entityById.get(end.value.trim());
      const hit = known ?? model.search.find(end.value, 1)[0]?.entity;
      if (hit === undefined) {
        this.fault.textContent = model.word('notFound', { v: end.value });
        end.focus();
        return;
      }
      ids.push(model.dossier.data.entities[hit]!.id);
    }
    this.fault.textContent = '';
    model.set({ path: [ids[0]!, ids[1]!], focus: '', show: '', tie: '' });
  }
}
