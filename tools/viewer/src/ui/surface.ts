// Something to draw on: a canvas, or a text of SVG. All coordinates are those of the picture.

export interface Stroke {
  colour: string;
  width: number;
  dash?: number[];
  alpha?: number;
}

export type Point = [x: number, y: number];

export interface Surface {
  /** A line from a to b that passes beside their middle, through a control point. */
  curve(a: Point, control: Point, b: Point, stroke: Stroke): void;
  polygon(points: Point[], fill: string, stroke?: Stroke): void;
  shape(kind: string, x: number, y: number, w: number, h: number, fill: string, stroke: Stroke): void;
  text(lines: string[], x: number, y: number, size: number, colour: string, options?: TextOptions): void;
}

export interface TextOptions {
  bold?: boolean;
  align?: 'left' | 'center';
  language?: string;
  halo?: string; // a ground behind the letters
}

/** Families by language: Han characters have other shapes in Japanese, Korean and Chinese. */
export function fontFamily(language: string): string {
  const faces: Record<string, string> = {
    ja: '"Noto Sans CJK JP","Noto Sans JP","Hiragino Sans","Yu Gothic"',
    ko: '"Noto Sans CJK KR","Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic"',
    hant: '"Noto Sans CJK TC","Noto Sans TC","PingFang TC","Microsoft JhengHei"',
    hans: '"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei"',
  };
  const lower = language.toLowerCase();
  const key = lower.startsWith('zh') ? (/hant|tw|hk|mo/.test(lower) ? 'hant' : 'hans') : lower.split('-')[0]!;
  return `"Noto Sans",${faces[key] ? `${faces[key]},` : ''}system-ui,sans-serif`;
}

/** Corners of the shapes that are polygons, around a centre. */
export function corners(kind: string, x: number, y: number, w: number, h: number): Point[] {
  const [l, r, t, b] = [x - w / 2, x + w / 2, y - h / 2, y + h / 2];
  const cut = Math.min(10, h / 3, w / 4);
  switch (kind) {
    case 'note':
      return [[l, t], [r - cut, t], [r, t + cut], [r, b], [l, b]];
    case 'hexagon':
      return [[l + cut, t], [r - cut, t], [r, y], [r - cut, b], [l + cut, b], [l, y]];
    case 'pin':
      return [[l, t], [r, t], [r, b - cut], [x + cut, b - cut], [x, b], [x - cut, b - cut], [l, b - cut]];
    case 'parallelogram':
      return [[l + cut, t], [r, t], [r - cut, b], [l, b]];
    case 'tab':
      return [[l, t], [l + w / 3, t], [l + w / 3 + cut, t + cut], [r, t + cut], [r, b], [l, b]];
    default:
      return [[l, t], [r, t], [r, b], [l, b]];
  }
}

export class CanvasSurface implements Surface {
  constructor(private readonly c_: CanvasRenderingContext2D) {}

  private use_(stroke: Stroke): void {
    this.c_.strokeStyle = stroke.colour;
    this.c_.lineWidth = stroke.width;
    this.c_.setLineDash(stroke.dash ?? []);
    this.c_.globalAlpha = stroke.alpha ?? 1;
  }

  curve(a: Point, control: Point, b: Point, stroke: Stroke): void {
    this.use_(stroke);
    this.c_.beginPath();
    this.c_.moveTo(a[0], a[1]);
    this.c_.quadraticCurveTo(control[0], control[1], b[0], b[1]);
    this.c_.stroke();
    this.c_.globalAlpha = 1;
  }

  polygon(points: Point[], fill: string, stroke?: Stroke): void {
    this.c_.beginPath();
    points.forEach(([x, y], i) => (i ? this.c_.lineTo(x, y) : this.c_.moveTo(x, y)));
    this.c_.closePath();
    if (fill) {
      this.c_.globalAlpha = stroke?.alpha ?? 1;
      this.c_.fillStyle = fill;
      this.c_.fill();
    }
    if (stroke && stroke.width > 0) {
      this.use_(stroke);
      this.c_.stroke();
    }
    this.c_.globalAlpha = 1;
  }

  shape(kind: string, x: number, y: number, w: number, h: number, fill: string, stroke: Stroke): void {
    if (kind !== 'ellipse' && kind !== 'rounded' && kind !== 'double') {
      this.polygon(corners(kind, x, y, w, h), fill, stroke);
      return;
    }
    this.c_.beginPath();
    if (kind === 'ellipse') this.c_.ellipse(x, y, w / 2, h / 2, 0, 0, 2 * Math.PI);
    else this.round_(x - w / 2, y - h / 2, w, h, kind === 'rounded' ? Math.min(8, h / 3) : 2);
    this.c_.globalAlpha = stroke.alpha ?? 1;
    this.c_.fillStyle = fill;
    this.c_.fill();
    this.use_(stroke);
    this.c_.stroke();
    if (kind === 'double' && h > 14) {
      this.c_.beginPath();
      this.round_(x - w / 2 + 3, y - h / 2 + 3, w - 6, h - 6, 1);
      this.c_.stroke();
    }
    this.c_.globalAlpha = 1;
  }

  private round_(l: number, t: number, w: number, h: number, r: number): void {
    this.c_.moveTo(l + r, t);
    this.c_.arcTo(l + w, t, l + w, t + h, r);
    this.c_.arcTo(l + w, t + h, l, t + h, r);
    this.c_.arcTo(l, t + h, l, t, r);
    this.c_.arcTo(l, t, l + w, t, r);
    this.c_.closePath();
  }

  text(lines: string[], x: number, y: number, size: number, colour: string, options: TextOptions = {}): void {
    this.c_.font = `${options.bold ? 'bold ' : ''}${size}px ${fontFamily(options.language ?? '')}`;
    this.c_.textAlign = options.align ?? 'center';
    this.c_.textBaseline = 'middle';
    const height = size * 1.25;
    lines.forEach((line, i) => {
      const at = y + (i - (lines.length - 1) / 2) * height;
      if (options.halo) {
        this.c_.strokeStyle = options.halo;
        this.c_.lineWidth = size / 3;
        this.c_.lineJoin = 'round';
        this.c_.setLineDash([]);
        this.c_.strokeText(line, x, at);
      }
      this.c_.fillStyle = colour;
      this.c_.fillText(line, x, at);
    });
  }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text that XML can hold. */
export function escaped(text: string): string {
  return text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"']/g, (c) => escapes[c]!);
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

export class SvgSurface implements Surface {
  readonly parts: string[] = [];

  raw(markup: string): void {
    this.parts.push(markup);
  }

  private static stroke_(stroke: Stroke | undefined): string {
    if (!stroke) return '';
    const dash = stroke.dash?.length ? ` stroke-dasharray="${stroke.dash.map(n).join(' ')}"` : '';
    const alpha = stroke.alpha !== undefined && stroke.alpha < 1 ? ` opacity="${n(stroke.alpha)}"` : '';
    return ` stroke="${stroke.colour}" stroke-width="${n(stroke.width)}"${dash}${alpha}`;
  }

  curve(a: Point, control: Point, b: Point, stroke: Stroke): void {
    this.raw(`<path d="M${n(a[0])} ${n(a[1])}Q${n(control[0])} ${n(control[1])} ${n(b[0])} ${n(b[1])}" fill="none"${SvgSurface.stroke_(stroke)}/>`);
  }

  polygon(points: Point[], fill: string, stroke?: Stroke): void {
    this.raw(`<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill || 'none'}"${SvgSurface.stroke_(stroke)}/>`);
  }

  shape(kind: string, x: number, y: number, w: number, h: number, fill: string, stroke: Stroke): void {
    const look = `fill="${fill}"${SvgSurface.stroke_(stroke)}`;
    if (kind === 'ellipse') this.raw(`<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(w / 2)}" ry="${n(h / 2)}" ${look}/>`);
    else if (kind === 'rounded' || kind === 'double') {
      this.raw(`<rect x="${n(x - w / 2)}" y="${n(y - h / 2)}" width="${n(w)}" height="${n(h)}" rx="${kind === 'rounded' ? 8 : 2}" ${look}/>`);
      if (kind === 'double' && h > 14)
        this.raw(`<rect x="${n(x - w / 2 + 3)}" y="${n(y - h / 2 + 3)}" width="${n(w - 6)}" height="${n(h - 6)}" rx="1" fill="none"${SvgSurface.stroke_(stroke)}/>`);
    } else this.polygon(corners(kind, x, y, w, h), fill, stroke);
  }

  text(lines: string[], x: number, y: number, size: number, colour: string, options: TextOptions = {}): void {
    const anchor = options.align === 'left' ? 'start' : 'middle';
    const halo = options.halo ? ` stroke="${options.halo}" stroke-width="${n(size / 3)}" stroke-linejoin="round" paint-order="stroke"` : '';
    const language = options.language ? ` xml:lang="${escaped(options.language)}"` : '';
    const height = size * 1.25;
    const first = y - ((lines.length - 1) / 2) * height + size * 0.35;
    const rows = lines.map((line, i) => `<tspan x="${n(x)}" y="${n(first + i * height)}">${escaped(line)}</tspan>`);
    this.raw(`<text font-family="${escaped(fontFamily(options.language ?? ''))}" font-size="${n(size)}"${options.bold ? ' font-weight="bold"' : ''} text-anchor="${anchor}" fill="${colour}"${halo}${language}>${rows.join('')}</text>`);
  }
}
