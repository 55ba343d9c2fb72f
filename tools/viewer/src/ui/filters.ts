// Filters: kinds, types, how sources put things, one source, and only what is certain.

import { modalities } from '../engine/data';
import type { Direction } from '../engine/network';
import { collatorFor } from '../words/words';
import { button, el, fillWith, labelled } from './dom';
import type { Model } from './model';

const flags = ['certain', 'undated', 'isolated', 'inference'] as const;
type Flag = (typeof flags)[number];
type Lists = 'kinds' | 'types' | 'modalities';

export class Filters {
  readonly element = el('section', { class: 'filters', hidden: true, role: 'region' });

  constructor(private readonly model_: Model) {}

  build(): void {
    const { model_: model } = this;
    const { data } = model.dossier;
    this.element.setAttribute('aria-label', model.word('filters'));
    const used = new Set(data.relations.map((relation) => relation.m ?? 0));
    const occurring = new Set(data.entities.slice(0, data.count).map((entity) => data.kinds[entity.k]!.id));
    const kinds = data.kinds.filter((kind) => data.kinds.some((other) => occurring.has(other.id) && other.up.includes(kind.id)));
    fillWith(this.element,
      this.checks_('kinds', model.word('kind'), kinds.map((kind) => [kind.id, model.label(kind.names, kind.id)])),
      this.checks_('types', model.word('type'), data.types.map((type) => [type.id, model.label(type.names, type.id)])),
      used.size > 1 ? this.checks_('modalities', model.word('modality'),
        modalities.filter((_, i) => used.has(i)).map((name) => [name, model.word(name)])) : null,
      this.source_(),
      this.flag_('certain', model.word('certainOnly')),
      this.direction_(),
      this.flag_('undated', model.word('listUndated')),
      this.flag_('isolated', model.word('isolated')),
      data.selection.inference === false || data.scenarios.masks.length < 2 ? null : this.flag_('inference', model.word('noInference'), false),
      button(model.word('clear'), () => model.set({
        kinds: [], types: [], modalities: [], sources: [], direction: model.start.direction, certain: false, undated: false,
        isolated: model.start.isolated, inference: model.start.inference,
      }), { 'data-action': 'clear-filters' }));
    this.refresh();
  }

  private checks_(member: Lists, title: string, options: [id: string, label: string][]): HTMLElement {
    const { model_: model } = this;
    const set = el('fieldset', {}, el('legend', {}, title));
    const collator = collatorFor(model.state.lang);
    for (const [id, label] of options.sort((a, b) => collator.compare(a[1], b[1]))) {
      const box = el('input', { type: 'checkbox', 'data-filter': member, value: id });
      box.addEventListener('change', () => {
        const rest = model.state[member].filter((each) => each !== id);
        model.set({ [member]: box.checked ? [...rest, id] : rest });
      });
      set.append(el('label', { class: 'check' }, box, label));
    }
    return set;
  }

  private source_(): HTMLElement | null {
    const { model_: model } = this;
    const { data } = model.dossier;
    const sources = [...new Set(data.relations.flatMap((relation) => relation.e.map(([source]) => source)))].filter((i) => i >= 0);
    if (sources.length < 2 || !data.scenarios.complete || data.selection.sources.length) return null;
    const select = el('select', { name: 'source' }, el('option', { value: '' }, model.word('anySource')),
      ...sources.sort((a, b) => a - b).slice(0, 2000).map((i) => el('option', { value: data.entities[i]!.id }, model.name(i))));
    select.addEventListener('change', () => model.set({ sources: select.value ? [select.value] : [] }));
    return labelled(model.word('source'), select);
  }

  private direction_(): HTMLElement {
    const { model_: model } = this;
    const select = el('select', { name: 'direction' },
      ...([['both', 'bothWays'], ['out', 'outwards'], ['in', 'inwards']] as const)
        .map(([value, word]) => el('option', { value }, model.word(word))));
    select.addEventListener('change', () => model.set({ direction: select.value as Direction }));
    return labelled(model.word('direction'), select);
  }

  /** A box that is checked where the member is as `says`. */
  private flag_(member: Flag, text: string, says = true): HTMLElement {
    const box = el('input', { type: 'checkbox', name: member, 'data-says': String(says) });
    box.addEventListener('change', () => this.model_.set({ [member]: box.checked === says }));
    return el('label', { class: 'check' }, box, text);
  }

  /** How many filters narrow what is shown. */
  get count(): number {
    const { state, start } = this.model_;
    return state.kinds.length + state.types.length + state.modalities.length + state.sources.length + Number(state.certain) + Number(state.undated) +
      Number(state.direction !== start.direction) + Number(state.isolated !== start.isolated) + Number(state.inference !== start.inference);
  }

  refresh(): void {
    const { state } = this.model_;
    for (const box of this.element.querySelectorAll<HTMLInputElement>('[data-filter]'))
      box.checked = state[box.dataset['filter'] as Lists].includes(box.value);
    for (const member of flags) {
      const box = this.element.querySelector<HTMLInputElement>(`[name=${member}]`);
      if (box) box.checked = String(state[member]) === box.dataset['says'];
    }
    const direction = this.element.querySelector<HTMLSelectElement>('[name=direction]');
    if (direction) direction.value = state.direction;
    const select = this.element.querySelector<HTMLSelectElement>('[name=source]');
    if (select) select.value = state.sources[0] ?? '';
  }
}
