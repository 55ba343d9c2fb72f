// Saved views with a sentence each, to be read in turn.

import { labelIn } from '../words/words';
import { button, el, fillWith } from './dom';
import type { Model } from './model';

export class Story {
  readonly element = el('section', { class: 'story', role: 'region', hidden: true });

  constructor(private readonly model_: Model, private readonly shown_: () => void) {}

  get length(): number {
    return this.model_.dossier.data.story.length;
  }

  go(part: number): void {
    const { model_: model } = this;
    const view = model.dossier.data.story[part - 1];
    if (!view) return;
    const { lang, theme, embed } = model.state;
    model.open(view.state, { lang, theme, embed, story: part });
    this.shown_();
  }

  refresh(): void {
    const { model_: model } = this;
    const part = model.state.story;
    const view = model.dossier.data.story[part - 1];
    this.element.hidden = !view;
    if (!view) return;
    this.element.setAttribute('aria-label', model.word('story'));
    const previous = button(model.word('previous'), () => this.go(part - 1), { 'data-action': 'story-previous' });
    const next = button(model.word('next'), () => this.go(part + 1), { 'data-action': 'story-next' });
    previous.disabled = part <= 1;
    next.disabled = part >= this.length;
    fillWith(this.element,
      el('p', { 'aria-live': 'polite' }, labelIn(view.text, model.wanted)),
      el('div', { class: 'actions' }, previous,
        el('span', { class: 'quiet' }, model.word('part', { n: part, k: this.length })), next,
        button(model.word('endStory'), () => model.set({ story: 0 }), { 'data-action': 'story-end' })));
  }
}
