// Drawing a scene on a surface at a scale: boxes with names where there is room, marks with names
// that do not run into each other where there is not.

import type { Look } from '../engine/data';
import { type Camera, seenAt } from './camera';
import { around, cornersOf, crosses, Grid, hullOf, mixed } from './geometry';
import { drawLabels, type Drawn } from './labels';
import { Lettering } from './lettering';
import { courseOf, drawLine } from './lines';
import type { Model } from './model';
import { type Box, isDot, isDrawn, isLineDrawn, type Node, type Scene } from './scene';
import type { Point, Surface } from './surface';

export interface Canvas {
  width: number;
  height: number;
}

const nameSize = 11; // in units of the picture, as the library sized the boxes for
const leastText = 7.5; // on the surface
const leastBox = 36; // of the picture; what has less room is a mark with its name beside it
const dotSize = 3; // on the surface
const manyLines = 2500; // drawn plainly, the paler the more there are, as far as they are seen still
const leastInk = 0.1;

export class Painter {
  readonly letters = new Lettering();

  constructor(private readonly model_: Model) {}

  /** `visible` is what a reader sees of it at first; names stay within its sides, and off what is `covered`, where they can. */
  paint(surface: Surface, scene: Scene, camera: Camera, size: Canvas, look: Look,
    visible: Box = { left: 0, top: 0, right: size.width, bottom: size.height }, covered: Box[] = []): void {
    const places = scene.nodes.map((node) => seenAt(camera, node));
    const boxes = scene.nodes.map((node) => this.sizeOf(node, camera.scale));
    const ink = scene.lines.length > manyLines ? Math.max(leastInk, Math.min(0.4, 1000 / scene.lines.length)) : 0;
    const inView = ([x, y]: Point): boolean => x > -200 && y > -200 && x < size.width + 200 && y < size.height + 200;
    for (const region of scene.regions)
      this.hull_(surface, region.flatMap((i) => cornersOf(places[i]!, boxes[i]!, 10 * Math.min(1, camera.scale + 0.3))), look);
    const drawn: Drawn = [];
    for (const pass of ['faded', 'normal', 'strong'] as const)
      for (const line of scene.lines) {
        if (line.emphasis !== pass || !isLineDrawn(line, scene, camera.scale)) continue;
        const [a, b] = [places[line.a]!, places[line.b]!];
        if (!crosses(a, b, size)) continue;
        const course = courseOf(line, a, b, boxes[line.a]!, boxes[line.b]!, camera.scale);
        drawLine(surface, line, course, camera.scale, look, ink);
        if (scene.worded) drawn.push([line, course]);
      }
    const taken: Box[] = [...covered];
    const late: number[] = [];
    const dots = (are: boolean): number[] => [...scene.nodes.keys()].filter((i) => isDot(scene.nodes[i]!, camera.scale) === are);
    for (const i of [...dots(true), ...dots(false)]) {
      const node = scene.nodes[i]!;
      if (!inView(places[i]!) || !isDrawn(node, scene, camera.scale)) continue;
      if (isDot(node, camera.scale)) this.dot_(surface, node, places[i]!, boxes[i]!, look);
      else if (this.isBox(node, camera.scale)) {
        this.box_(surface, node, places[i]!, boxes[i]!, camera.scale, look);
        taken.push(around(places[i]!, boxes[i]!));
      } else {
        this.mark_(surface, node, places[i]!, boxes[i]!, look);
        late.push(i);
      }
    }
    const room = new Grid();
    for (const box of taken) room.add(box);
    this.names_(surface, scene, late, places, boxes, room, look, camera.scale, visible);
    if (camera.scale > 0.35) drawLabels(surface, drawn, this.model_, this.letters, look, room, visible);
  }

  /** The ground on which a region stands. */
  private hull_(surface: Surface, points: Point[], look: Look): void {
    surface.polygon(hullOf(points), mixed(look.background, look.grid, 0.35), { colour: look.grid, width: 1 });
  }

  /** What a mark is called, with how many others it stands for. */
  nameOf(node: Node): string {
    return this.model_.name(node.entity) + othersOf(node);
  }

  isBox(node: Node, scale: number): boolean {
    return node.main && node.w >= leastBox && nameSize * scale >= leastText;
  }

  /** Width and height on the surface. */
  sizeOf(node: Node, scale: number): Point {
    if (this.isBox(node, scale)) return [node.w * scale, node.h * scale];
    if (isDot(node, scale)) return [dotSize, dotSize];
    if (!node.main) return [Math.max(5, Math.min(12, 9 * scale)), Math.max(5, Math.min(12, 9 * scale))];
    const side = Math.max(8, Math.min(20, 18 * scale));
    return [side * 1.3, side];
  }

  private nodeLook_(node: Node, look: Look): [string, string, string] {
    const kind = this.model_.dossier.kindOf(node.entity).look;
    return look.nodes[kind] ?? ['box', look.background, look.secondary];
  }

  private box_(surface: Surface, node: Node, [x, y]: Point, [w, h]: Point, scale: number, look: Look): void {
    const [shape, fill, line] = this.nodeLook_(node, look);
    const alpha = node.emphasis === 'faded' ? 0.35 : 1;
    const width = node.emphasis === 'strong' ? 3 : 1.4;
    surface.polygon([[x - w / 2, y - h / 2], [x + w / 2, y - h / 2], [x + w / 2, y + h / 2], [x - w / 2, y + h / 2]], look.background);
    surface.shape(shape, x, y, w, h, fill, { colour: node.emphasis === 'strong' ? look.accent : line, width, alpha });
    const language = this.model_.nameLanguage(node.entity);
    const lines = this.letters.wrap(this.nameOf(node), nameSize, node.w - 12, Math.max(1, Math.round((node.h - 10) / (nameSize * 1.3))), language);
    const colour = node.emphasis === 'faded' ? look.faded : look.text;
    surface.text(lines, x, y, nameSize * scale, colour, { bold: true, language });
  }

  private mark_(surface: Surface, node: Node, [x, y]: Point, [w, h]: Point, look: Look): void {
    const [shape, fill, line] = this.nodeLook_(node, look);
    surface.shape(node.main ? shape : 'ellipse', x, y, w, h, fill, {
      colour: node.emphasis === 'strong' ? look.accent : line,
      width: node.emphasis === 'strong' ? 2.5 : 1.2,
      alpha: node.emphasis === 'faded' ? 0.35 : 1,
    });
  }

  private dot_(surface: Surface, node: Node, [x, y]: Point, [w, h]: Point, look: Look): void {
    const [, , line] = this.nodeLook_(node, look);
    surface.shape('ellipse', x, y, w, h, line, { colour: line, width: 0.5, alpha: node.emphasis === 'faded' ? 0.25 : 0.8 });
  }

  /** Names beside marks, the most important first, each only where nothing else is. */
  private names_(surface: Surface, scene: Scene, late: number[], places: Point[], boxes: Point[], grid: Grid,
    look: Look, scale: number, visible: Box): void {
    const size = 11;
    for (const i of late) if (scene.nodes[i]!.main) grid.add(around(places[i]!, boxes[i]!));
    const weight = (i: number): number => {
      const node = scene.nodes[i]!;
      return node.rank + (node.emphasis === 'strong' ? -1e9 : node.emphasis === 'faded' ? 1e9 : 0);
    };
    for (const i of [...late].sort((a, b) => weight(a) - weight(b))) {
      const node = scene.nodes[i]!;
      if (!node.main && scale < 0.8 && node.emphasis !== 'strong') continue;
      const language = this.model_.nameLanguage(node.entity);
      const others = othersOf(node);
      const [x, y] = places[i]!;
      const [besides, above] = [boxes[i]![0] / 2 + 3, boxes[i]![1] / 2 + size * 0.8];
      const seen = x >= visible.left && x <= visible.right;
      let [name, width]: [string, number] = ['', 0];
      let spots: Point[] = [];
      let spot: Point | undefined;
      for (const most of [170, 110, 70]) { // at the sides of what is seen a name is cut to its room
        name = this.letters.short(this.model_.name(node.entity), most - this.letters.width(others, size, language), size, language) + others;
        width = this.letters.width(name, size, language);
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
}

const othersOf = (node: Node): string => (node.folded ? ` +${node.folded}` : '');
