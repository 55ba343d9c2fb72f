// Boxes and hulls in the picture, and which of its places are still free.

import type { Box } from './scene';
import type { Point } from './surface';

export function cornersOf([x, y]: Point, [w, h]: Point, gap: number): Point[] {
  const [dx, dy] = [w / 2 + gap, h / 2 + gap];
  return [[x - dx, y - dy], [x + dx, y - dy], [x + dx, y + dy], [x - dx, y + dy]];
}

/** The convex hull of points, after A. M. Andrew (1979). */
export function hullOf(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turns = (o: Point, a: Point, b: Point): number => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (list: Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length >= 2 && turns(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Of two colours `#rrggbb` the one between, so far from the first. */
export function mixed(a: string, b: string, share: number): string {
  const part = (text: string, i: number): number => Number.parseInt(text.slice(1 + 2 * i, 3 + 2 * i), 16);
  if (!/^#[0-9a-f]{6}$/i.test(a) || !/^#[0-9a-f]{6}$/i.test(b)) return a;
  return `#${[0, 1, 2].map((i) => Math.round(part(a, i) * (1 - share) + part(b, i) * share).toString(16).padStart(2, '0')).join('')}`;
}

export function around([x, y]: Point, [w, h]: Point): Box {
  return { left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 };
}

export function crosses(a: Point, b: Point, size: { width: number; height: number }): boolean {
  return Math.max(a[0], b[0]) >= 0 && Math.min(a[0], b[0]) <= size.width &&
    Math.max(a[1], b[1]) >= 0 && Math.min(a[1], b[1]) <= size.height;
}

/** Boxes by the cells they touch, to ask quickly whether a place is free. */
export class Grid {
  private readonly cells_ = new Map<string, Box[]>();

  private *keys_(box: Box): Generator<string> {
    const cell = 64;
    for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); ++x)
      for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); ++y) yield `${x} ${y}`;
  }

  add(box: Box): void {
    for (const key of this.keys_(box)) {
      const list = this.cells_.get(key);
      if (list) list.push(box);
      else this.cells_.set(key, [box]);
    }
  }

  isFree(box: Box): boolean {
    for (const key of this.keys_(box))
      for (const other of this.cells_.get(key) ?? [])
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
    return true;
  }
}
