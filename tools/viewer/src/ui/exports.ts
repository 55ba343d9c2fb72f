// Saving what is seen: the picture as SVG and PNG, the selection as JSON, entities and ties as CSV.

import { Painter } from './paint';
import { extentOf, lookOf, type Scene } from './scene';
import type { Model } from './model';
import { CanvasSurface, escaped, type Surface, SvgSurface } from './surface';
import type { Look } from '../engine/data';

interface Sheet {
  width: number;
  height: number;
  legend: [label: string, look: string][];
  sources: string[];
}

const pad = 32;
const row = 16;

export class Exports {
  constructor(private readonly model: Model, private readonly painter: Painter, private readonly scene: () => Scene,
    private readonly isDark: () => boolean) {}

  svg(): string {
    const sheet = this.sheet();
    const surface = new SvgSurface();
    const look = lookOf(this.model, this.isDark());
    this.paint(surface, sheet, look);
    const { model } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}" role="img" xml:lang="${escaped(model.state.lang)}">` +
      `<title>${escaped(model.title())}</title><desc>${escaped(this.describe())}</desc>` +
      `<rect width="100%" height="100%" fill="${look.background}"/>${surface.parts.join('')}</svg>\n`;
  }

  async png(scale: number): Promise<Blob> {
    const sheet = this.sheet();
    const canvas = document.createElement('canvas');
    const most = 16_000 / Math.max(sheet.width, sheet.height);
    const by = Math.min(scale, most);
    canvas.width = Math.round(sheet.width * by);
    canvas.height = Math.round(sheet.height * by);
    const context = canvas.getContext('2d')!;
    const look = lookOf(this.model, this.isDark());
    context.fillStyle = look.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.setTransform(by, 0, 0, by, 0, 0);
    this.paint(new CanvasSurface(context), sheet, look);
    return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'));
  }

  json(): string {
    const { model } = this;
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
          when: record.w ?? null, modality: model.dossier.modalityOf(i), certainty: model.certainty(i), why: why === 'none' ? null : why,
          evidence: record.e.map(([source, at, by, when]) => ({
            source: data.entities[source]?.id ?? null, at: at || null, asserted_by: by !== undefined && by >= 0 ? data.entities[by]!.id : null, ...(when ? { when } : {}),
          })),
          attributes: record.x ?? {}, sentence: model.sentence(i),
        };
      }),
    }, null, 1)}\n`;
  }

  entitiesCsv(): string {
    const { model } = this;
    const { data } = model.dossier;
    return csv([['entity', 'kind', 'name', 'when'],
      ...model.shown.entities.map((i) => [data.entities[i]!.id, model.dossier.kindOf(i).id, model.name(i), data.entities[i]!.w ?? ''])]);
  }

  relationsCsv(): string {
    const { model } = this;
    const { data } = model.dossier;
    return csv([['relation', 'type', 'from', 'to', 'when', 'modality', 'certainty', 'why', 'sources', 'sentence'],
      ...model.shown.relations.map((i) => {
        const record = data.relations[i]!;
        const why = model.why(i);
        return [record.id, model.dossier.typeOf(i).id, data.entities[record.a]!.id, data.entities[record.b]!.id, record.w ?? '',
          model.dossier.modalityOf(i), model.certainty(i), why === 'none' ? '' : why,
          [...new Set(record.e.map(([source]) => data.entities[source]?.id ?? ''))].join(' '), model.sentence(i)];
      })]);
  }

  /** The selection in words. */
  private describe(): string {
    const { model } = this;
    const { state, shown } = model;
    const parts = [model.word('status', { c: shown.counts.certain, p: shown.counts.possible, u: shown.counts.undated })];
    if (state.asOf) parts.unshift(state.asOf);
    if (state.during) parts.unshift(`${model.word('inSpan')} ${state.during}`);
    if (state.throughout) parts.unshift(`${model.word('allSpan')} ${state.throughout}`);
    if (state.knownAt) parts.push(`${model.word('knownAt')} ${state.knownAt}`);
    const { data } = model.dossier;
    const named = (id: string): string => {
      const entity = model.dossier.entityById.get(id);
      return entity === undefined ? id : model.name(entity);
    };
    if (state.focus) parts.unshift(model.word('focused', { v: named(state.focus) }));
    if (state.path) parts.unshift(state.path.map(named).join(' → '));
    for (const id of state.types) parts.push(model.label(data.types.find((type) => type.id === id)?.names ?? {}, id));
    for (const id of state.kinds) parts.push(model.label(data.kinds.find((kind) => kind.id === id)?.names ?? {}, id));
    for (const id of state.sources) parts.push(named(id));
    if (state.certain) parts.push(model.word('certainOnly'));
    return parts.join(' · ');
  }

  private sheet(): Sheet {
    const { model } = this;
    const scene = this.scene();
    const box = extentOf(scene);
    const width = Math.max(480, Math.ceil(box.right - box.left + 2 * pad));
    const looks = new Map<string, string>();
    for (const line of scene.lines)
      for (const i of line.relations) {
        const type = model.dossier.typeOf(i);
        if (!looks.has(type.look)) looks.set(type.look, model.label(type.names, type.id));
      }
    const sources = new Set<number>();
    for (const i of model.shown.relations) for (const [source] of model.dossier.data.relations[i]!.e) if (source >= 0) sources.add(source);
    const names = [...sources].slice(0, 12).map((i) => model.name(i));
    if (sources.size > names.length) names.push(`+ ${sources.size - names.length}`);
    const legend = [...looks].map(([look, label]) => [label, look] as [string, string]);
    const columns = Math.max(1, Math.floor((width - 2 * pad) / 180));
    const height = Math.ceil(box.bottom - box.top) + 2 * pad + 60 + Math.ceil(legend.length / columns) * row + (names.length + 2) * row;
    return { width, height, legend, sources: names };
  }

  private paint(surface: Surface, sheet: Sheet, look: Look): void {
    const { model } = this;
    const scene = this.scene();
    const box = extentOf(scene);
    const language = model.state.lang;
    surface.text([model.title()], pad, 28, 20, look.text, { bold: true, align: 'left', language });
    surface.text([this.describe()], pad, 52, 11, look.secondary, { align: 'left', language });
    const body = Math.ceil(box.bottom - box.top);
    this.painter.paint(surface, scene, { scale: 1, x: pad - box.left, y: 60 + pad - box.top },
      { width: sheet.width, height: 60 + 2 * pad + body }, look);
    const columns = Math.max(1, Math.floor((sheet.width - 2 * pad) / 180));
    let y = 60 + 2 * pad + body;
    sheet.legend.forEach(([label, kind], i) => {
      const [x, at] = [pad + (i % columns) * 180, y + Math.floor(i / columns) * row];
      const [colour, width] = look.edges[kind] ?? [look.secondary, 1];
      surface.curve([x, at], [x + 12, at], [x + 24, at], { colour, width });
      surface.text([label], x + 30, at, 10, look.text, { align: 'left', language });
    });
    y += Math.ceil(sheet.legend.length / columns) * row + row / 2;
    surface.text([`${model.word('sources')}:`], pad, y, 10, look.secondary, { align: 'left', language });
    sheet.sources.forEach((name, i) => surface.text([name], pad + 60, y + i * row, 10, look.secondary, { align: 'left', language }));
  }
}

/** Cells that a spreadsheet would take for a formula begin with an apostrophe, as the tool writes them. */
function csv(rows: string[][]): string {
  const cell = (text: string): string => {
    const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
  };
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

export function save(name: string, content: Blob | string, type: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
