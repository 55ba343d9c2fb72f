// What mouse, fingers and arrow keys do to the picture: moving, enlarging, pointing and choosing.

import type { Point } from './surface';

export interface Handled {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at?: Point): void;
  hover(at: Point): void;
  leave(): void;
  choose(at: Point): void;
  open(at: Point): void;
  read(): void; // goes to its details
}

const [step, still] = [60, 6]; // of a key; so far a pointer may stray in a click

export class Gestures {
  private readonly pointers_ = new Map<number, Point>();
  private travelled_ = 0;

  constructor(private readonly canvas_: HTMLCanvasElement, private readonly picture_: Handled) {
    canvas_.addEventListener('wheel', (event) => {
      event.preventDefault();
      picture_.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), this.at_(event));
    }, { passive: false });
    canvas_.addEventListener('pointerdown', (event) => {
      canvas_.setPointerCapture(event.pointerId);
      this.pointers_.set(event.pointerId, this.at_(event));
      if (this.pointers_.size === 1) this.travelled_ = 0;
    });
    canvas_.addEventListener('pointermove', (event) => this.moved_(event));
    for (const kind of ['pointerup', 'pointercancel'] as const)
      canvas_.addEventListener(kind, (event) => {
        const was = this.pointers_.delete(event.pointerId);
        if (was && kind === 'pointerup' && this.travelled_ < still && this.pointers_.size === 0) picture_.choose(this.at_(event));
      });
    canvas_.addEventListener('pointerleave', () => picture_.leave());
    canvas_.addEventListener('dblclick', (event) => picture_.open(this.at_(event)));
    canvas_.addEventListener('keydown', (event) => this.key_(event));
  }

  private at_(event: MouseEvent): Point {
    const box = this.canvas_.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private moved_(event: PointerEvent): void {
    const now = this.at_(event);
    const before = this.pointers_.get(event.pointerId);
    if (!before) {
      this.picture_.hover(now);
      return;
    }
    this.travelled_ += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const other = [...this.pointers_].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers_.set(event.pointerId, now);
    if (other) {
      const [was, is] = [Math.hypot(before[0] - other[0], before[1] - other[1]), Math.hypot(now[0] - other[0], now[1] - other[1])];
      if (was > 0) this.picture_.zoom(is / was, [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
    } else if (this.travelled_ >= still) this.picture_.pan(now[0] - before[0], now[1] - before[1]);
  }

  private key_(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { picture_: picture } = this;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => picture.pan(step, 0), ArrowRight: () => picture.pan(-step, 0),
      ArrowUp: () => picture.pan(0, step), ArrowDown: () => picture.pan(0, -step),
      Enter: () => picture.read(),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}
