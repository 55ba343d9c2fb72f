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
  private readonly list_ = el('ul', { role: 'listbox', id: freshId(), hidden: true });
  private readonly said_ = el('span', { class: 'unseen', 'aria-live': 'polite' });
  private active_ = -1;
  private isGuess_ = false; // of who may be meant: nobody is called so

  constructor(private readonly model_: Model, private readonly chosen_: (entity: number) => void) {
    this.element = el('div', { role: 'search', class: 'search' }, this.input, el('div', { class: 'found' }, this.said_, this.list_));
    this.input.setAttribute('aria-controls', this.list_.id);
    this.input.addEventListener('input', () => this.find_());
    this.input.addEventListener('focus', () => {
      if (this.input.value) this.find_();
    });
    this.input.addEventListener('keydown', (event) => this.key_(event));
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.close_();
    });
  }

  build(): void {
    const { model_: model } = this;
    this.input.setAttribute('aria-label', model.word('search'));
    this.input.placeholder = model.word('searchHint');
    this.list_.setAttribute('aria-label', model.word('search'));
  }

  private find_(): void {
    const { model_: model } = this;
    const found = model.search.find(this.input.value, Infinity);
    const hits = found.length ? found.slice(0, mostListed) : model.search.like(this.input.value);
    this.isGuess_ = found.length === 0;
    this.active_ = -1;
    fillWith(this.list_, ...hits.map((hit, i) => this.option_(hit.entity, i)));
    this.list_.hidden = hits.length === 0;
    this.input.setAttribute('aria-expanded', String(hits.length > 0));
    this.input.removeAttribute('aria-activedescendant');
    this.said_.textContent = !this.input.value ? '' : found.length > hits.length
      ? model.word('hitsOf', { n: found.length, k: hits.length }) : found.length ? model.word('hits', { n: hits.length })
        : hits.length ? model.word('notFoundLike', { v: this.input.value }) : model.word('noHits');
    this.said_.classList.toggle('unseen', found.length > 0 || !this.input.value);
  }

  private option_(entity: number, i: number): HTMLElement {
    const { model_: model } = this;
    const record = model.dossier.data.entities[entity]!;
    const option = el('li', { role: 'option', id: `${this.list_.id}-${i}`, 'data-entity': record.id, 'aria-selected': 'false' },
      el('span', { lang: model.nameLanguage(entity) }, model.name(entity)),
      el('small', {}, ` ${model.kindName(entity)}`));
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', () => this.take_(entity));
    return option;
  }

  private take_(entity: number): void {
    this.input.value = this.model_.name(entity);
    this.close_();
    this.chosen_(entity);
  }

  private close_(): void {
    this.list_.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.said_.classList.add('unseen');
  }

  private key_(event: KeyboardEvent): void {
    const options = [...this.list_.querySelectorAll<HTMLElement>('[role=option]')];
    if (event.key === 'Escape' && !this.list_.hidden) {
      event.stopPropagation();
      this.close_();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length) {
      event.preventDefault();
      this.list_.hidden = false;
      this.input.setAttribute('aria-expanded', 'true');
      const by = event.key === 'ArrowDown' ? 1 : -1;
      this.active_ = (this.active_ + by + options.length + (this.active_ < 0 && by < 0 ? 1 : 0)) % options.length;
      options.forEach((option, i) => option.setAttribute('aria-selected', String(i === this.active_)));
      this.input.setAttribute('aria-activedescendant', options[this.active_]!.id);
      options[this.active_]!.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && options.length && (this.active_ >= 0 || !this.isGuess_)) {
      event.preventDefault();
      options[Math.max(0, this.active_)]!.click();
    }
  }
}

/** Two names and a button: a path between them. */
export class PathForm {
  readonly element = el('form', { class: 'path', hidden: true });
  private readonly ends_ = ['from', 'to'].map((name) => el('input', { type: 'text', autocomplete: 'off', name }));
  private readonly chosen_ = ['', '']; // of several of a name, the one that was chosen
  private readonly fault_ = el('div', { class: 'fault', role: 'alert' });
  private readonly list_ = el('datalist', { id: freshId() });

  constructor(private readonly model_: Model) {
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.find_();
    });
    this.ends_.forEach((end, i) => {
      end.setAttribute('list', this.list_.id);
      end.addEventListener('input', () => {
        this.chosen_[i] = '';
        fillWith(this.list_, ...this.offered_(end.value).map((hit) => el('option', { value: model_.name(hit.entity) })));
      });
    });
  }

  build(): void {
    const { model_: model } = this;
    const [from, to] = this.ends_ as [HTMLInputElement, HTMLInputElement];
    this.element.setAttribute('aria-label', model.word('path'));
    fillWith(this.element,
      el('label', {}, el('span', {}, model.word('pathFrom')), from),
      el('label', {}, el('span', {}, model.word('pathTo')), to),
      el('button', { type: 'submit', 'data-action': 'find-path' }, model.word('find')),
      button(model.word('close'), () => this.hide(), { 'data-action': 'close-path' }),
      this.fault_, this.list_);
  }

  /** What is named in the address is named in the form. */
  refresh(before: State | null): void {
    const { path, lang } = this.model_.state;
    if (before?.path?.join('\n') === path?.join('\n') && before?.lang === lang) return;
    path?.forEach((id, i) => this.name_(i, id));
    this.say_('');
  }

  open(from: string): void {
    const { model_: model } = this;
    const ids = model.state.path ?? [from || model.state.show || model.state.focus, ''];
    ids.forEach((id, i) => {
      if (id) this.name_(i, id);
    });
    this.say_('');
    this.element.hidden = false;
    (this.ends_[0]!.value ? this.ends_[1]! : this.ends_[0]!).focus();
  }

  /** Away with the form; a path that was found stays. */
  hide(): void {
    this.element.hidden = true;
    this.onHidden();
  }

  /** Set by whoever takes the keys then. */
  onHidden: () => void = () => undefined;

  private name_(i: number, id: string): void {
    const entity = this.model_.dossier.entityById.get(id);
    if (entity === undefined) return;
    this.ends_[i]!.value = this.model_.name(entity);
    this.chosen_[i] = id;
  }

  private say_(fault: string, ...choices: HTMLElement[]): void {
    fillWith(this.fault_, fault, choices.length ? el('span', { class: 'actions' }, ...choices) : null);
  }

  private find_(): void {
    const { model_: model } = this;
    const ids: string[] = [];
    for (const [i, end] of this.ends_.entries()) {
      const found = this.chosen_[i] ? [model.dossier.entityById.get(this.chosen_[i]!)!] : model.search.meant(end.value);
      if (found.length !== 1) {
        const offered = found.length ? found : model.search.like(end.value).map(({ entity }) => entity);
        this.say_(model.word(found.length ? 'which' : offered.length ? 'notFoundLike' : 'notFound', { v: end.value }),
          ...offered.slice(0, 8).map((entity) => this.choice_(i, entity)), ...(offered.length > 8 ? [el('span', {}, '…')] : []));
        end.focus();
        return;
      }
      ids.push(model.dossier.data.entities[found[0]!]!.id);
    }
    this.say_('');
    model.set({ path: [ids[0]!, ids[1]!], focus: '', show: '', tie: '' });
  }

  private offered_(text: string): Hit[] {
    const found = this.model_.search.find(text, 8);
    return found.length ? found : this.model_.search.like(text);
  }

  private choice_(i: number, entity: number): HTMLElement {
    const { id } = this.model_.dossier.data.entities[entity]!;
    return button(`${this.model_.name(entity)} · ${this.model_.kindName(entity)}`, () => {
      this.name_(i, id);
      this.find_();
      if (this.element.contains(document.activeElement) || document.activeElement === document.body) this.ends_[i]!.focus();
    }, { 'data-entity': id });
  }
}
