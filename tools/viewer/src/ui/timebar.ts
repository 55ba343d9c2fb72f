// Time: any, a day or a stretch, with a histogram of what is dated; and what was known by a day.

import type { State } from '../engine/address';
import { civilOf, dayOf, daysInMonth, isoOf, periodOf } from '../engine/days';
import { button, el, fillWith, labelled } from './dom';
import type { Model } from './model';

type Mode = 'any' | 'day' | 'span' | 'all';

export class TimeBar {
  readonly element = el('section', { class: 'timebar', role: 'region' });
  private readonly range_ = el('input', { type: 'range', name: 'as-of', min: '0', step: '1' });
  private readonly histogram_ = el('canvas', { class: 'histogram', 'aria-hidden': 'true' });
  private readonly text_ = el('input', { type: 'text', class: 'date', name: 'day', spellcheck: 'false', autocomplete: 'off', inputmode: 'text' });
  private readonly end_ = el('input', { type: 'text', class: 'date', spellcheck: 'false', autocomplete: 'off' });
  private readonly known_ = el('input', { type: 'text', class: 'date', spellcheck: 'false', autocomplete: 'off', name: 'known-at', placeholder: '–' });
  private readonly first_: number;
  private readonly last_: number;
  private playing_ = 0;
  private isHeld_ = false;
  private bars_: [year: number, count: number][] = [];
  private playButton_!: HTMLButtonElement;

  constructor(private readonly model_: Model, private readonly isDark_: () => boolean) {
    const { first, last } = model_.dossier.data;
    this.first_ = dayOf(civilOf(first).year, 1, 1);
    this.last_ = dayOf(civilOf(last).year, 12, 31);
    this.range_.max = String(this.last_ - this.first_);
    this.range_.dataset['first'] = isoOf(this.first_);
    this.range_.addEventListener('input', () => {
      model_.set({ ...this.noPeriod_, asOf: isoOf(this.first_ + Number(this.range_.value)) }, 'slide');
    });
    // Each time the slider is taken hold of is a step of its own; a pointer that takes hold gives the focus, too.
    this.range_.addEventListener('pointerdown', () => {
      this.isHeld_ = true;
      model_.endRun();
    });
    this.range_.addEventListener('focus', () => {
      if (!this.isHeld_) model_.endRun();
    });
    for (const kind of ['pointerup', 'pointercancel'])
      this.range_.addEventListener(kind, () => {
        this.isHeld_ = false;
      });
    this.range_.addEventListener('change', () => this.onRest());
    this.text_.addEventListener('change', () => this.typed_());
    this.end_.addEventListener('change', () => this.typed_());
    this.known_.addEventListener('change', () => this.ask_({ knownAt: this.known_.value.trim() }));
    this.count_();
    new ResizeObserver(() => this.draw()).observe(this.histogram_);
  }

  /** Set by whoever wants to know when time stands still again. */
  onRest: () => void = () => undefined;

  private readonly noPeriod_ = { asOf: '', during: '', throughout: '' };

  private get mode_(): Mode {
    const { state } = this.model_;
    return state.throughout ? 'all' : state.during ? 'span' : state.asOf ? 'day' : 'any';
  }

  /** What is asked, whichever way. */
  private get period_(): string {
    const { state } = this.model_;
    return state.asOf || state.during || state.throughout;
  }

  /** The text of what is asked, taken apart at the stroke. */
  private typed_(): void {
    const [a, b] = [this.text_.value.trim(), this.end_.value.trim()];
    const span = a || b ? `${a || '..'}/${b || '..'}` : '';
    if (this.mode_ === 'span') this.ask_({ ...this.noPeriod_, during: span });
    else if (this.mode_ === 'all') this.ask_({ ...this.noPeriod_, throughout: span });
    else this.ask_({ ...this.noPeriod_, asOf: a });
  }

  /** What is refused stays as it was written, to be mended. */
  private ask_(change: Partial<State>): void {
    const fields = [this.text_, this.end_, this.known_];
    const written = fields.map((field) => field.value);
    this.model_.set(change);
    const isRefused = Object.entries(change).some(([member, value]) => value && this.model_.state[member as keyof State] !== value);
    if (!isRefused) return;
    const known = 'knownAt' in change;
    fields.forEach((field, i) => {
      if ((field === this.known_) !== known) return;
      field.value = written[i]!;
      if (field.value && !periodOf(field.value)) field.setAttribute('aria-invalid', 'true');
    });
  }

  private choose_(mode: Mode): void {
    const day = isoOf(this.first_ + Number(this.range_.value));
    const { state } = this.model_;
    const span = state.during || state.throughout || `${isoOf(this.first_)}/${day}`;
    if (mode === 'any') this.model_.set(this.noPeriod_);
    else if (mode === 'day') this.model_.set({ ...this.noPeriod_, asOf: day });
    else if (mode === 'span') this.model_.set({ ...this.noPeriod_, during: span });
    else this.model_.set({ ...this.noPeriod_, throughout: span });
  }

  move(days: number, run = 'step'): void {
    this.moveTo_(this.now_() + days, run);
  }

  /** To the same day of another year. */
  moveYears(years: number): void {
    const { year, month, day } = civilOf(this.now_());
    this.moveTo_(dayOf(year + years, month, Math.min(day, daysInMonth(year + years, month))), 'step');
  }

  private moveTo_(day: number, run: string): void {
    const at = Math.min(this.last_, Math.max(this.first_, day));
    this.model_.set({ ...this.noPeriod_, asOf: isoOf(at) }, run);
  }

  private now_(): number {
    return periodOf(this.model_.state.asOf)?.last ?? this.last_;
  }

  toggle(): void {
    if (this.playing_) {
      window.clearInterval(this.playing_);
      this.playing_ = 0;
      this.onRest();
    } else {
      this.model_.endRun();
      if (!this.model_.state.asOf || this.now_() >= this.last_) this.moveTo_(this.first_, 'play');
      const step = Math.max(1, Math.round((this.last_ - this.first_) / 240));
      this.playing_ = window.setInterval(() => {
        if (this.now_() >= this.last_) this.toggle();
        else this.move(step, 'play');
      }, 120);
    }
    this.label_();
  }

  private label_(): void {
    this.playButton_.textContent = this.playing_ ? '❚❚' : '▶';
    this.playButton_.setAttribute('aria-label', this.model_.word(this.playing_ ? 'pause' : 'play'));
    this.playButton_.setAttribute('aria-pressed', String(this.playing_ !== 0));
  }

  build(): void {
    const { model_: model } = this;
    this.element.setAttribute('aria-label', model.word('time'));
    this.playButton_ = button('▶', () => this.toggle(), { 'data-action': 'play' });
    const mode = el('select', { 'aria-label': model.word('time') },
      el('option', { value: 'any' }, model.word('anyTime')),
      el('option', { value: 'day' }, model.word('onDay')),
      el('option', { value: 'span' }, model.word('inSpan')),
      el('option', { value: 'all' }, model.word('allSpan')));
    mode.value = this.mode_;
    mode.name = 'period';
    mode.addEventListener('change', () => this.choose_(mode.value as Mode));
    this.range_.setAttribute('aria-label', model.word('day'));
    this.known_.setAttribute('title', model.word('knownHint'));
    const day = labelled(model.word('day'), this.text_);
    day.className = 'shown-text';
    const until = labelled(model.word('to'), this.end_);
    const known = labelled(model.word('knownAt'), this.known_);
    known.className = 'known';
    fillWith(this.element, this.playButton_, mode, day, until,
      el('div', { class: 'track' }, this.histogram_, this.range_), known);
    this.refresh();
    this.label_();
  }

  refresh(): void {
    const { model_: model } = this;
    const { state } = model;
    const select = this.element.querySelector('select');
    if (!select) return;
    select.value = this.mode_;
    const isSpan = this.mode_ === 'span' || this.mode_ === 'all';
    const span = state.during || state.throughout;
    const [from, to] = isSpan ? (span.includes('/') ? span.split('/') : [span, span]) : [state.asOf, ''];
    for (const field of [this.text_, this.end_, this.known_]) field.removeAttribute('aria-invalid');
    this.text_.value = from ?? '';
    this.end_.value = to ?? '';
    const [day, until] = [this.text_.parentElement!, this.end_.parentElement!];
    day.hidden = this.mode_ === 'any';
    until.hidden = !isSpan;
    day.firstElementChild!.textContent = model.word(isSpan ? 'from' : 'day');
    this.known_.value = state.knownAt;
    this.known_.disabled = !model.dossier.data.scenarios.complete;
    const period = periodOf(this.period_);
    const at = period ? Math.min(this.last_, Math.max(this.first_, period.last)) : this.last_;
    if (Number(this.range_.value) !== at - this.first_ || !state.asOf) this.range_.value = String(at - this.first_);
    this.range_.setAttribute('aria-valuetext', this.period_ || model.word('anyTime'));
    this.range_.classList.toggle('idle', this.mode_ === 'any');
    this.draw();
  }

  /** How many relations are dated by a day in each year. */
  private count_(): void {
    const { data } = this.model_.dossier;
    const years = new Map<number, number>();
    for (const relation of data.relations) {
      if (relation.o === undefined || relation.o < this.first_ || relation.o > this.last_) continue;
      const { year } = civilOf(relation.o);
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    this.bars_ = [...years].sort((a, b) => a[0] - b[0]);
  }

  draw(): void {
    const { histogram_: histogram } = this;
    const [w, h] = [histogram.clientWidth, histogram.clientHeight];
    if (w === 0 || h === 0) return;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    histogram.width = Math.round(w * ratio);
    histogram.height = Math.round(h * ratio);
    const c = histogram.getContext('2d')!;
    c.scale(ratio, ratio);
    const look = this.model_.dossier.data.looks[this.isDark_() ? 'dark' : 'light'];
    const x = (day: number): number => 8 + ((day - this.first_) / Math.max(1, this.last_ - this.first_)) * (w - 16);
    const most = Math.max(1, ...this.bars_.map(([, count]) => count));
    const period = periodOf(this.period_);
    c.font = '11px system-ui, sans-serif';
    c.textAlign = 'center';
    let free = -Infinity;
    for (let { year } = civilOf(this.first_); year <= civilOf(this.last_).year; ++year) {
      const middle = x(dayOf(year, 7, 1));
      if (middle - free < 40) continue;
      c.fillStyle = look.secondary;
      c.fillText(String(year), middle, h - 2);
      free = middle;
    }
    for (const [year, count] of this.bars_) {
      const [from, to] = [x(dayOf(year, 1, 1)), x(dayOf(year, 12, 31))];
      const height = Math.max(2, (count / most) * (h - 18));
      const within = period && dayOf(year, 12, 31) >= period.first && dayOf(year, 1, 1) <= period.last;
      c.fillStyle = within ? look.accent : look.grid;
      c.fillRect(from, h - 14 - height, Math.max(2, to - from - 1), height);
    }
  }
}
