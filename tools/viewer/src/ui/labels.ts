// What lines say that they are, where nothing else stands.

import type { Look, ModalityName } from '../engine/data';
import { around, type Grid } from './geometry';
import type { Lettering } from './lettering';
import { type Course, signsOf } from './lines';
import type { Model } from './model';
import { type Box, type Line, pointOn } from './scene';
import type { Point, Surface } from './surface';

const size = 10;
const widest = 230;
const signRoom: Point = [13, 13];
const along = [0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8];
const beside = [0, -15, 15, -29, 29]; // on the line, else above or below

/** Lines and the ways they take. */
export type Drawn = [line: Line, course: Course][];

/** The types of its ties, how sources put them, and their date where it is one. */
export function labelOf(model: Model, line: Line): string {
  const distinct = (texts: string[]): string[] => [...new Set(texts)].filter((text) => text);
  const types = distinct(line.relations.map((i) => model.label(model.dossier.typeOf(i).names, model.dossier.typeOf(i).id)));
  const modalities = distinct(line.relations.map((i) => model.dossier.modalityOf(i))).filter((name) => name !== 'fact');
  const dates = distinct(line.relations.map((i) => model.when(i)));
  const words = [types.join(', ')];
  if (modalities.length) words.push(`(${modalities.map((name) => model.word(name as ModalityName)).join(', ')})`);
  if (line.relations.length > 1) words.push(`×${line.relations.length}`);
  if (dates.length === 1) words.push(dates[0]!);
  return words.join(' ');
}

/** Writes them off boxes, names, signs and each other; within the sides of what is `visible` where they can. */
export function drawLabels(surface: Surface, drawn: Drawn, model: Model, letters: Lettering, look: Look, grid: Grid, visible: Box): void {
  const language = model.state.lang;
  for (const [line, course] of drawn) for (const sign of signsOf(line, course)) grid.add(around(sign, signRoom));
  for (const [line, { start, control, end }] of drawn) {
    const text = letters.short(labelOf(model, line), widest, size, language);
    const room: Point = [letters.width(text, size, language) + 6, 14];
    const spots = beside.flatMap((aside) => along.map((t): Point => {
      const [x, y] = pointOn(start, control, end, t);
      return [x, y + aside];
    })).filter((spot) => grid.isFree(around(spot, room)));
    const isSeen = ([x]: Point): boolean => x - room[0] / 2 >= visible.left && x + room[0] / 2 <= visible.right;
    const at = spots.find(isSeen) ?? spots[0];
    if (!at) continue;
    grid.add(around(at, room));
    surface.text([text], at[0], at[1], size, look.text, { halo: look.background, language });
  }
}
