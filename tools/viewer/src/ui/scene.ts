// What is in view as things to draw: entities where the library has placed them, and lines between
// them, alike relations in one line, the others fanned out beside each other.

import type { Look } from '../engine/data';
import { foldsOf, regionsOf } from '../engine/folds';
import type { Why } from '../engine/verdict';
import type { Model } from './model';
import type { Point } from './surface';

export interface Node {
  entity: number; // of a fold the one that stands for all
  folded: number; // how many others it stands for
  x: number;
  y: number;
  w: number;
  h: number;
  main: boolean;
  rank: number;
  emphasis: Emphasis;
  stays: boolean; // drawn at every scale
  minor: boolean; // a dot without a name where the picture is small
}

export interface Line {
  relations: number[];
  a: number; // index of a node
  b: number;
  bend: number; // how far it passes beside the middle, in units of the picture
  look: string;
  certain: boolean;
  why: Why;
  plan: boolean;
  twoWay: boolean;
  emphasis: Emphasis;
  backbone: boolean;
}

export type Emphasis = 'normal' | 'strong' | 'faded';

export interface Scene {
  nodes: Node[];
  lines: Line[];
  place: Map<number, number>; // node by entity
  regions: number[][]; // nodes by region, of those that are not folded
  worded: boolean; // whether lines say what they are
  whole: boolean; // whether what stands aside is drawn however small the picture is
  crowded: boolean; // whether only its backbone is drawn where it is small
}

const detailFrom = 0.6; // of the picture's own size
const backboneUntil = 0.3;
const manyLines = 2500;
const strongest = 2; // lines of every entity in the backbone
const mostMarked = 250; // entities of a crowded picture that are more than dots where it is small

/** Statements, documents and the like come when one looks closer, or when they are asked for. */
export function isDrawn(node: Node, scene: Scene, scale: number): boolean {
  return node.main || scene.whole || scale >= detailFrom || node.stays;
}

export function isLineDrawn(line: Line, scene: Scene, scale: number): boolean {
  if (scene.crowded && scale < backboneUntil && !line.backbone && line.emphasis !== 'strong' && !scene.whole) return false;
  return isDrawn(scene.nodes[line.a]!, scene, scale) && isDrawn(scene.nodes[line.b]!, scene, scale);
}

/** Of a crowded picture most is structure until one comes closer. */
export function isDot(node: Node, scale: number): boolean {
  return node.minor && scale < backboneUntil && !node.stays && node.emphasis !== 'strong';
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const most = 6; // lines between two entities
const apart = 16;

export function sceneOf(model: Model): Scene {
  const { dossier, shown, state } = model;
  const tied = new Set<number>();
  for (const i of shown.relations) tied.add(dossier.data.relations[i]!.a).add(dossier.data.relations[i]!.b);
  const ends = new Set([state.focus, state.show, ...(state.path ?? [])].map((id) => dossier.entityById.get(id)));
  const nodes: Node[] = [];
  const place = new Map<number, number>();
  for (const entity of shown.entities) {
    const record = dossier.data.entities[entity]!;
    if (!record.p || (!tied.has(entity) && !record.p[4] && !ends.has(entity))) continue;
    const [x, y, w, h, main, rank] = record.p;
    place.set(entity, nodes.length);
    nodes.push({ entity, folded: 0, x, y, w, h, main: main === 1, rank, emphasis: ends.has(entity) ? 'strong' : 'normal', stays: ends.has(entity), minor: false });
  }
  const folded = fold(model, nodes, place);
  const lines = linesOf(model, place);
  stress(model, nodes, lines, place);
  const crowded = lines.length > manyLines;
  if (crowded) {
    findBackbone(nodes, lines);
    for (const node of [...nodes].sort((a, b) => a.rank - b.rank).slice(mostMarked)) node.minor = node.folded === 0;
  }
  const whole = shown.routes !== null || shown.distance !== null || state.kinds.length > 0 || state.types.length > 0 ||
    !nodes.some((node) => node.main);
  return { nodes, lines, place, regions: folded, worded: shown.routes !== null, whole, crowded };
}

/** Puts what is folded together where its middle is; returns the regions that are left as they were. */
function fold(model: Model, nodes: Node[], place: Map<number, number>): number[][] {
  const { dossier, shown, state } = model;
  if (shown.routes !== null || shown.distance !== null) return [];
  const drawn = nodes.map((node) => node.entity);
  for (const { lead, members } of foldsOf(dossier, drawn, shown.relations, state.fold)) {
    const own = members.map((entity) => nodes[place.get(entity)!]!);
    const node = nodes[place.get(lead)!]!;
    const middle = (of: (each: Node) => number): number => own.reduce((sum, each) => sum + of(each), 0) / own.length;
    [node.x, node.y] = [middle((each) => each.x), middle((each) => each.y)];
    node.folded = members.length - 1;
    if (own.some((each) => each.emphasis === 'strong')) node.emphasis = 'strong';
    node.stays ||= own.some((each) => each.stays);
    for (const entity of members) place.set(entity, place.get(lead)!);
  }
  const kept = new Set(place.values());
  const places = new Map<number, number>();
  const left = nodes.filter((_, i) => kept.has(i) && places.set(i, places.size));
  nodes.splice(0, nodes.length, ...left);
  for (const [entity, i] of place) place.set(entity, places.get(i)!);
  return regionsOf(dossier, left.filter((node) => node.folded === 0).map((node) => node.entity))
    .map(({ members }) => members.map((entity) => place.get(entity)!));
}

function linesOf(model: Model, place: Map<number, number>): Line[] {
  const { dossier, shown } = model;
  const pairs = new Map<string, Map<string, Line>>();
  for (const i of shown.relations) {
    const relation = dossier.data.relations[i]!;
    const [a, b] = [place.get(relation.a), place.get(relation.b)];
    if (a === undefined || b === undefined || a === b) continue;
    const type = dossier.typeOf(i);
    const certain = model.certainty(i) === 'certain';
    const why = model.why(i);
    const plan = (relation.m ?? 0) !== 0;
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const kind = [type.look, certain, why, plan, type.symmetric || a < b].join();
    let lines = pairs.get(pair);
    if (!lines) pairs.set(pair, (lines = new Map()));
    const line = lines.get(kind);
    if (line) line.relations.push(i);
    else
      lines.set(kind, {
        relations: [i], a, b, bend: 0, look: type.look, certain, why, plan,
        twoWay: type.symmetric === true, emphasis: 'normal', backbone: false,
      });
  }
  return [...pairs.values()].flatMap((lines) => fannedOut([...lines.values()]));
}

/** Side by side; what is too much for the room goes into the last one. */
function fannedOut(lines: Line[]): Line[] {
  lines.sort((x, y) => Number(y.certain) - Number(x.certain) || y.relations.length - x.relations.length);
  for (const line of lines.splice(most)) lines[most - 1]!.relations.push(...line.relations);
  lines.forEach((line, i) => {
    const bend = (i - (lines.length - 1) / 2) * apart;
    line.bend = line.a < line.b ? bend : -bend;
  });
  return lines;
}

/** Of every entity the lines that stand for most, and lead to who matters most. */
function findBackbone(nodes: Node[], lines: Line[]): void {
  const order = [...lines].sort((x, y) => y.relations.length - x.relations.length ||
    nodes[x.a]!.rank + nodes[x.b]!.rank - nodes[y.a]!.rank - nodes[y.b]!.rank);
  const kept = new Uint8Array(nodes.length);
  for (const line of order) {
    if (kept[line.a]! >= strongest && kept[line.b]! >= strongest) continue;
    line.backbone = true;
    ++kept[line.a];
    ++kept[line.b];
  }
}

/** What is chosen stands out, and what it is tied to stays; the rest fades. */
function stress(model: Model, nodes: Node[], lines: Line[], place: Map<number, number>): void {
  const { dossier, state } = model;
  const chosen = place.get(dossier.entityById.get(state.show) ?? -1);
  const tie = dossier.relationById.get(state.tie);
  if (chosen === undefined && tie === undefined) return;
  const kept = new Set<number>(chosen === undefined ? [] : [chosen]);
  for (const line of lines) {
    const touches = tie !== undefined ? line.relations.includes(tie) : line.a === chosen || line.b === chosen;
    line.emphasis = touches ? (tie !== undefined ? 'strong' : 'normal') : 'faded';
    if (touches) kept.add(line.a).add(line.b);
  }
  nodes.forEach((node, i) => {
    if (kept.has(i)) node.stays = true;
    else if (node.emphasis !== 'strong') node.emphasis = 'faded';
  });
}

export function extentOf(scene: Scene): Box {
  const box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, w, h } of scene.nodes) {
    box.left = Math.min(box.left, x - w / 2);
    box.right = Math.max(box.right, x + w / 2);
    box.top = Math.min(box.top, y - h / 2);
    box.bottom = Math.max(box.bottom, y + h / 2);
  }
  return scene.nodes.length ? box : { left: 0, top: 0, right: 100, bottom: 100 };
}

/** The control point of a line between two places. */
export function controlOf(a: Point, b: Point, bend: number): Point {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  return [(a[0] + b[0]) / 2 + nx * bend * 2, (a[1] + b[1]) / 2 + ny * bend * 2];
}

/** A point of such a line, t from 0 to 1. */
export function pointOn(a: Point, c: Point, b: Point, t: number): Point {
  const u = 1 - t;
  return [u * u * a[0] + 2 * u * t * c[0] + t * t * b[0], u * u * a[1] + 2 * u * t * c[1] + t * t * b[1]];
}

/** Where a way from the centre towards a point leaves a box. */
export function outlineOf(x: number, y: number, w: number, h: number, towards: Point): Point {
  const [dx, dy] = [towards[0] - x, towards[1] - y];
  if (dx === 0 && dy === 0) return [x, y];
  const t = Math.min(w / 2 / Math.abs(dx || 1e-9), h / 2 / Math.abs(dy || 1e-9), 1);
  return [x + dx * t, y + dy * t];
}

export function lookOf(model: Model, dark: boolean): Look {
  return model.dossier.data.looks[dark ? 'dark' : 'light'];
}
