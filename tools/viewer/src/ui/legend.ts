// What the signs of the picture mean: kinds, lines, heads, and the signs of doubt.

import type { Look } from '../engine/data';
import type { Why } from '../engine/verdict';
import { sample } from './lines';
import type { Model } from './model';
import type { Scene } from './scene';
import type { Surface } from './surface';

export interface LegendEntry {
  label: string;
  /** In a room of 48 by 18. */
  paint: (surface: Surface, x: number, y: number) => void;
}

function byLook<T extends { look: string }>(list: T[], label: (each: T) => string): [look: string, label: string][] {
  const labels = new Map<string, string[]>();
  for (const each of list) {
    const known = labels.get(each.look) ?? [];
    const text = label(each);
    if (!known.includes(text)) known.push(text);
    labels.set(each.look, known);
  }
  return [...labels].map(([look, all]) => [look, all.join(', ')]);
}

/** Of a scene only what is drawn in it, else of all that the page may draw. */
export function legendOf(model: Model, look: Look, scene: Scene | null): LegendEntry[] {
  const { dossier } = model;
  const { data } = dossier;
  const entries: LegendEntry[] = [];
  const kinds = scene ? new Set(scene.nodes.map((node) => data.entities[node.entity]!.k)) : null;
  const types = scene ? new Set(scene.lines.flatMap((line) => line.relations.map((i) => data.relations[i]!.t))) : null;
  for (const [kind, label] of byLook(data.kinds.filter((_, i) => !kinds || kinds.has(i)), (each) => model.label(each.names, each.id)))
    entries.push({
      label, paint: (s, x, y) => {
        const [shape, fill, line] = look.nodes[kind] ?? ['box', look.background, look.text];
        s.shape(shape, x + 24, y + 9, 30, 14, fill, { colour: line, width: 1.4 });
      },
    });
  for (const [type, label] of byLook(data.types.filter((_, i) => !types || types.has(i)), (each) => model.label(each.names, each.id)))
    entries.push({ label, paint: (s, x, y) => sample(s, x, y, look, { look: type }) });
  const reasons = scene ? new Set<Why>(scene.lines.filter((line) => !line.certain).map((line) => line.why)) : null;
  const signs: [Why[], string][] = [
    [['imprecise', 'published', 'identity'], model.word('dashed')], [['undated'], model.word('dotted')],
    [['no-end-reported'], model.word('fading')], [['no-start-reported'], model.word('why-no-start-reported')],
    [['inferred'], model.word('why-inferred')], [['witness'], model.word('why-witness')],
  ];
  for (const [whys, label] of signs)
    if (!reasons || whys.some((why) => reasons.has(why)))
      entries.push({ label, paint: (s, x, y) => sample(s, x, y, look, { why: whys[0]! }) });
  const modalities = (['plan', 'expectation', 'claim', 'derived'] as const)
    .filter((name) => !scene || scene.lines.some((line) => line.plan && line.relations.some((i) => dossier.modalityOf(i) === name)));
  if (modalities.length)
    entries.push({ label: modalities.map((name) => model.word(name)).join(', '), paint: (s, x, y) => sample(s, x, y, look, { plan: true }) });
  return entries;
}
