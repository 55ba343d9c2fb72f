// The keys, and what the signs of the picture mean.

import { button, el, fillWith } from './dom';
import { legendOf } from './legend';
import type { Model } from './model';
import { lookOf } from './scene';
import { CanvasSurface } from './surface';

export class Help {
  readonly element = el('dialog', { class: 'help' });

  constructor(private readonly model_: Model, private readonly isDark_: () => boolean) {}

  open(): void {
    const { model_: model } = this;
    this.element.setAttribute('aria-label', model.word('help'));
    const keys: [string, string][] = [
      ['/', model.word('keySearch')], ['?', model.word('keyHelp')], ['Esc', model.word('keyEscape')],
      ['← ↑ ↓ →', model.word('keyPan')], ['+ − 0', model.word('keyZoom')], ['n p', model.word('keyNext')],
      ['f', model.word('keyFocus')], [', . < >', model.word('keyTime')], ['Space', model.word('keyPlay')],
      ['1 2 3', model.word('keyTabs')], ['r', model.word('keyPath')], ['g t', model.word('keyFold')], ['l', model.word('keyFilters')],
    ];
    fillWith(this.element,
      el('div', {}, el('h2', {}, model.word('help')),
        button(model.word('close'), () => this.element.close(), { 'data-action': 'close-help', autofocus: true })),
      el('h3', {}, model.word('keys')),
      el('dl', { class: 'keys' }, ...keys.map(([key, text]) => el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, text)))),
      el('h3', {}, model.word('legend')),
      this.legend_(),
      el('p', { class: 'quiet' }, model.word('about')));
    this.element.showModal();
  }

  private legend_(): HTMLElement {
    const { model_: model } = this;
    const look = lookOf(model, this.isDark_());
    return el('ul', { class: 'legend' }, ...legendOf(model, look, null).map(({ label, paint }) => {
      const canvas = el('canvas', { width: '96', height: '36', 'aria-hidden': 'true' });
      const context = canvas.getContext('2d')!;
      context.scale(2, 2);
      paint(new CanvasSurface(context), 0, 0);
      return el('li', {}, canvas, label);
    }));
  }
}
