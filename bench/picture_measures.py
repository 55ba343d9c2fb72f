#!/usr/bin/env python3
"""What a picture of a graph is like to read: bench/picture_measures.py FILE.svg…

Prints a row a file: boxes, lines, crossings of lines, lines that run over boxes of others, the height of the
smallest text in points of the page, and the share of texts of at least 6.5 points if the page is 183 mm wide.
Reads SVG as `entente render` writes it: nodes are groups of class `node`, lines of class `edge` or `bundle`.
"""
import dataclasses
import re
import sys
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
READABLE = 6.5
COLUMN = 183 / 25.4 * 72  # points


@dataclasses.dataclass
class Picture:
    """Boxes by name, lines as points with the names of their ends where these are known, all in one unit."""
    boxes: dict
    lines: list
    sizes: list  # of texts
    extent: float  # width of what is seen
    points: float  # width of the page in points
    words: str = ""  # all that can be read

    def smallest(self):
        return min(self.sizes) * self.points / self.extent

    def readable(self):
        """The share of texts that can be read if the page is as wide as a printed column."""
        return sum(size * COLUMN / self.extent >= READABLE - 0.01 for size in self.sizes) / len(self.sizes)


def numbers(text):
    return [float(each) for each in re.findall(r"-?[0-9.]+", text)]


def along_curves(control, steps):
    """Points along cubic Bézier curves, one behind the other."""
    points = [control[0]]
    for first in range(0, len(control) - 3, 3):
        a, b, c, d = control[first:first + 4]
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            points.append(tuple(u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i] for i in (0, 1)))
    return points


def points_of(path, steps=12):
    flat = numbers(path)
    return along_curves(list(zip(flat[::2], flat[1::2])), steps)


def box_of(group):
    xs, ys = [], []
    for shape in group:
        kind = shape.tag[len(SVG):]
        if kind == "rect":
            x, y, width, height = (float(shape.get(name)) for name in ("x", "y", "width", "height"))
            xs += [x, x + width]
            ys += [y, y + height]
        elif kind == "ellipse":  # the box inside it
            x, y, rx, ry = (float(shape.get(name)) for name in ("cx", "cy", "rx", "ry"))
            xs += [x - 0.7 * rx, x + 0.7 * rx]
            ys += [y - 0.7 * ry, y + 0.7 * ry]
        elif kind == "polygon":
            flat = numbers(shape.get("points"))
            xs += flat[::2]
            ys += flat[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def width_of(root):
    """In points: as given, or up to which the picture grows."""
    width = root.get("width")
    return numbers(root.get("style") if width == "100%" else width)[0]


def read_svg(file):
    root = ET.parse(file).getroot()
    own = root.get("id", "") + "_"  # what the ids of a picture begin with
    lines, boxes = [], {}
    for group in root.iter(SVG + "g"):
        classes, name = group.get("class", "").split()[:1], group.get("id", "").removeprefix(own)
        path = group.find(SVG + "path")
        if classes in (["edge"], ["bundle"]) and name.startswith(("e_", "b_")) and path is not None:
            lines.append((points_of(path.get("d")), ()))
        if classes == ["node"] and name.startswith("n_") and box_of(group):
            boxes[name[2:]] = box_of(group)
    spans = list(root.iter(SVG + "tspan"))
    return Picture(boxes, lines, [float(span.get("font-size")) for span in spans],
                   numbers(root.get("viewBox"))[2], width_of(root),
                   " ".join(" ".join(span.text or "" for span in spans).split()))


def side(p, q, r):
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def cross(a, b, c, d):
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def crossings(lines):
    """How often any two lines cross. By a sweep from left to right over their pieces."""
    pieces = []
    for number, (points, _) in enumerate(lines):
        for a, b in zip(points, points[1:]):
            a, b = min(a, b), max(a, b)
            pieces.append((a[0], b[0], min(a[1], b[1]), max(a[1], b[1]), a, b, number))
    pieces.sort()
    count, open_pieces = 0, []
    for piece in pieces:
        left, _, low, high, a, b, number = piece
        open_pieces = [other for other in open_pieces if other[1] >= left]
        count += sum(other[6] != number and other[2] <= high and other[3] >= low and cross(a, b, other[4], other[5])
                     for other in open_pieces)
        open_pieces.append(piece)
    return count


def between(points, most=4):
    """Points along a line, no two further apart than that."""
    for a, b in zip(points, points[1:]):
        steps = max(1, int(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / most))
        for step in range(steps):
            yield a[0] + (b[0] - a[0]) * step / steps, a[1] + (b[1] - a[1]) * step / steps


def lines_over_boxes(picture, clearance=2):
    """How many lines run through boxes that are not at their ends."""
    cell = 100
    grid = {}
    for name, (left, top, right, bottom) in picture.boxes.items():
        for x in range(int(left // cell), int(right // cell) + 1):
            for y in range(int(top // cell), int(bottom // cell) + 1):
                grid.setdefault((x, y), []).append((name, left, top, right, bottom))

    def runs_over(points, ends):
        return any(name not in ends and left + clearance < x < right - clearance and
                   top + clearance < y < bottom - clearance
                   for x, y in between(points)
                   for name, left, top, right, bottom in grid.get((int(x // cell), int(y // cell)), ()))

    # A line with unknown ends stops at the outlines of its boxes; its first and last bit may touch them.
    return sum(runs_over(points if ends else points[1:-1], ends) for points, ends in picture.lines)


def main():
    print("| picture | boxes | lines | crossings | lines over boxes | smallest text | readable at 183 mm |\n"
          "|---|---|---|---|---|---|---|")
    for file in sys.argv[1:]:
        picture = read_svg(file)
        print(f"| {file.rsplit('/', 1)[-1]} | {len(picture.boxes)} | {len(picture.lines)} | {crossings(picture.lines)} "
              f"| {lines_over_boxes(picture)} | {picture.smallest():.2f} pt | {picture.readable():.0%} |")


if __name__ == "__main__":
    main()
