// Lines between entities: what ties them by colour, weight and head, and the signs of doubt.

import type { Look } from '../engine/data';
import type { Why } from '../engine/verdict';
import { palest } from './contrast';
import { controlOf, type Line, outlineOf, pointOn } from './scene';
import type { Point, Stroke, Surface } from './surface';

/** The way of a line on the surface, from one outline to the other past its control point. */
export interface Course {
  start: Point;
  control: Point;
  end: Point;
}

const leastOfSigns = 0.4; // smaller than that a picture has no heads and signs
const leastWidth = 1;

export function courseOf(line: Line, a: Point, b: Point, sizeA: Point, sizeB: Point, scale: number): Course {
  const control = controlOf(a, b, line.bend * Math.min(1.2, Math.max(0.35, scale)));
  return {
    start: outlineOf(a[0], a[1], sizeA[0], sizeA[1], control), control, end: outlineOf(b[0], b[1], sizeB[0], sizeB[1], control),
  };
}

/** Where on its way a sign of doubt or of modality stands. */
export function signsOf(line: Line, { start, control, end }: Course): Point[] {
  const doubt = line.certain ? [] : line.why === 'inferred' ? [nearEnd] : line.why === 'witness' ? [middle] : [];
  return [...doubt, ...(line.plan ? [middle] : [])].map((t) => pointOn(start, control, end, t));
}
const middle = 0.5;
const nearEnd = 0.9;

/** Colour, width and paleness: lines contrast with the ground whatever the scale and their number, but where they are faded. */
export function strokeOf(line: Pick<Line, 'look' | 'emphasis' | 'relations'>, scale: number, look: Look, ink: number): Stroke {
  const [colour, width] = look.edges[line.look] ?? [look.secondary, 1, 'none'];
  const weight = Math.min(2.4, (width + Math.log2(line.relations.length) * 0.5) * Math.min(1, 0.45 + scale * 0.6));
  const pale = ink > 0 ? Math.max(ink, palest(colour, look.background)) : 1;
  return {
    colour, width: line.emphasis === 'strong' ? 2 * Math.max(leastWidth, weight) : ink > 0 ? leastWidth : Math.max(leastWidth, weight),
    alpha: line.emphasis === 'faded' ? Math.min(0.12, ink || 1) : line.emphasis === 'strong' ? 1 : pale,
  };
}

/** Between two places with boxes of those sizes; `ink` of a crowd of lines, which have no heads and signs, else 0. */
export function drawLine(surface: Surface, line: Line, course: Course, scale: number, look: Look, ink: number): void {
  const plain = ink > 0;
  const kind = look.edges[line.look]?.[2] ?? 'none';
  const { start, control, end } = course;
  const stroke = strokeOf(line, scale, look, ink);
  if (plain || line.certain) surface.curve(start, control, end, stroke);
  else doubtful(surface, line.why, start, control, end, stroke, look);
  if (plain || scale < leastOfSigns || line.emphasis === 'faded') return;
  if (kind !== 'none') drawHead(surface, kind, control, end, stroke, look, scale);
  if (line.twoWay && kind !== 'none') drawHead(surface, kind, control, start, stroke, look, scale);
  if (line.plan) planned(surface, pointOn(start, control, end, middle), stroke, look);
}

/** A line as a legend shows it, in a room of 48 by 18. */
export function sample(surface: Surface, x: number, y: number, look: Look, shown: { look?: string; why?: Why; plan?: boolean }): void {
  const [colour, width, kind] = look.edges[shown.look ?? ''] ?? [look.text, 1.2, 'none'];
  const [a, between, b]: Point[] = [[x + 4, y + 9], [x + 24, y + 9], [x + 44, y + 9]];
  const stroke: Stroke = { colour, width };
  if (shown.why) doubtful(surface, shown.why, a!, between!, b!, stroke, look);
  else surface.curve(a!, between!, b!, stroke);
  if (shown.look && kind !== 'none') drawHead(surface, kind, a!, b!, stroke, look, 1);
  if (shown.plan) planned(surface, between!, stroke, look);
}

/** Each reason for doubt has its own sign. */
function doubtful(surface: Surface, why: Why, a: Point, c: Point, b: Point, stroke: Stroke, look: Look): void {
  const fades = why === 'no-end-reported' || why === 'no-start-reported';
  if (!fades) {
    const dash = why === 'undated' ? [1, 3.5] : why === 'witness' || why === 'inferred' ? [] : [5, 4];
    surface.curve(a, c, b, { ...stroke, dash });
    const [x, y] = pointOn(a, c, b, why === 'inferred' ? nearEnd : middle);
    if (why === 'inferred') surface.shape('ellipse', x, y, 7, 7, look.background, { ...stroke, width: 1.3 });
    if (why === 'witness') {
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
      const [nx, ny] = [-(b[1] - a[1]) / length * 4, (b[0] - a[0]) / length * 4];
      surface.curve([x - nx, y - ny], [x, y], [x + nx, y + ny], { ...stroke, width: stroke.width + 0.6 });
    }
    return;
  }
  const steps = 5;
  for (let i = 0; i < steps; ++i) {
    const [t0, t1] = [i / steps, (i + 1) / steps];
    const along = why === 'no-end-reported' ? i : steps - 1 - i;
    const alpha = (stroke.alpha ?? 1) * [1, 1, 0.75, 0.45, 0.2][along]!;
    const [p, q] = [pointOn(a, c, b, t0), pointOn(a, c, b, t1)];
    const half = pointOn(a, c, b, (t0 + t1) / 2);
    surface.curve(p, [2 * half[0] - (p[0] + q[0]) / 2, 2 * half[1] - (p[1] + q[1]) / 2], q, { ...stroke, alpha });
  }
}

/** What is not reported as fact has an open diamond in its middle. */
function planned(surface: Surface, [x, y]: Point, stroke: Stroke, look: Look): void {
  surface.polygon([[x - 5, y], [x, y - 4], [x + 5, y], [x, y + 4]], look.background, { ...stroke, width: 1.3, dash: [] });
}

function drawHead(surface: Surface, kind: string, from: Point, tip: Point, stroke: Stroke, look: Look, scale: number): void {
  const length = Math.hypot(tip[0] - from[0], tip[1] - from[1]) || 1;
  const [ux, uy] = [(tip[0] - from[0]) / length, (tip[1] - from[1]) / length];
  const s = Math.min(8, 4 + 4 * scale);
  const back = (along: number, aside: number): Point => [tip[0] - ux * along - uy * aside, tip[1] - uy * along + ux * aside];
  const solid: Stroke = { ...stroke, dash: [] };
  if (kind === 'filled') surface.polygon([tip, back(s, s * 0.45), back(s, -s * 0.45)], stroke.colour, { ...solid, width: 0 });
  else if (kind === 'open') surface.polygon([tip, back(s, s * 0.45), back(s, -s * 0.45)], look.background, { ...solid, width: 1 });
  else if (kind === 'vee') {
    surface.curve(back(s, s * 0.5), tip, tip, solid);
    surface.curve(back(s, -s * 0.5), tip, tip, solid);
  } else if (kind === 'tee') surface.curve(back(1, s * 0.5), back(1, 0), back(1, -s * 0.5), { ...solid, width: solid.width + 0.6 });
  else if (kind === 'dot') surface.shape('ellipse', tip[0] - ux * 3, tip[1] - uy * 3, 6, 6, stroke.colour, { ...solid, width: 0.1 });
  else surface.polygon([tip, back(s * 0.6, s * 0.4), back(s * 1.2, 0), back(s * 0.6, -s * 0.4)], stroke.colour, { ...solid, width: 0 });
}
