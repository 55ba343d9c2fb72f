// The search: a combobox whose list names what is found and under which name.

import type { State } from '../engine/address';
import type { Hit } from '../engine/search';
import { button, el, fillWith, freshId } from './dom';
import type { Model } from './model';

const mostListed = 30;

export class SearchBox {
  readonly element: HTMLElement;
  readonly input = el('input', {
    type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
  });
  private readonly list = el('ul', { role: 'listbox', id: freshId(), hidden: true });
  private readonly said = el('span', { class: 'unseen', 'aria-live': 'polite' });
  private active = -1;
  private isGuess = false; // of who may be meant: nobody is called so

  constructor(private readonly model: Model, private readonly chosen: (entity: number) => void) {
    this.element = el('div', { role: 'search', class: 'search' }, this.input, el('div', { class: 'found' }, this.said, this.list));
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
    const found = model.search.find(this.input.value, Infinity);
    const hits = found.length ? found.slice(0, mostListed) : model.search.like(this.input.value);
    this.isGuess = found.length === 0;
    this.active = -1;
    fillWith(this.list, ...hits.map((hit, i) => this.option(hit.entity, i)));
    this.list.hidden = hits.length === 0;
    this.input.setAttribute('aria-expanded', String(hits.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    this.said.textContent = !this.input.value ? '' : found.length > hits.length
      ? model.word('hitsOf', { n: found.length, k: hits.length }) : found.length ? model.word('hits', { n: hits.length })
        : hits.length ? model.word('notFoundLike', { v: this.input.value }) : model.word('noHits');
    this.said.classList.toggle('unseen', found.length > 0 || !this.input.value);
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
    } else if (event.key === 'Enter' && options.length && (this.active >= 0 || !this.isGuess)) {
      event.preventDefault();
      options[Math.max(0, this.active)]!.click();
    }
  }
}

/** Two names and a button: a path between them. */
export class PathForm {
  readonly element = el('form', { class: 'path', hidden: true });
  private readonly ends = ['from', 'to'].map((name) => el('input', { type: 'text', autocomplete: 'off', name }));
  private readonly chosen = ['', '']; // of several of a name, the one that was chosen
  private readonly fault = el('div', { class: 'fault', role: 'alert' });
  private readonly list = el('datalist', { id: freshId() });

  constructor(private readonly model: Model) {
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.find();
    });
    this.ends.forEach((end, i) => {
      end.setAttribute('list', this.list.id);
      end.addEventListener('input', () => {
        this.chosen[i] = '';
        fillWith(this.list, ...this.offered(end.value).map((hit) => el('option', { value: model.name(hit.entity) })));
      });
    });
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

  /** What is named in the address is named in the form. */
  refresh(before: State | null): void {
    const { path, lang } = this.model.state;
    if (before?.path?.join('\n') === path?.join('\n') && before?.lang === lang) return;
    path?.forEach((id, i) => this.name(i, id));
    this.say('');
  }

  open(from: string): void {
    const { model } = this;
    const ids = model.state.path ?? [from || model.state.show || model.state.focus, ''];
    ids.forEach((id, i) => {
      if (id) this.name(i, id);
    });
    this.say('');
    this.element.hidden = false;
    (this.ends[0]!.value ? this.ends[1]! : this.ends[0]!).focus();
  }

  /** Away with the form; a path that was found stays. */
  hide(): void {
    this.element.hidden = true;
    this.onHidden();
  }

  /** Set by whoever takes the keys then. */
  onHidden: () => void = () => undefined;

  private name(i: number, id: string): void {
    const entity = this.model.dossier.entityById.get(id);
    if (entity === undefined) return;
    this.ends[i]!.value = this.model.name(entity);
    this.chosen[i] = id;
  }

  private say(fault: string, ...choices: HTMLElement[]): void {
    fillWith(this.fault, fault, choices.length ? el('span', { class: 'actions' }, ...choices) : null);
  }

  private find(): void {
    const { model } = this;
    const ids: string[] = [];
    for (const [i, end] of this.ends.entries()) {
      const found = this.chosen[i] ? [model.dossier.entityById.get(this.chosen[i]!)!] : model.search.meant(end.value);
      if (found.length !== 1) {
        const offered = found.length ? found : model.search.like(end.value).map(({ entity }) => entity);
        this.say(model.word(found.length ? 'which' : offered.length ? 'notFoundLike' : 'notFound', { v: end.value }),
          ...offered.slice(0, 8).map((entity) => this.choice(i, entity)), ...(offered.length > 8 ? [el('span', {}, '…')] : []));
        end.focus();
        return;
      }
      ids.push(model.dossier.data.entities[found[0]!]!.id);
    }
    this.say('');
    model.set({ path: [ids[0]!, ids[1]!], focus: '', show: '', tie: '' });
  }

  private offered(text: string): Hit[] {
    const found = this.model.search.find(text, 8);
    return found.length ? found : this.model.search.like(text);
  }

  private choice(i: number, entity: number): HTMLElement {
    const { id } = this.model.dossier.data.entities[entity]!;
    return button(`${this.model.name(entity)} · ${this.model.kindName(entity)}`, () => {
      this.name(i, id);
      this.find();
      if (this.element.contains(document.activeElement) || document.activeElement === document.body) this.ends[i]!.focus();
    }, { 'data-entity': id });
  }
}
