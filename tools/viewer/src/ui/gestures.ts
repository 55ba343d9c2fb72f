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
  private readonly pointers = new Map<number, Point>();
  private travelled = 0;

  constructor(private readonly canvas: HTMLCanvasElement, private readonly picture: Handled) {
    canvas.addEventListener('wheel', (event) => {
      event.preventDefault();
      picture.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), this.at(event));
    }, { passive: false });
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, this.at(event));
      if (this.pointers.size === 1) this.travelled = 0;
    });
    canvas.addEventListener('pointermove', (event) => this.moved(event));
    for (const kind of ['pointerup', 'pointercancel'] as const)
      canvas.addEventListener(kind, (event) => {
        const was = this.pointers.delete(event.pointerId);
        if (was && kind === 'pointerup' && this.travelled < still && this.pointers.size === 0) picture.choose(this.at(event));
      });
    canvas.addEventListener('pointerleave', () => picture.leave());
    canvas.addEventListener('dblclick', (event) => picture.open(this.at(event)));
    canvas.addEventListener('keydown', (event) => this.key(event));
  }

  private at(event: MouseEvent): Point {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private moved(event: PointerEvent): void {
    const now = this.at(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.picture.hover(now);
      return;
    }
    this.travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other) {
      const [was, is] = [Math.hypot(before[0] - other[0], before[1] - other[1]), Math.hypot(now[0] - other[0], now[1] - other[1])];
      if (was > 0) this.picture.zoom(is / was, [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
    } else if (this.travelled >= still) this.picture.pan(now[0] - before[0], now[1] - before[1]);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { picture } = this;
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
