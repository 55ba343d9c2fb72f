// The picture on the screen: what of it is in view, and choosing in it.

import { Bitmap } from './bitmap';
import { type Camera, differs, enlarged, fittedTo, isSomethingSeen, moved, seenAt } from './camera';
import { el } from './dom';
import { Folding } from './folding';
import { Gestures } from './gestures';
import { lineAt, nodeAt } from './hit';
import type { Model } from './model';
import { Painter } from './paint';
import { type Box, extentOf, lookOf, type Scene, sceneOf } from './scene';
import { CanvasSurface, type Point } from './surface';

export class Stage {
  readonly element: HTMLElement;
  readonly canvas = el('canvas', { tabindex: '0', role: 'img', 'data-role': 'picture' });
  readonly painter: Painter;
  scene!: Scene;
  camera: Camera = { scale: 1, x: 0, y: 0 };
  private readonly tip = el('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  private readonly bitmap: Bitmap;
  private readonly folding: Folding;
  /** What the picture was fitted to; null once the reader has moved it. */
  private fitted: Box | null = null;
  private isMoved = false;
  private size: Point = [0, 0];
  private frame = 0;

  constructor(private readonly model: Model, private readonly isDark: () => boolean) {
    this.painter = new Painter(model);
    this.folding = new Folding(model);
    this.bitmap = new Bitmap((context, camera, size, visible) => this.paint(context, camera, size, visible));
    this.element = el('div', { class: 'stage' }, this.canvas, this.tip);
    this.refresh();
    new ResizeObserver(() => this.resized()).observe(this.element);
    new Gestures(this.canvas, this);
  }

  private get room(): Point {
    return [this.element.clientWidth, this.element.clientHeight];
  }

  private get isHidden(): boolean {
    const [w, h] = this.room;
    return w === 0 || h === 0;
  }

  /** After the model has changed. */
  refresh(): void {
    this.scene = sceneOf(this.model);
    this.canvas.setAttribute('aria-label', this.model.word('pictureOf', {
      n: this.scene.nodes.length, k: this.model.shown.relations.length,
    }));
    if (!this.model.isRunning) this.settle();
    this.redraw();
  }

  /** Makes room anew where what is shown has become much less, or more, than what there was room for. */
  settle(): void {
    if (this.isHidden) return;
    const box = extentOf(this.scene);
    if (this.isMoved ? !isSomethingSeen(this.scene, this.camera, this.room) : !this.fitted || differs(box, this.fitted)) this.fit();
  }

  /** Where the buttons lie over the picture. */
  private get buttons(): Box | null {
    const zoom = this.element.querySelector<HTMLElement>('.zoom');
    if (!zoom || zoom.offsetWidth === 0) return null;
    return { left: zoom.offsetLeft - 4, top: zoom.offsetTop - 4, right: zoom.offsetLeft + zoom.offsetWidth + 4, bottom: zoom.offsetTop + zoom.offsetHeight + 4 };
  }

  /** Everything in view, as large as there is room. */
  fit(): void {
    if (this.isHidden) return;
    const box = extentOf(this.scene);
    this.camera = fittedTo(box, this.room, this.buttons);
    this.fitted = box;
    this.isMoved = false;
    this.redraw();
  }

  zoom(factor: number, at: Point = [this.room[0] / 2, this.room[1] / 2]): void {
    this.camera = enlarged(this.camera, factor, at);
    this.isMoved = true;
    this.redraw();
  }

  pan(dx: number, dy: number): void {
    this.camera = moved(this.camera, dx, dy);
    this.isMoved = true;
    this.shift();
  }

  /** Moves the picture so that an entity can be seen, if it cannot. */
  reveal(entity: number): void {
    const node = this.scene.nodes[this.scene.place.get(entity) ?? -1];
    if (!node || this.isHidden) return;
    const [w, h] = this.room;
    const [x, y] = seenAt(this.camera, node);
    if (x > 60 && y > 40 && x < w - 60 && y < h - 40) return;
    this.pan(w / 2 - x, h / 2 - y);
    this.redraw();
  }

  resized(): void {
    if (this.isHidden) return;
    const [width, height] = this.room;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.bitmap.forget();
    const [w, h] = this.size;
    const turned = w > 0 && (w !== width || h !== height);
    this.size = [width, height];
    // What a reader has moved keeps its middle.
    if (this.isMoved && turned) this.camera = moved(this.camera, (width - w) / 2, (height - h) / 2);
    if (!this.isMoved && (turned || !this.fitted)) this.fit();
    this.settle();
    this.draw();
  }

  private redraw(): void {
    this.bitmap.forget();
    this.shift();
  }

  /** Shows what is drawn already at its new place, and draws anew when there is time. */
  private shift(): void {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    this.frame = 0;
    if (this.isHidden || this.canvas.width === 0) return;
    this.bitmap.show(this.canvas, this.camera, this.room, lookOf(this.model, this.isDark()).background);
  }

  private paint(context: CanvasRenderingContext2D, camera: Camera, [width, height]: Point, visible: Box): void {
    const look = lookOf(this.model, this.isDark());
    context.fillStyle = look.background;
    context.fillRect(0, 0, width, height);
    this.painter.paint(new CanvasSurface(context), this.scene, camera, { width, height }, look, visible,
      this.buttons ? [shifted(this.buttons, visible.left, visible.top)] : []);
  }

  hover(at: Point): void {
    const { model } = this;
    const entity = this.nodeIn(at);
    const line = entity === null ? this.lineIn(at) : null;
    this.canvas.style.cursor = entity !== null || line !== null ? 'pointer' : 'grab';
    if (entity === null && line === null) {
      this.leave();
      return;
    }
    const relations = line === null ? [] : this.scene.lines[line]!.relations;
    this.tip.textContent = entity !== null
      ? `${model.name(entity)} · ${model.kindName(entity)}${model.dates(entity) ? ` · ${model.dates(entity)}` : ''}`
      : relations.slice(0, 4).map((i) => model.sentence(i)).join('\n') + (relations.length > 4 ? `\n+ ${relations.length - 4}` : '');
    this.tip.hidden = false;
    const [w, h] = this.room;
    this.tip.style.left = `${Math.min(at[0] + 14, w - 280)}px`;
    this.tip.style.top = `${Math.min(at[1] + 14, h - 60)}px`;
  }

  leave(): void {
    this.tip.hidden = true;
  }

  choose(at: Point): void {
    const entity = this.nodeIn(at);
    const line = entity === null ? this.lineIn(at) : null;
    const { data } = this.model.dossier;
    if (entity !== null) this.model.set({ show: data.entities[entity]!.id, tie: '' });
    else if (line !== null) this.model.set({ show: '', tie: data.relations[this.scene.lines[line]!.relations[0]!]!.id });
    else if (this.model.state.show || this.model.state.tie) this.model.set({ show: '', tie: '' });
  }

  /** Unfolds what is folded, else shows its surroundings. */
  open(at: Point): void {
    const entity = this.nodeIn(at);
    if (entity === null) return;
    if (this.scene.nodes[this.scene.place.get(entity) ?? -1]?.folded) this.folding.unfold(entity);
    else this.model.set({ focus: this.model.dossier.data.entities[entity]!.id, path: null });
  }

  read(): void {
    document.querySelector<HTMLElement>('[data-panel=details]')?.focus();
  }

  private nodeIn(at: Point): number | null {
    return nodeAt(this.scene, this.painter, this.camera, at);
  }

  private lineIn(at: Point): number | null {
    return lineAt(this.scene, this.camera, at);
  }

  /** What keys do wherever one is; whether that one does something. */
  act(key: string): boolean {
    const acts: Record<string, () => void> = {
      '+': () => this.zoom(1.25), '=': () => this.zoom(1.25), '-': () => this.zoom(0.8), '0': () => this.fit(),
      n: () => this.walk(1), p: () => this.walk(-1),
      f: () => {
        if (this.model.state.show) this.model.set({ focus: this.model.state.show, path: null });
      },
    };
    acts[key]?.();
    return key in acts;
  }

  /** The next entity, by importance. */
  private walk(by: number): void {
    const order = this.scene.nodes.filter((node) => node.main || this.scene.nodes.length < 400)
      .sort((a, b) => a.rank - b.rank).map((node) => node.entity);
    if (order.length === 0) return;
    const at = order.indexOf(this.model.dossier.entityById.get(this.model.state.show) ?? -1);
    const next = order[(at + by + order.length + (at < 0 && by < 0 ? 1 : 0)) % order.length]!;
    this.model.set({ show: this.model.dossier.data.entities[next]!.id, tie: '' }, 'walk');
    this.reveal(next);
  }
}

function shifted(box: Box, dx: number, dy: number): Box {
  return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
}
