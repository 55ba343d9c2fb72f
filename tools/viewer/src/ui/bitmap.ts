// The picture as it was drawn last, with some of what is beyond the edges: moving shows it at once.

import type { Camera } from './camera';
import type { Box } from './scene';
import type { Point } from './surface';

const margin = 0.5; // of the width, drawn beyond the edges so that moving shows no gaps

/** Draws the picture for a camera on a sheet of that size, of which a reader first sees `visible`. */
export type Draw = (context: CanvasRenderingContext2D, camera: Camera, size: Point, visible: Box) => void;

export class Bitmap {
  private readonly sheet_ = document.createElement('canvas');
  private drawn_: Camera | null = null;

  constructor(private readonly drawing_: Draw) {}

  /** What is drawn is not so any more. */
  forget(): void {
    this.drawn_ = null;
  }

  /** Shows the picture on a canvas of that size, drawn anew only if it must be. */
  show(canvas: HTMLCanvasElement, camera: Camera, size: Point, background: string): void {
    const [w, h] = size;
    const ratio = canvas.width / w;
    const before = this.drawn_;
    const usable = before !== null && before.scale === camera.scale &&
      Math.abs(camera.x - before.x) <= w * margin && Math.abs(camera.y - before.y) <= h * margin;
    const now = usable ? before : this.draw_(camera, size, ratio);
    const context = canvas.getContext('2d')!;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const dx = (camera.x - now.x - w * margin) * ratio;
    const dy = (camera.y - now.y - h * margin) * ratio;
    context.drawImage(this.sheet_, Math.round(dx), Math.round(dy));
  }

  private draw_(camera: Camera, [w, h]: Point, ratio: number): Camera {
    const [width, height] = [w * (1 + 2 * margin), h * (1 + 2 * margin)];
    this.sheet_.width = Math.round(width * ratio);
    this.sheet_.height = Math.round(height * ratio);
    const context = this.sheet_.getContext('2d')!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const visible: Box = { left: w * margin, top: h * margin, right: w * (1 + margin), bottom: h * (1 + margin) };
    this.drawing_(context, { ...camera, x: camera.x + w * margin, y: camera.y + h * margin }, [width, height], visible);
    return (this.drawn_ = { ...camera });
  }
}
