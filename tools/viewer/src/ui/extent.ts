// How much room a drawing takes: a surface that only measures.

import type { Lettering } from './lettering';
import type { Box } from './scene';
import type { Point, Surface, TextOptions } from './surface';

const boldness = 1.1; // how much wider bold letters are at most

export class ExtentSurface implements Surface {
  readonly box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

  constructor(private readonly letters_: Lettering) {}

  private add_(left: number, top: number, right: number, bottom: number): void {
    const { box } = this;
    box.left = Math.min(box.left, left);
    box.top = Math.min(box.top, top);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  }

  curve(a: Point, control: Point, b: Point): void {
    // Halfway to its control point a line turns back.
    const turn: Point = [(a[0] + 2 * control[0] + b[0]) / 4, (a[1] + 2 * control[1] + b[1]) / 4];
    this.polygon([a, turn, b]);
  }

  polygon(points: Point[]): void {
    for (const [x, y] of points) this.add_(x, y, x, y);
  }

  shape(_kind: string, x: number, y: number, w: number, h: number): void {
    this.add_(x - w / 2, y - h / 2, x + w / 2, y + h / 2);
  }

  text(lines: string[], x: number, y: number, size: number, _colour: string, options: TextOptions = {}): void {
    const height = (lines.length * size * 1.25) / 2;
    for (const line of lines) {
      const width = this.letters_.width(line, size, options.language ?? '') * (options.bold ? boldness : 1);
      const left = options.align === 'left' ? x : x - width / 2;
      this.add_(left, y - height, left + width, y + height);
    }
  }
}
