// What of the picture lies at a place.

import type { Camera } from './camera';
import type { Painter } from './paint';
import { controlOf, isDrawn, isLineDrawn, pointOn, type Scene } from './scene';
import type { Point } from './surface';

/** The entity at a place, the nearest within a finger's reach; null for none. */
export function nodeAt(scene: Scene, painter: Painter, camera: Camera, [x, y]: Point): number | null {
  let best: number | null = null;
  let least = 7;
  for (const node of scene.nodes) {
    if (!isDrawn(node, scene, camera.scale)) continue;
    const [w, h] = painter.sizeOf(node, camera.scale);
    const dx = Math.max(0, Math.abs(node.x * camera.scale + camera.x - x) - w / 2);
    const dy = Math.max(0, Math.abs(node.y * camera.scale + camera.y - y) - h / 2);
    const away = Math.hypot(dx, dy);
    if (away < least || (away === 0 && least === 0)) [best, least] = [node.entity, away];
  }
  return best;
}

/** The line at a place, by its number. */
export function lineAt(scene: Scene, camera: Camera, [x, y]: Point): number | null {
  let best: number | null = null;
  let least = 6;
  const { scale } = camera;
  scene.lines.forEach((line, i) => {
    if (!isLineDrawn(line, scene, scale)) return;
    const place = (index: number): Point => {
      const node = scene.nodes[index]!;
      return [node.x * scale + camera.x, node.y * scale + camera.y];
    };
    const [a, b] = [place(line.a), place(line.b)];
    if (x < Math.min(a[0], b[0]) - 30 || x > Math.max(a[0], b[0]) + 30 || y < Math.min(a[1], b[1]) - 30 || y > Math.max(a[1], b[1]) + 30) return;
    const control = controlOf(a, b, line.bend * Math.min(1.2, Math.max(0.35, scale)));
    const steps = Math.max(8, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 6));
    for (let t = 0; t <= steps; ++t) {
      const [px, py] = pointOn(a, control, b, t / steps);
      const away = Math.hypot(px - x, py - y);
      if (away < least) [best, least] = [i, away];
    }
  });
  return best;
}
