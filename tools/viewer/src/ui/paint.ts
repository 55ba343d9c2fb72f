// Drawing a scene on a surface at a scale: boxes with names where there is room, marks with names
// that do not run into each other where there is not.

import type { Look } from '../engine/data';
import type { Why } from '../engine/verdict';
import { around, cornersOf, crosses, Grid, hullOf, mixed } from './geometry';
import type { Model } from './model';
import { type Box, controlOf, isDrawn, isLineDrawn, type Line, type Node, outlineOf, pointOn, type Scene } from './scene';
import type { Point, Stroke, Surface } from './surface';
import { fontFamily } from './surface';

export interface Camera {
  scale: number;
  x: number; // of the picture's origin on the surface
  y: number;
}

export interface Canvas {
  width: number;
  height: number;
}

const nameSize = 11; // in units of the picture, as the library sized the boxes for
const leastText = 7.5; // on the surface
const leastBox = 36; // of the picture; what has less room is a mark with its name beside it
const manyLines = 2500; // drawn plainly

export class Painter {
  private readonly measuring = document.createElement('canvas').getContext('2d')!;
  private readonly wrapped = new Map<string, string[]>();

  constructor(private readonly model: Model) {}

  /** `visible` is what a reader sees of it at first; names stay within its sides, and off what is `covered`, where they can. */
  paint(surface: Surface, scene: Scene, camera: Camera, size: Canvas, look: Look,
    visible: Box = { left: 0, top: 0, right: size.width, bottom: size.height }, covered: Box[] = []): void {
    const at = (node: Node): Point => [node.x * camera.scale + camera.x, node.y * camera.scale + camera.y];
    const places = scene.nodes.map(at);
    const boxes = scene.nodes.map((node) => this.sizeOf(node, camera.scale));
    const plain = scene.lines.length > manyLines;
    const inView = ([x, y]: Point): boolean => x > -200 && y > -200 && x < size.width + 200 && y < size.height + 200;
    for (const region of scene.regions)
      this.hull(surface, region.flatMap((i) => cornersOf(places[i]!, boxes[i]!, 10 * Math.min(1, camera.scale + 0.3))), look);
    for (const pass of ['faded', 'normal', 'strong'] as const)
      for (const line of scene.lines) {
        if (line.emphasis !== pass || !isLineDrawn(line, scene, camera.scale)) continue;
        const [a, b] = [places[line.a]!, places[line.b]!];
        if (crosses(a, b, size)) this.line(surface, line, a, b, boxes[line.a]!, boxes[line.b]!, camera.scale, look, plain);
      }
    const taken: Box[] = [...covered];
    const late: number[] = [];
    scene.nodes.forEach((node, i) => {
      if (!inView(places[i]!) || !isDrawn(node, scene, camera.scale)) return;
      if (this.isBox(node, camera.scale)) {
        this.box(surface, node, places[i]!, boxes[i]!, camera.scale, look);
        taken.push(around(places[i]!, boxes[i]!));
      } else {
        this.mark(surface, node, places[i]!, boxes[i]!, look);
        late.push(i);
      }
    });
    this.names(surface, scene, late, places, boxes, taken, look, camera.scale, visible);
    if (scene.worded && camera.scale > 0.35) this.words(surface, scene, places, look, taken);
  }

  /** The ground on which a region stands. */
  private hull(surface: Surface, points: Point[], look: Look): void {
    surface.polygon(hullOf(points), mixed(look.background, look.grid, 0.35), { colour: look.grid, width: 1 });
  }

  /** What a mark is called, with how many others it stands for. */
  nameOf(node: Node): string {
    return this.model.name(node.entity) + othersOf(node);
  }

  isBox(node: Node, scale: number): boolean {
    return node.main && node.w >= leastBox && nameSize * scale >= leastText;
  }

  /** Width and height on the surface. */
  sizeOf(node: Node, scale: number): Point {
    if (this.isBox(node, scale)) return [node.w * scale, node.h * scale];
    if (!node.main) return [Math.max(5, Math.min(12, 9 * scale)), Math.max(5, Math.min(12, 9 * scale))];
    const side = Math.max(8, Math.min(20, 18 * scale));
    return [side * 1.3, side];
  }

  private nodeLook(node: Node, look: Look): [string, string, string] {
    const kind = this.model.dossier.kindOf(node.entity).look;
    return look.nodes[kind] ?? ['box', look.background, look.secondary];
  }

  private box(surface: Surface, node: Node, [x, y]: Point, [w, h]: Point, scale: number, look: Look): void {
    const [shape, fill, line] = this.nodeLook(node, look);
    const alpha = node.emphasis === 'faded' ? 0.35 : 1;
    const width = node.emphasis === 'strong' ? 3 : 1.4;
    surface.polygon([[x - w / 2, y - h / 2], [x + w / 2, y - h / 2], [x + w / 2, y + h / 2], [x - w / 2, y + h / 2]], look.background);
    surface.shape(shape, x, y, w, h, fill, { colour: node.emphasis === 'strong' ? look.accent : line, width, alpha });
    const language = this.model.nameLanguage(node.entity);
    const lines = this.wrap(this.nameOf(node), node.w - 12, Math.max(1, Math.round((node.h - 10) / (nameSize * 1.3))), language);
    const colour = node.emphasis === 'faded' ? look.faded : look.text;
    surface.text(lines, x, y, nameSize * scale, colour, { bold: true, language });
  }

  private mark(surface: Surface, node: Node, [x, y]: Point, [w, h]: Point, look: Look): void {
    const [shape, fill, line] = this.nodeLook(node, look);
    surface.shape(node.main ? shape : 'ellipse', x, y, w, h, fill, {
      colour: node.emphasis === 'strong' ? look.accent : line,
      width: node.emphasis === 'strong' ? 2.5 : 1.2,
      alpha: node.emphasis === 'faded' ? 0.35 : 1,
    });
  }

  /** Names beside marks, the most important first, each only where nothing else is. */
  private names(surface: Surface, scene: Scene, late: number[], places: Point[], boxes: Point[], taken: Box[],
    look: Look, scale: number, visible: Box): void {
    const size = 11;
    const grid = new Grid();
    for (const box of taken) grid.add(box);
    for (const i of late) if (scene.nodes[i]!.main) grid.add(around(places[i]!, boxes[i]!));
    const weight = (i: number): number => {
      const node = scene.nodes[i]!;
      return node.rank + (node.emphasis === 'strong' ? -1e9 : node.emphasis === 'faded' ? 1e9 : 0);
    };
    for (const i of [...late].sort((a, b) => weight(a) - weight(b))) {
      const node = scene.nodes[i]!;
      if (!node.main && scale < 0.8 && node.emphasis !== 'strong') continue;
      const language = this.model.nameLanguage(node.entity);
      const others = othersOf(node);
      const [x, y] = places[i]!;
      const [besides, above] = [boxes[i]![0] / 2 + 3, boxes[i]![1] / 2 + size * 0.8];
      const seen = x >= visible.left && x <= visible.right;
      let [name, width]: [string, number] = ['', 0];
      let spots: Point[] = [];
      let spot: Point | undefined;
      for (const most of [170, 110, 70]) { // at the sides of what is seen a name is cut to its room
        name = this.short(this.model.name(node.entity), most - this.width(others, size, language), size, language) + others;
        width = this.width(name, size, language);
        spots = [[x + besides + width / 2, y], [x - besides - width / 2, y], [x, y - above], [x, y + above]];
        const free = spots.filter((at) => grid.isFree(around(at, [width + 4, size * 1.2])));
        spot = free.find(([sx]) => sx - width / 2 >= visible.left && sx + width / 2 <= visible.right) ?? (seen ? undefined : free[0]);
        if (spot || free.length === 0) break;
      }
      if (!spot && node.emphasis !== 'strong') continue;
      const at = spot ?? spots[0]!;
      grid.add(around(at, [width + 4, size * 1.2]));
      surface.text([name], at[0], at[1], size, node.emphasis === 'faded' ? look.faded : look.text, {
        language, halo: look.background, bold: node.emphasis === 'strong',
      });
    }
  }

  private line(surface: Surface, line: Line, a: Point, b: Point, sizeA: Point, sizeB: Point, scale: number,
    look: Look, plain: boolean): void {
    const [colour, width, head] = look.edges[line.look] ?? [look.secondary, 1, 'none'];
    const control = controlOf(a, b, line.bend * Math.min(1.2, Math.max(0.35, scale)));
    const start = outlineOf(a[0], a[1], sizeA[0], sizeA[1], control);
    const end = outlineOf(b[0], b[1], sizeB[0], sizeB[1], control);
    const stroke: Stroke = {
      colour,
      width: (line.emphasis === 'strong' ? 2 : 1) * Math.min(2.4, (width + Math.log2(line.relations.length) * 0.5) * Math.min(1, 0.45 + scale * 0.6)),
      alpha: line.emphasis === 'faded' ? 0.12 : plain ? 0.4 : scale < 0.4 ? 0.55 : 0.9,
    };
    if (plain || line.certain) surface.curve(start, control, end, stroke);
    else this.doubtful(surface, line.why, start, control, end, stroke, look);
    if (plain || scale < 0.4 || line.emphasis === 'faded') return;
    if (head !== 'none') this.head(surface, head, control, end, stroke, look, scale);
    if (line.twoWay && head !== 'none') this.head(surface, head, control, start, stroke, look, scale);
    if (line.plan) this.planned(surface, pointOn(start, control, end, 0.5), stroke, look);
  }

  /** Each reason for doubt has its own sign. */
  private doubtful(surface: Surface, why: Why, a: Point, c: Point, b: Point, stroke: Stroke, look: Look): void {
    const fades = why === 'no-end-reported' || why === 'no-start-reported';
    if (!fades) {
      const dash = why === 'undated' ? [1, 3.5] : why === 'witness' || why === 'inferred' ? [] : [5, 4];
      surface.curve(a, c, b, { ...stroke, dash });
      const [x, y] = pointOn(a, c, b, why === 'inferred' ? 0.9 : 0.5);
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
      const middle = pointOn(a, c, b, (t0 + t1) / 2);
      surface.curve(p, [2 * middle[0] - (p[0] + q[0]) / 2, 2 * middle[1] - (p[1] + q[1]) / 2], q, { ...stroke, alpha });
    }
  }

  /** What is not reported as fact has an open diamond in its middle. */
  private planned(surface: Surface, [x, y]: Point, stroke: Stroke, look: Look): void {
    surface.polygon([[x - 5, y], [x, y - 4], [x + 5, y], [x, y + 4]], look.background, { ...stroke, width: 1.3, dash: [] });
  }

  private head(surface: Surface, kind: string, from: Point, tip: Point, stroke: Stroke, look: Look, scale: number): void {
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

  /** The steps of a path say what they are. */
  private words(surface: Surface, scene: Scene, places: Point[], look: Look, taken: Box[]): void {
    const grid = new Grid();
    for (const box of taken) grid.add(box);
    for (const line of scene.lines) {
      const type = this.model.dossier.typeOf(line.relations[0]!);
      const label = this.model.label(type.names, type.id);
      const dates = [...new Set(line.relations.map((i) => this.model.when(i)))].filter((date) => date);
      const when = dates.length === 1 ? ` ${dates[0]!}` : '';
      const text = this.short(`${label}${line.relations.length > 1 ? ` ×${line.relations.length}` : ''}${when}`, 200, 10, this.model.state.lang);
      const [a, b] = [places[line.a]!, places[line.b]!];
      const at = pointOn(a, controlOf(a, b, line.bend), b, 0.5);
      const box = around(at, [this.width(text, 10, this.model.state.lang) + 6, 14]);
      if (!grid.isFree(box)) continue;
      grid.add(box);
      surface.text([text], at[0], at[1], 10, look.text, { halo: look.background, language: this.model.state.lang });
    }
  }

  /** A line as a legend shows it, in a room of 48 by 18. */
  sample(surface: Surface, x: number, y: number, look: Look, shown: { look?: string; why?: Why; plan?: boolean }): void {
    const [colour, width, head] = look.edges[shown.look ?? ''] ?? [look.text, 1.2, 'none'];
    const [a, middle, b]: Point[] = [[x + 4, y + 9], [x + 24, y + 9], [x + 44, y + 9]];
    const stroke: Stroke = { colour, width };
    if (shown.why) this.doubtful(surface, shown.why, a!, middle!, b!, stroke, look);
    else surface.curve(a!, middle!, b!, stroke);
    if (shown.look && head !== 'none') this.head(surface, head, a!, b!, stroke, look, 1);
    if (shown.plan) this.planned(surface, middle!, stroke, look);
  }

  width(text: string, size: number, language: string): number {
    this.measuring.font = `${size}px ${fontFamily(language)}`;
    return this.measuring.measureText(text).width;
  }

  private short(text: string, width: number, size: number, language: string): string {
    if (this.width(text, size, language) <= width) return text;
    const letters = [...text];
    while (letters.length > 1 && this.width(`${letters.join('')}…`, size, language) > width) letters.pop();
    return `${letters.join('').trimEnd()}…`;
  }

  /** A text in lines of at most that width, none of it left out. */
  lines(text: string, width: number, size: number, language: string): string[] {
    const lines: string[] = [''];
    for (const part of text.match(pieces) ?? [])
      if (lines[lines.length - 1] === '' || this.width((lines[lines.length - 1]! + part).trimEnd(), size, language) <= width)
        lines[lines.length - 1] += part;
      else lines.push(part.trimStart());
    return lines.map((line) => line.trimEnd());
  }

  /** The name in at most so many lines; between words where there are any. */
  private wrap(text: string, width: number, most: number, language: string): string[] {
    const key = `${width} ${most} ${language} ${text}`;
    const known = this.wrapped.get(key);
    if (known) return known;
    this.measuring.font = `bold ${nameSize}px ${fontFamily(language)}`;
    const fits = (line: string): boolean => this.measuring.measureText(line).width <= width;
    const parts = text.match(pieces) ?? [text];
    const lines: string[] = [''];
    for (const part of parts) {
      const last = lines.length - 1;
      if (lines[last] === '' || fits((lines[last]! + part).trimEnd())) lines[last] += part;
      else lines.push(part.trimStart());
    }
    if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(''));
    const result = lines.map((line) => {
      let letters = [...line.trim()];
      if (fits(letters.join(''))) return letters.join('');
      while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters = letters.slice(0, -1);
      return `${letters.join('').trimEnd()}…`;
    });
    if (this.wrapped.size > 20_000) this.wrapped.clear();
    this.wrapped.set(key, result);
    return result;
  }
}

/** Where a line may break: between words, and between characters that need no spaces. */
const pieces = /[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\s\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+\s*|\s+/gu;

const othersOf = (node: Node): string => (node.folded ? ` +${node.folded}` : '');
