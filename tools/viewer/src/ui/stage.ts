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
  private readonly tip_ = el('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  private readonly bitmap_: Bitmap;
  private readonly folding_: Folding;
  /** What the picture was fitted to; null once the reader has moved it. */
  private fitted_: Box | null = null;
  private isMoved_ = false;
  private size_: Point = [0, 0];
  private frame_ = 0;

  constructor(private readonly model_: Model, private readonly isDark_: () => boolean) {
    this.painter = new Painter(model_);
    this.folding_ = new Folding(model_);
    this.bitmap_ = new Bitmap((context, camera, size, visible) => this.paint_(context, camera, size, visible));
    this.element = el('div', { class: 'stage' }, this.canvas, this.tip_);
    this.refresh();
    new ResizeObserver(() => this.resized()).observe(this.element);
    new Gestures(this.canvas, this);
  }

  private get room_(): Point {
    return [this.element.clientWidth, this.element.clientHeight];
  }

  private get isHidden_(): boolean {
    const [w, h] = this.room_;
    return w === 0 || h === 0;
  }

  /** After the model has changed. */
  refresh(): void {
    this.scene = sceneOf(this.model_);
    this.canvas.setAttribute('aria-label', this.model_.word('pictureOf', {
      n: this.scene.nodes.length, k: this.model_.shown.relations.length,
    }));
    if (!this.model_.isRunning) this.settle();
    this.redraw_();
  }

  /** Makes room anew where what is shown has become much less, or more, than what there was room for. */
  settle(): void {
    if (this.isHidden_) return;
    const box = extentOf(this.scene);
    if (this.isMoved_ ? !isSomethingSeen(this.scene, this.camera, this.room_) : !this.fitted_ || differs(box, this.fitted_)) this.fit();
  }

  /** Where the buttons lie over the picture. */
  private get buttons_(): Box | null {
    const zoom = this.element.querySelector<HTMLElement>('.zoom');
    if (!zoom || zoom.offsetWidth === 0) return null;
    return { left: zoom.offsetLeft - 4, top: zoom.offsetTop - 4, right: zoom.offsetLeft + zoom.offsetWidth + 4, bottom: zoom.offsetTop + zoom.offsetHeight + 4 };
  }

  /** Everything in view, as large as there is room. */
  fit(): void {
    if (this.isHidden_) return;
    const box = extentOf(this.scene);
    this.camera = fittedTo(box, this.room_, this.buttons_);
    this.fitted_ = box;
    this.isMoved_ = false;
    this.redraw_();
  }

  zoom(factor: number, at: Point = [this.room_[0] / 2, this.room_[1] / 2]): void {
    this.camera = enlarged(this.camera, factor, at);
    this.isMoved_ = true;
    this.redraw_();
  }

  pan(dx: number, dy: number): void {
    this.camera = moved(this.camera, dx, dy);
    this.isMoved_ = true;
    this.shift_();
  }

  /** Moves the picture so that an entity can be seen, if it cannot. */
  reveal(entity: number): void {
    const node = this.scene.nodes[this.scene.place.get(entity) ?? -1];
    if (!node || this.isHidden_) return;
    const [w, h] = this.room_;
    const [x, y] = seenAt(this.camera, node);
    if (x > 60 && y > 40 && x < w - 60 && y < h - 40) return;
    this.pan(w / 2 - x, h / 2 - y);
    this.redraw_();
  }

  resized(): void {
    if (this.isHidden_) return;
    const [width, height] = this.room_;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.bitmap_.forget();
    const [w, h] = this.size_;
    const turned = w > 0 && (w !== width || h !== height);
    this.size_ = [width, height];
    // What a reader has moved keeps its middle.
    if (this.isMoved_ && turned) this.camera = moved(this.camera, (width - w) / 2, (height - h) / 2);
    if (!this.isMoved_ && (turned || !this.fitted_)) this.fit();
    this.settle();
    this.draw();
  }

  private redraw_(): void {
    this.bitmap_.forget();
    this.shift_();
  }

  /** Shows what is drawn already at its new place, and draws anew when there is time. */
  private shift_(): void {
    if (!this.frame_) this.frame_ = requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    this.frame_ = 0;
    if (this.isHidden_ || this.canvas.width === 0) return;
    this.bitmap_.show(this.canvas, this.camera, this.room_, lookOf(this.model_, this.isDark_()).background);
  }

  private paint_(context: CanvasRenderingContext2D, camera: Camera, [width, height]: Point, visible: Box): void {
    const look = lookOf(this.model_, this.isDark_());
    context.fillStyle = look.background;
    context.fillRect(0, 0, width, height);
    this.painter.paint(new CanvasSurface(context), this.scene, camera, { width, height }, look, visible,
      this.buttons_ ? [shifted(this.buttons_, visible.left, visible.top)] : []);
  }

  hover(at: Point): void {
    const { model_: model } = this;
    const entity = this.nodeIn_(at);
    const line = entity === null ? this.lineIn_(at) : null;
    this.canvas.style.cursor = entity !== null || line !== null ? 'pointer' : 'grab';
    if (entity === null && line === null) {
      this.leave();
      return;
    }
    const relations = line === null ? [] : this.scene.lines[line]!.relations;
    this.tip_.textContent = entity !== null
      ? `${model.name(entity)} · ${model.kindName(entity)}${model.dates(entity) ? ` · ${model.dates(entity)}` : ''}`
      : relations.slice(0, 4).map((i) => model.sentence(i)).join('\n') + (relations.length > 4 ? `\n+ ${relations.length - 4}` : '');
    this.tip_.hidden = false;
    const [w, h] = this.room_;
    this.tip_.style.left = `${Math.min(at[0] + 14, w - 280)}px`;
    this.tip_.style.top = `${Math.min(at[1] + 14, h - 60)}px`;
  }

  leave(): void {
    this.tip_.hidden = true;
  }

  choose(at: Point): void {
    const entity = this.nodeIn_(at);
    const line = entity === null ? this.lineIn_(at) : null;
    const { data } = this.model_.dossier;
    if (entity !== null) this.model_.set({ show: data.entities[entity]!.id, tie: '' });
    else if (line !== null) this.model_.set({ show: '', tie: data.relations[this.scene.lines[line]!.relations[0]!]!.id });
    else if (this.model_.state.show || this.model_.state.tie) this.model_.set({ show: '', tie: '' });
  }

  /** Unfolds what is folded, else shows its surroundings. */
  open(at: Point): void {
    const entity = this.nodeIn_(at);
    if (entity === null) return;
    if (this.scene.nodes[this.scene.place.get(entity) ?? -1]?.folded) this.folding_.unfold(entity);
    else this.model_.set({ focus: this.model_.dossier.data.entities[entity]!.id, path: null });
  }

  read(): void {
    document.querySelector<HTMLElement>('[data-panel=details]')?.focus();
  }

  private nodeIn_(at: Point): number | null {
    return nodeAt(this.scene, this.painter, this.camera, at);
  }

  private lineIn_(at: Point): number | null {
    return lineAt(this.scene, this.camera, at);
  }

  /** What keys do wherever one is; whether that one does something. */
  act(key: string): boolean {
    const acts: Record<string, () => void> = {
      '+': () => this.zoom(1.25), '=': () => this.zoom(1.25), '-': () => this.zoom(0.8), '0': () => this.fit(),
      n: () => this.walk_(1), p: () => this.walk_(-1),
      f: () => {
        if (this.model_.state.show) this.model_.set({ focus: this.model_.state.show, path: null });
      },
    };
    acts[key]?.();
    return key in acts;
  }

  /** The next entity, by importance. */
  private walk_(by: number): void {
    const order = this.scene.nodes.filter((node) => node.main || this.scene.nodes.length < 400)
      .sort((a, b) => a.rank - b.rank).map((node) => node.entity);
    if (order.length === 0) return;
    const at = order.indexOf(this.model_.dossier.entityById.get(this.model_.state.show) ?? -1);
    const next = order[(at + by + order.length + (at < 0 && by < 0 ? 1 : 0)) % order.length]!;
    this.model_.set({ show: this.model_.dossier.data.entities[next]!.id, tie: '' }, 'walk');
    this.reveal(next);
  }
}

function shifted(box: Box, dx: number, dy: number): Box {
  return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
}
