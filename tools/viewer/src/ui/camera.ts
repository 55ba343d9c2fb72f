// Where the picture lies on the screen, and how large.

import type { Node, Scene, Box } from './scene';
import type { Point } from './surface';

export interface Camera {
  scale: number;
  x: number; // of the picture's origin on the surface
  y: number;
}

const [leastScale, mostScale, mostFitted] = [0.02, 6, 1.6];
const above = 24; // free over the picture

/** Where a place of the picture is seen. */
export const seenAt = ({ scale, x, y }: Camera, node: Pick<Node, 'x' | 'y'>): Point => [node.x * scale + x, node.y * scale + y];

/** Everything in view, as large as there is room beside what covers it. */
export function fittedTo(box: Box, [w, h]: Point, buttons: Box | null): Camera {
  // Names beside the outermost need room, and so do the buttons at the right, or below.
  const isBelow = buttons !== null && buttons.right - buttons.left > buttons.bottom - buttons.top;
  const aside = Math.max(Math.min(110, w / 8), buttons && !isBelow ? w - buttons.left + 6 : 0);
  const below = buttons && isBelow ? h - buttons.top : above;
  const scale = Math.min((w - 2 * aside) / Math.max(1, box.right - box.left), (h - above - below) / Math.max(1, box.bottom - box.top), mostFitted);
  return {
    scale,
    x: w / 2 - ((box.left + box.right) / 2) * scale,
    y: (above + h - below) / 2 - ((box.top + box.bottom) / 2) * scale,
  };
}

/** The place [x, y] stays where it is. */
export function enlarged(camera: Camera, factor: number, [x, y]: Point): Camera {
  const scale = Math.min(mostScale, Math.max(leastScale, camera.scale * factor));
  const by = scale / camera.scale;
  return { scale, x: x - (x - camera.x) * by, y: y - (y - camera.y) * by };
}

export function moved(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx, y: camera.y + dy };
}

export function isSomethingSeen(scene: Scene, camera: Camera, [w, h]: Point): boolean {
  return scene.nodes.some((node) => {
    const [x, y] = seenAt(camera, node);
    return x > 0 && y > 0 && x < w && y < h;
  });
}

/** Whether a box is no longer what the room was made for: beyond it, or much smaller. */
export function differs(box: Box, room: Box): boolean {
  const much = 0.6;
  const beyond = box.left < room.left - 1 || box.top < room.top - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1;
  const ratio = (a: number, b: number): number => (b > 0 ? a / b : 1);
  return beyond || Math.max(ratio(box.right - box.left, room.right - room.left), ratio(box.bottom - box.top, room.bottom - room.top)) < much;
}
