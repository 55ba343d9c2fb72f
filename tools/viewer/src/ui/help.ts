// The keys, and what the signs of the picture mean.

import { button, el, fillWith } from './dom';
import type { Model } from './model';
import { lookOf } from './scene';
import { CanvasSurface } from './surface';

export class Help {
  readonly element = el('dialog', { class: 'help' });

  constructor(private readonly model: Model, private readonly isDark: () => boolean) {}

  open(): void {
    const { model } = this;
    this.element.setAttribute('aria-label', model.word('help'));
    const keys: [string, string][] = [
      ['/', model.word('keySearch')], ['?', model.word('keyHelp')], ['Esc', model.word('keyEscape')],
      ['← ↑ ↓ →', model.word('keyPan')], ['+ − 0', model.word('keyZoom')], ['n p', model.word('keyNext')],
      ['f', model.word('keyFocus')], [', .', model.word('keyTime')], ['Space', model.word('keyPlay')],
      ['1 2 3', model.word('keyTabs')], ['r', model.word('keyPath')], ['g t', model.word('keyFold')], ['l', model.word('keyFilters')],
    ];
    fillWith(this.element,
      el('h2', {}, model.word('help')),
      el('h3', {}, model.word('keys')),
      el('dl', { class: 'keys' }, ...keys.map(([key, text]) => el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, text)))),
      el('h3', {}, model.word('legend')),
      this.legend(),
      el('p', { class: 'quiet' }, model.word('about')),
      button(model.word('close'), () => this.element.close(), { 'data-action': 'close-help', autofocus: true }));
    this.element.showModal();
  }

  private legend(): HTMLElement {
    const { model } = this;
    const { data } = model.dossier;
    const look = lookOf(model, this.isDark());
    const rows: HTMLElement[] = [];
    const add = (label: string, paint: (surface: CanvasSurface) => void): void => {
      const canvas = el('canvas', { width: '96', height: '36', 'aria-hidden': 'true' });
      const context = canvas.getContext('2d')!;
      context.scale(2, 2);
      paint(new CanvasSurface(context));
      rows.push(el('li', {}, canvas, label));
    };
    for (const kind of uniqueBy(data.kinds, (each) => each.look)) {
      const [shape, fill, line] = look.nodes[kind.look] ?? ['box', look.background, look.text];
      add(model.label(kind.names, kind.id), (s) => s.shape(shape, 24, 9, 30, 14, fill, { colour: line, width: 1.4 }));
    }
    for (const type of uniqueBy(data.types, (each) => each.look)) {
      const [colour, width] = look.edges[type.look] ?? [look.text, 1];
      add(model.label(type.names, type.id), (s) => s.curve([4, 9], [24, 9], [44, 9], { colour, width }));
    }
    add(model.word('dashed'), (s) => s.curve([4, 9], [24, 9], [44, 9], { colour: look.text, width: 1.2, dash: [5, 4] }));
    add(model.word('dotted'), (s) => s.curve([4, 9], [24, 9], [44, 9], { colour: look.text, width: 1.2, dash: [1, 3.5] }));
    add(model.word('fading'), (s) => [1, 0.75, 0.45, 0.2].forEach((alpha, i) =>
      s.curve([4 + i * 10, 9], [9 + i * 10, 9], [14 + i * 10, 9], { colour: look.text, width: 1.4, alpha })));
    add([model.word('plan'), model.word('expectation'), model.word('claim'), model.word('derived')].join(', '), (s) => {
      s.curve([4, 9], [24, 9], [44, 9], { colour: look.text, width: 1.2 });
      s.polygon([[19, 9], [24, 5], [29, 9], [24, 13]], look.background, { colour: look.text, width: 1.3 });
    });
    return el('ul', { class: 'legend' }, ...rows);
  }
}

function uniqueBy<T>(list: T[], key: (each: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((each) => !seen.has(key(each)) && seen.add(key(each)));
}
