// The picture on the screen: moving and enlarging it by mouse, finger and keys, and choosing in it.

import type { Model } from './model';
import { el } from './dom';
import { type Camera, Painter } from './paint';
import { lineAt, nodeAt } from './hit';
import { type Box, extentOf, lookOf, type Scene, sceneOf } from './scene';
import { CanvasSurface, type Point } from './surface';

const margin = 0.5; // of the width, drawn beyond the edges so that moving shows no gaps

export class Stage {
  readonly element: HTMLElement;
  readonly canvas = el('canvas', { tabindex: '0', role: 'img', 'data-role': 'picture' });
  readonly painter: Painter;
  scene!: Scene;
  camera: Camera = { scale: 1, x: 0, y: 0 };
  private readonly tip = el('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  private readonly cache = document.createElement('canvas');
  private cached: Camera | null = null;
  /** What the picture was fitted to; null once the reader has moved it. */
  private fitted: Box | null = null;
  private isMoved = false;
  private size: Point = [0, 0];
  private frame = 0;
  private timer = 0;
  private readonly pointers = new Map<number, Point>();
  private travelled = 0;

  constructor(private readonly model: Model, private readonly isDark: () => boolean) {
    this.painter = new Painter(model);
    this.element = el('div', { class: 'stage' }, this.canvas, this.tip);
    this.refresh();
    new ResizeObserver(() => this.resized()).observe(this.element);
    this.listen();
  }

  get width(): number {
    return this.element.clientWidth;
  }

  get height(): number {
    return this.element.clientHeight;
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
    if (this.width === 0) return;
    const box = extentOf(this.scene);
    if (this.isMoved ? !this.isSomethingSeen() : !this.fitted || differs(box, this.fitted)) this.fit();
  }

  private isSomethingSeen(): boolean {
    return this.scene.nodes.some((node) => {
      const [x, y] = [node.x * this.camera.scale + this.camera.x, node.y * this.camera.scale + this.camera.y];
      return x > 0 && y > 0 && x < this.width && y < this.height;
    });
  }

  /** Where the buttons lie over the picture. */
  private get buttons(): Box | null {
    const zoom = this.element.querySelector<HTMLElement>('.zoom');
    if (!zoom || zoom.offsetWidth === 0) return null;
    return { left: zoom.offsetLeft - 4, top: zoom.offsetTop - 4, right: zoom.offsetLeft + zoom.offsetWidth + 4, bottom: zoom.offsetTop + zoom.offsetHeight + 4 };
  }

  /** Everything in view, as large as there is room. */
  fit(): void {
    const box = extentOf(this.scene);
    const [w, h] = [this.width, this.height];
    if (w === 0 || h === 0) return;
    const buttons = this.buttons;
    // Names beside the outermost need room, and so do the buttons at the right, or below.
    const isBelow = buttons !== null && buttons.right - buttons.left > buttons.bottom - buttons.top;
    const aside = Math.max(Math.min(110, w / 8), buttons && !isBelow ? w - buttons.left + 6 : 0);
    const below = buttons && isBelow ? h - buttons.top : 24;
    const scale = Math.min((w - 2 * aside) / Math.max(1, box.right - box.left), (h - 24 - below) / Math.max(1, box.bottom - box.top), 1.6);
    this.camera = {
      scale,
      x: w / 2 - ((box.left + box.right) / 2) * scale,
      y: (24 + h - below) / 2 - ((box.top + box.bottom) / 2) * scale,
    };
    this.fitted = box;
    this.isMoved = false;
    this.redraw();
  }

  zoom(factor: number, [x, y]: Point = [this.width / 2, this.height / 2]): void {
    const scale = Math.min(6, Math.max(0.02, this.camera.scale * factor));
    const by = scale / this.camera.scale;
    this.camera = { scale, x: x - (x - this.camera.x) * by, y: y - (y - this.camera.y) * by };
    this.isMoved = true;
    this.redraw();
  }

  pan(dx: number, dy: number): void {
    this.camera = { ...this.camera, x: this.camera.x + dx, y: this.camera.y + dy };
    this.isMoved = true;
    this.shift();
  }

  /** Moves the picture so that an entity can be seen, if it cannot. */
  reveal(entity: number): void {
    const node = this.scene.nodes[this.scene.place.get(entity) ?? -1];
    if (!node || this.width === 0) return;
    const [x, y] = [node.x * this.camera.scale + this.camera.x, node.y * this.camera.scale + this.camera.y];
    if (x > 60 && y > 40 && x < this.width - 60 && y < this.height - 40) return;
    this.pan(this.width / 2 - x, this.height / 2 - y);
    this.redraw();
  }

  resized(): void {
    if (this.width === 0 || this.height === 0) return;
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    this.canvas.width = Math.round(this.width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
    this.cached = null;
    const [w, h] = this.size;
    const turned = w > 0 && (w !== this.width || h !== this.height);
    this.size = [this.width, this.height];
    // What a reader has moved keeps its middle.
    if (this.isMoved && turned)
      this.camera = { ...this.camera, x: this.camera.x + (this.width - w) / 2, y: this.camera.y + (this.height - h) / 2 };
    if (!this.isMoved && (turned || !this.fitted)) this.fit();
    this.settle();
    this.draw();
  }

  private redraw(): void {
    this.cached = null;
    this.shift();
  }

  /** Shows what is drawn already at its new place, and draws anew when there is time. */
  private shift(): void {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    this.frame = 0;
    const [w, h] = [this.width, this.height];
    if (w === 0 || h === 0 || this.canvas.width === 0) return;
    const ratio = this.canvas.width / w;
    const usable = this.cached !== null && this.cached.scale === this.camera.scale &&
      Math.abs(this.camera.x - this.cached.x) <= w * margin && Math.abs(this.camera.y - this.cached.y) <= h * margin;
    if (!usable) this.drawCache(w, h, ratio);
    const context = this.canvas.getContext('2d')!;
    const look = lookOf(this.model, this.isDark());
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = look.background;
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    const dx = (this.camera.x - this.cached!.x - w * margin) * ratio;
    const dy = (this.camera.y - this.cached!.y - h * margin) * ratio;
    context.drawImage(this.cache, Math.round(dx), Math.round(dy));
  }

  private drawCache(w: number, h: number, ratio: number): void {
    const [width, height] = [w * (1 + 2 * margin), h * (1 + 2 * margin)];
    this.cache.width = Math.round(width * ratio);
    this.cache.height = Math.round(height * ratio);
    const context = this.cache.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const camera = { ...this.camera, x: this.camera.x + w * margin, y: this.camera.y + h * margin };
    const look = lookOf(this.model, this.isDark());
    context.fillStyle = look.background;
    context.fillRect(0, 0, width, height);
    this.painter.paint(new CanvasSurface(context), this.scene, camera, { width, height }, look,
      { left: w * margin, top: h * margin, right: w * (1 + margin), bottom: h * (1 + margin) },
      this.buttons ? [shifted(this.buttons, w * margin, h * margin)] : []);
    this.cached = { ...this.camera };
  }

  private listen(): void {
    const { canvas } = this;
    canvas.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), this.at(event));
    }, { passive: false });
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, this.at(event));
      if (this.pointers.size === 1) this.travelled = 0;
    });
    canvas.addEventListener('pointermove', (event) => this.moved(event));
    for (const kind of ['pointerup', 'pointercancel'] as const)
      canvas.addEventListener(kind, (event) => {
        const was = this.pointers.delete(event.pointerId);
        if (was && kind === 'pointerup' && this.travelled < 6 && this.pointers.size === 0) this.choose(this.at(event));
      });
    canvas.addEventListener('pointerleave', () => (this.tip.hidden = true));
    canvas.addEventListener('dblclick', (event) => {
      const entity = this.nodeIn(this.at(event));
      if (entity !== null && this.isFold(entity)) this.model.unfold(entity);
      else if (entity !== null) this.model.set({ focus: this.model.dossier.data.entities[entity]!.id, path: null });
    });
    canvas.addEventListener('keydown', (event) => this.key(event));
  }

  private at(event: MouseEvent): Point {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  private moved(event: PointerEvent): void {
    const now = this.at(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.hover(now);
      return;
    }
    this.travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other) {
      const [was, is] = [Math.hypot(before[0] - other[0], before[1] - other[1]), Math.hypot(now[0] - other[0], now[1] - other[1])];
      if (was > 0) this.zoom(is / was, [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
    } else if (this.travelled >= 6) this.pan(now[0] - before[0], now[1] - before[1]);
  }

  private hover(at: Point): void {
    window.clearTimeout(this.timer);
    const entity = this.nodeIn(at);
    const line = entity === null ? this.lineIn(at) : null;
    this.canvas.style.cursor = entity !== null || line !== null ? 'pointer' : 'grab';
    if (entity === null && line === null) {
      this.tip.hidden = true;
      return;
    }
    const relations = line === null ? [] : this.scene.lines[line]!.relations;
    this.tip.textContent = entity !== null
      ? `${this.model.name(entity)} · ${this.model.kindName(entity)}${this.model.dates(entity) ? ` · ${this.model.dates(entity)}` : ''}`
      : relations.slice(0, 4).map((i) => this.model.sentence(i)).join('\n') + (relations.length > 4 ? `\n+ ${relations.length - 4}` : '');
    this.tip.hidden = false;
    this.tip.style.left = `${Math.min(at[0] + 14, this.width - 280)}px`;
    this.tip.style.top = `${Math.min(at[1] + 14, this.height - 60)}px`;
  }

  private choose(at: Point): void {
    const entity = this.nodeIn(at);
    const line = entity === null ? this.lineIn(at) : null;
    const { data } = this.model.dossier;
    if (entity !== null) this.model.set({ show: data.entities[entity]!.id, tie: '' });
    else if (line !== null) this.model.set({ show: '', tie: data.relations[this.scene.lines[line]!.relations[0]!]!.id });
    else if (this.model.state.show || this.model.state.tie) this.model.set({ show: '', tie: '' });
  }

  private isFold(entity: number): boolean {
    return (this.scene.nodes[this.scene.place.get(entity) ?? -1]?.folded ?? 0) > 0;
  }

  private nodeIn(at: Point): number | null {
    return nodeAt(this.scene, this.painter, this.camera, at);
  }

  private lineIn(at: Point): number | null {
    return lineAt(this.scene, this.camera, at);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = 60;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => this.pan(step, 0), ArrowRight: () => this.pan(-step, 0),
      ArrowUp: () => this.pan(0, step), ArrowDown: () => this.pan(0, -step),
      Enter: () => document.querySelector<HTMLElement>('[data-panel=details]')?.focus(),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
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

/** Whether a box is no longer what the room was made for: beyond it, or much smaller. */
function differs(box: Box, room: Box): boolean {
  const much = 0.6;
  const beyond = box.left < room.left - 1 || box.top < room.top - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1;
  const ratio = (a: number, b: number): number => (b > 0 ? a / b : 1);
  return beyond || Math.max(ratio(box.right - box.left, room.right - room.left), ratio(box.bottom - box.top, room.bottom - room.top)) < much;
}
