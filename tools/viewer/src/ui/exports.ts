// Saving what is seen: the picture as SVG and PNG, the selection as JSON, entities and ties as CSV.

import { csvOf } from '../engine/csv';
import { ExtentSurface } from './extent';
import { type LegendEntry, legendOf } from './legend';
import { Painter } from './paint';
import { type Box, extentOf, lookOf, type Scene } from './scene';
import type { Model } from './model';
import { CanvasSurface, escaped, type Surface, SvgSurface } from './surface';
import type { Look, ModalityName } from '../engine/data';

interface Sheet {
  box: Box; // of the picture
  width: number;
  height: number;
  about: string[]; // the selection in words, in lines
  legend: { entry: LegendEntry; lines: string[] }[];
  columns: number;
  legendHeight: number;
  sources: string[];
}

const pad = 32;
const row = 16;
const top = 44; // above the selection
const column = 240;
const ample = 500; // around a picture that is measured

export class Exports {
  constructor(private readonly model_: Model, private readonly painter_: Painter, private readonly scene_: () => Scene,
    private readonly isDark_: () => boolean) {}

  svg(): string {
    const look = lookOf(this.model_, this.isDark_());
    const sheet = this.sheet_(look);
    const surface = new SvgSurface();
    this.paint_(surface, sheet, look);
    const { model_: model } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}" role="img" xml:lang="${escaped(model.state.lang)}">` +
      `<title>${escaped(model.title())}</title><desc>${escaped(this.describe())}</desc>` +
      `<rect width="100%" height="100%" fill="${look.background}"/>${surface.parts.join('')}</svg>\n`;
  }

  async png(scale: number): Promise<Blob> {
    const look = lookOf(this.model_, this.isDark_());
    const sheet = this.sheet_(look);
    const canvas = document.createElement('canvas');
    const most = 16_000 / Math.max(sheet.width, sheet.height);
    const by = Math.min(scale, most);
    canvas.width = Math.round(sheet.width * by);
    canvas.height = Math.round(sheet.height * by);
    const context = canvas.getContext('2d')!;
    context.fillStyle = look.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(by, 0, 0, by, 0, 0);
    this.paint_(new CanvasSurface(context), sheet, look);
    return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'));
  }

  json(): string {
    const { model_: model } = this;
    const { data } = model.dossier;
    return `${JSON.stringify({
      title: model.title(),
      selection: model.selection(),
      focus: model.state.focus || null,
      path: model.state.path,
      counts: model.shown.counts,
      entities: model.shown.entities.map((i) => ({ id: data.entities[i]!.id, kind: model.dossier.kindOf(i).id, names: data.entities[i]!.n, when: data.entities[i]!.w ?? null })),
      relations: model.shown.relations.map((i) => {
        const record = data.relations[i]!;
        const why = model.why(i);
        return {
          relation: record.id, type: model.dossier.typeOf(i).id, from: data.entities[record.a]!.id, to: data.entities[record.b]!.id,
          when: model.seen(i).wording.w ?? null, modality: model.dossier.modalityOf(i), certainty: model.certainty(i), why: why === 'none' ? null : why,
          evidence: model.seen(i).evidence.map(([source, at, by, when]) => ({
            source: data.entities[source]?.id ?? null, at: at || null, asserted_by: by !== undefined && by >= 0 ? data.entities[by]!.id : null, ...(when ? { when } : {}),
          })),
          attributes: record.x ?? {}, sentence: model.sentence(i),
        };
      }),
    }, null, 1)}\n`;
  }

  entitiesCsv(): string {
    const { model_: model } = this;
    const { data } = model.dossier;
    return csvOf([['entity', 'kind', 'name', 'when'],
      ...model.shown.entities.map((i) => [data.entities[i]!.id, model.dossier.kindOf(i).id, model.name(i), data.entities[i]!.w ?? ''])]);
  }

  relationsCsv(): string {
    const { model_: model } = this;
    const { data } = model.dossier;
    return csvOf([['relation', 'type', 'from', 'to', 'when', 'modality', 'certainty', 'why', 'sources', 'sentence'],
      ...model.shown.relations.map((i) => {
        const record = data.relations[i]!;
        const why = model.why(i);
        return [record.id, model.dossier.typeOf(i).id, data.entities[record.a]!.id, data.entities[record.b]!.id, model.seen(i).wording.w ?? '',
          model.dossier.modalityOf(i), model.certainty(i), why === 'none' ? '' : why,
          [...new Set(model.seen(i).evidence.map(([source, at]) => `${data.entities[source]?.id ?? ''} ${at}`.trim()))].join('; '), model.sentence(i)];
      })]);
  }

  /** The selection in words. */
  describe(): string {
    const { model_: model } = this;
    const { state, shown } = model;
    const parts = [model.word('status', { c: shown.counts.certain, p: shown.counts.possible, u: shown.counts.undated })];
    if (state.asOf) parts.unshift(state.asOf);
    if (state.during) parts.unshift(`${model.word('inSpan')} ${state.during}`);
    if (state.throughout) parts.unshift(`${model.word('allSpan')} ${state.throughout}`);
    if (state.knownAt) parts.push(`${model.word('knownAt')} ${state.knownAt}`);
    const { data } = model.dossier;
    const named = (id: string): string => model.nameOf(id);
    if (state.focus) parts.unshift(`${model.word('focused', { v: named(state.focus) })} (${model.word('depth')}: ${state.depth})`);
    if (state.path) parts.unshift(state.path.map(named).join(' → '));
    // What the page was made with narrows it as what its reader asks for does.
    const asked = model.selection();
    const list = (title: string, names: string[]): void => {
      if (names.length) parts.push(`${title}: ${names.join(', ')}`);
    };
    list(model.word('type'), asked.types.map((id) => {
      const type = data.types.find((each) => each.id === id || each.inverse_id === id);
      return type ? model.label(type.id === id ? type.names : type.inverse, id) : id;
    }));
    list(model.word('kind'), asked.kinds.map((id) => model.label(data.kinds.find((kind) => kind.id === id)?.names ?? {}, id)));
    list(model.word('modality'), asked.modalities.map((name) => model.word(name as ModalityName)));
    list(model.word('source'), asked.sources.map(named));
    if (state.certain) parts.push(model.word('certainOnly'));
    if (state.undated) parts.push(model.word('listUndated'));
    if (state.direction !== 'both') parts.push(`${model.word('direction')}: ${model.word(state.direction === 'out' ? 'outwards' : 'inwards')}`);
    if (!state.inference) parts.push(model.word('noInference'));
    if (state.isolated) parts.push(model.word('isolated'));
    if (shown.ended) parts.push(model.word('endedTies', { n: shown.ended }));
    return parts.join(' · ');
  }

  /** The documents that what is shown rests on, as far as they count. */
  sources(): number[] {
    const sources = new Set<number>();
    for (const i of this.model_.shown.relations)
      for (const [source] of this.model_.seen(i).evidence) if (source >= 0) sources.add(source);
    return [...sources];
  }

  /** Entities and lines with their names and what they say, which may stand out. */
  private drawnBox_(scene: Scene, look: Look): Box {
    const boxes = extentOf(scene);
    const size = { width: boxes.right - boxes.left + 2 * ample, height: boxes.bottom - boxes.top + 2 * ample };
    const [x, y] = [ample - boxes.left, ample - boxes.top];
    const surface = new ExtentSurface(this.painter_.letters);
    this.painter_.paint(surface, scene, { scale: 1, x, y }, size, look);
    const { left, top: above, right, bottom } = surface.box;
    if (left > right) return boxes;
    return { left: left - x, top: above - y, right: right - x, bottom: bottom - y };
  }

  private sheet_(look: Look): Sheet {
    const { model_: model } = this;
    const scene = this.scene_();
    const box = this.drawnBox_(scene, look);
    const width = Math.max(480, Math.ceil(box.right - box.left + 2 * pad));
    const language = model.state.lang;
    const sources = this.sources();
    const names = sources.slice(0, 12).map((i) => model.name(i));
    if (sources.length > names.length) names.push(`+ ${sources.length - names.length}`);
    const columns = Math.max(1, Math.floor((width - 2 * pad) / column));
    const legend = legendOf(model, look, scene)
      .map((entry) => ({ entry, lines: this.painter_.letters.lines(entry.label, column - 64, 10, language) }));
    const about = this.painter_.letters.lines(this.describe(), width - 2 * pad, 11, language);
    let legendHeight = 0;
    for (let i = 0; i < legend.length; i += columns) legendHeight += rowHeight(legend.slice(i, i + columns));
    const height = top + about.length * row + Math.ceil(box.bottom - box.top) + 2 * pad + legendHeight + (Math.max(1, names.length) + 1) * row;
    return { box, width, height, about, legend, columns, legendHeight, sources: names };
  }

  private paint_(surface: Surface, sheet: Sheet, look: Look): void {
    const { model_: model } = this;
    const scene = this.scene_();
    const { box } = sheet;
    const language = model.state.lang;
    const title = this.painter_.letters.lines(model.title(), sheet.width - 2 * pad, 20, language);
    surface.text([title.length > 1 ? `${title[0]!} …` : model.title()], pad, 28, 20, look.text, { bold: true, align: 'left', language });
    sheet.about.forEach((line, i) => surface.text([line], pad, top + 8 + i * row, 11, look.secondary, { align: 'left', language }));
    const head = top + sheet.about.length * row;
    const body = Math.ceil(box.bottom - box.top);
    this.painter_.paint(surface, scene, { scale: 1, x: pad - box.left, y: head + pad - box.top },
      { width: sheet.width, height: head + 2 * pad + body }, look);
    let y = head + 2 * pad + body;
    for (let i = 0; i < sheet.legend.length; i += sheet.columns) {
      const entries = sheet.legend.slice(i, i + sheet.columns);
      entries.forEach(({ entry, lines }, k) => {
        const x = pad + k * column;
        entry.paint(surface, x, y - 9);
        lines.forEach((line, n) => surface.text([line], x + 54, y + n * 13, 10, look.text, { align: 'left', language }));
      });
      y += rowHeight(entries);
    }
    if (sheet.sources.length === 0) return;
    const label = `${model.word('sources')}:`;
    surface.text([label], pad, y, 10, look.secondary, { align: 'left', language });
    const aside = pad + this.painter_.letters.width(label, 10, language) + 8;
    sheet.sources.forEach((name, i) => surface.text([name], aside, y + i * row, 10, look.secondary, { align: 'left', language }));
  }
}

const rowHeight = (entries: { lines: string[] }[]): number => Math.max(20, ...entries.map(({ lines }) => 8 + lines.length * 13));

export function save(name: string, content: Blob | string, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
