// Time: any, a day or a stretch, with a histogram of what is dated; and what was known by a day.

import type { State } from '../engine/address';
import { civilOf, dayOf, daysInMonth, isoOf, periodOf } from '../engine/days';
import { button, el, fillWith, labelled } from './dom';
import type { Model } from './model';

type Mode = 'any' | 'day' | 'span' | 'all';

export class TimeBar {
  readonly element = el('section', { class: 'timebar', role: 'region' });
  private readonly range = el('input', { type: 'range', name: 'as-of', min: '0', step: '1' });
  private readonly histogram = el('canvas', { class: 'histogram', 'aria-hidden': 'true' });
  private readonly text = el('input', { type: 'text', class: 'date', name: 'day', spellcheck: 'false', autocomplete: 'off', inputmode: 'text' });
  private readonly end = el('input', { type: 'text', class: 'date', spellcheck: 'false', autocomplete: 'off' });
  private readonly known = el('input', { type: 'text', class: 'date', spellcheck: 'false', autocomplete: 'off', name: 'known-at', placeholder: '–' });
  private readonly first: number;
  private readonly last: number;
  private playing = 0;
  private isHeld = false;
  private bars: [year: number, count: number][] = [];
  private playButton!: HTMLButtonElement;

  constructor(private readonly model: Model, private readonly isDark: () => boolean) {
    const { first, last } = model.dossier.data;
    this.first = dayOf(civilOf(first).year, 1, 1);
    this.last = dayOf(civilOf(last).year, 12, 31);
    this.range.max = String(this.last - this.first);
    this.range.dataset['first'] = isoOf(this.first);
    this.range.addEventListener('input', () => {
      model.set({ ...this.noPeriod, asOf: isoOf(this.first + Number(this.range.value)) }, 'slide');
    });
    // Each time the slider is taken hold of is a step of its own; a pointer that takes hold gives the focus, too.
    this.range.addEventListener('pointerdown', () => {
      this.isHeld = true;
      model.endRun();
    });
    this.range.addEventListener('focus', () => {
      if (!this.isHeld) model.endRun();
    });
    for (const kind of ['pointerup', 'pointercancel'])
      this.range.addEventListener(kind, () => {
        this.isHeld = false;
      });
    this.range.addEventListener('change', () => this.onRest());
    this.text.addEventListener('change', () => this.typed());
    this.end.addEventListener('change', () => this.typed());
    this.known.addEventListener('change', () => this.ask({ knownAt: this.known.value.trim() }));
    this.count();
    new ResizeObserver(() => this.draw()).observe(this.histogram);
  }

  /** Set by whoever wants to know when time stands still again. */
  onRest: () => void = () => undefined;

  private readonly noPeriod = { asOf: '', during: '', throughout: '' };

  private get mode(): Mode {
    const { state } = this.model;
    return state.throughout ? 'all' : state.during ? 'span' : state.asOf ? 'day' : 'any';
  }

  /** What is asked, whichever way. */
  private get period(): string {
    const { state } = this.model;
    return state.asOf || state.during || state.throughout;
  }

  /** The text of what is asked, taken apart at the stroke. */
  private typed(): void {
    const [a, b] = [this.text.value.trim(), this.end.value.trim()];
    const span = a || b ? `${a || '..'}/${b || '..'}` : '';
    if (this.mode === 'span') this.ask({ ...this.noPeriod, during: span });
    else if (this.mode === 'all') this.ask({ ...this.noPeriod, throughout: span });
    else this.ask({ ...this.noPeriod, asOf: a });
  }

  /** What is refused stays as it was written, to be mended. */
  private ask(change: Partial<State>): void {
    const fields = [this.text, this.end, this.known];
    const written = fields.map((field) => field.value);
    this.model.set(change);
    const isRefused = Object.entries(change).some(([member, value]) => value && this.model.state[member as keyof State] !== value);
    if (!isRefused) return;
    const known = 'knownAt' in change;
    fields.forEach((field, i) => {
      if ((field === this.known) !== known) return;
      field.value = written[i]!;
      if (field.value && !periodOf(field.value)) field.setAttribute('aria-invalid', 'true');
    });
  }

  private choose(mode: Mode): void {
    const day = isoOf(this.first + Number(this.range.value));
    const { state } = this.model;
    const span = state.during || state.throughout || `${isoOf(this.first)}/${day}`;
    if (mode === 'any') this.model.set(this.noPeriod);
    else if (mode === 'day') this.model.set({ ...this.noPeriod, asOf: day });
    else if (mode === 'span') this.model.set({ ...this.noPeriod, during: span });
    else this.model.set({ ...this.noPeriod, throughout: span });
  }

  move(days: number, run = 'step'): void {
    this.moveTo(this.now() + days, run);
  }

  /** To the same day of another year. */
  moveYears(years: number): void {
    const { year, month, day } = civilOf(this.now());
    this.moveTo(dayOf(year + years, month, Math.min(day, daysInMonth(year + years, month))), 'step');
  }

  private moveTo(day: number, run: string): void {
    const at = Math.min(this.last, Math.max(this.first, day));
    this.model.set({ ...this.noPeriod, asOf: isoOf(at) }, run);
  }

  private now(): number {
    return periodOf(this.model.state.asOf)?.last ?? this.last;
  }

  toggle(): void {
    if (this.playing) {
      window.clearInterval(this.playing);
      this.playing = 0;
      this.onRest();
    } else {
      this.model.endRun();
      if (!this.model.state.asOf || this.now() >= this.last) this.moveTo(this.first, 'play');
      const step = Math.max(1, Math.round((this.last - this.first) / 240));
      this.playing = window.setInterval(() => {
        if (this.now() >= this.last) this.toggle();
        else this.move(step, 'play');
      }, 120);
    }
    this.label();
  }

  private label(): void {
    this.playButton.textContent = this.playing ? '❚❚' : '▶';
    this.playButton.setAttribute('aria-label', this.model.word(this.playing ? 'pause' : 'play'));
    this.playButton.setAttribute('aria-pressed', String(this.playing !== 0));
  }

  build(): void {
    const { model } = this;
    this.element.setAttribute('aria-label', model.word('time'));
    this.playButton = button('▶', () => this.toggle(), { 'data-action': 'play' });
    const mode = el('select', { 'aria-label': model.word('time') },
      el('option', { value: 'any' }, model.word('anyTime')),
      el('option', { value: 'day' }, model.word('onDay')),
      el('option', { value: 'span' }, model.word('inSpan')),
      el('option', { value: 'all' }, model.word('allSpan')));
    mode.value = this.mode;
    mode.name = 'period';
    mode.addEventListener('change', () => this.choose(mode.value as Mode));
    this.range.setAttribute('aria-label', model.word('day'));
    this.known.setAttribute('title', model.word('knownHint'));
    const day = labelled(model.word('day'), this.text);
    day.className = 'shown-text';
    const until = labelled(model.word('to'), this.end);
    const known = labelled(model.word('knownAt'), this.known);
    known.className = 'known';
    fillWith(this.element, this.playButton, mode, day, until,
      el('div', { class: 'track' }, this.histogram, this.range), known);
    this.refresh();
    this.label();
  }

  refresh(): void {
    const { model } = this;
    const { state } = model;
    const select = this.element.querySelector('select');
    if (!select) return;
    select.value = this.mode;
    const isSpan = this.mode === 'span' || this.mode === 'all';
    const span = state.during || state.throughout;
    const [from, to] = isSpan ? (span.includes('/') ? span.split('/') : [span, span]) : [state.asOf, ''];
    for (const field of [this.text, this.end, this.known]) field.removeAttribute('aria-invalid');
    this.text.value = from ?? '';
    this.end.value = to ?? '';
    const [day, until] = [this.text.parentElement!, this.end.parentElement!];
    day.hidden = this.mode === 'any';
    until.hidden = !isSpan;
    day.firstElementChild!.textContent = model.word(isSpan ? 'from' : 'day');
    this.known.value = state.knownAt;
    this.known.disabled = !model.dossier.data.scenarios.complete;
    const period = periodOf(this.period);
    const at = period ? Math.min(this.last, Math.max(this.first, period.last)) : this.last;
    if (Number(this.range.value) !== at - this.first || !state.asOf) this.range.value = String(at - this.first);
    this.range.setAttribute('aria-valuetext', this.period || model.word('anyTime'));
    this.range.classList.toggle('idle', this.mode === 'any');
    this.draw();
  }

  /** How many relations are dated by a day in each year. */
  private count(): void {
    const { data } = this.model.dossier;
    const years = new Map<number, number>();
    for (const relation of data.relations) {
      if (relation.o === undefined || relation.o < this.first || relation.o > this.last) continue;
      const { year } = civilOf(relation.o);
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    this.bars = [...years].sort((a, b) => a[0] - b[0]);
  }

  draw(): void {
    const { histogram } = this;
    const [w, h] = [histogram.clientWidth, histogram.clientHeight];
    if (w === 0 || h === 0) return;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    histogram.width = Math.round(w * ratio);
    histogram.height = Math.round(h * ratio);
    const c = histogram.getContext('2d')!;
    c.scale(ratio, ratio);
    const look = this.model.dossier.data.looks[this.isDark() ? 'dark' : 'light'];
    const x = (day: number): number => 8 + ((day - this.first) / Math.max(1, this.last - this.first)) * (w - 16);
    const most = Math.max(1, ...this.bars.map(([, count]) => count));
    const period = periodOf(this.period);
    c.font = '11px system-ui, sans-serif';
    c.textAlign = 'center';
    let free = -Infinity;
    for (let { year } = civilOf(this.first); year <= civilOf(this.last).year; ++year) {
      const middle = x(dayOf(year, 7, 1));
      if (middle - free < 40) continue;
      c.fillStyle = look.secondary;
      c.fillText(String(year), middle, h - 2);
      free = middle;
    }
    for (const [year, count] of this.bars) {
      const [from, to] = [x(dayOf(year, 1, 1)), x(dayOf(year, 12, 31))];
      const height = Math.max(2, (count / most) * (h - 18));
      const within = period && dayOf(year, 12, 31) >= period.first && dayOf(year, 1, 1) <= period.last;
      c.fillStyle = within ? look.accent : look.grid;
      c.fillRect(from, h - 14 - height, Math.max(2, to - from - 1), height);
    }
  }
}
