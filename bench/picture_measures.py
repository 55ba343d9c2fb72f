#!/usr/bin/env python3
"""What a picture of a graph is like to read: bench/picture_measures.py FILE.svg…

Prints a row a file: boxes, lines, crossings of lines, lines that run over boxes of others, the height of the
smallest text in points of the page, and the share of texts of at least 6.5 points if the page is 183 mm wide.
Reads SVG as `entente render` writes it: nodes are groups of class `node`, lines of class `edge`.
"""
import re
import sys
import xml.etree.ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"
READABLE = 6.5
COLUMN = 183 / 25.4 * 72  # points


def numbers(text):
    return [float(each) for each in re.findall(r"-?[0-9.]+", text)]


def points_of(path, steps=12):
    """Points along cubic Bézier curves, one behind the other."""
    flat = numbers(path)
    control = list(zip(flat[::2], flat[1::2]))
    points = [control[0]]
    for first in range(0, len(control) - 3, 3):
        a, b, c, d = control[first:first + 4]
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            points.append(tuple(u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i] for i in (0, 1)))
    return points


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


def things_in(root):
    lines, boxes = [], []
    own = root.get("id", "") + "_"  # what the ids of a picture begin with
    for group in root.iter(SVG + "g"):
        classes, name = group.get("class", "").split(), group.get("id", "").removeprefix(own)
        if classes[:1] == ["edge"] and name.startswith("e_") and group.find(SVG + "path") is not None:
            lines.append(points_of(group.find(SVG + "path").get("d")))
        if classes[:1] == ["node"] and name.startswith("n_") and box_of(group):
            boxes.append(box_of(group))
    return lines, boxes


def cross(a, b, c, d):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def extent(points):
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def crossings(lines):
    extents = [extent(line) for line in lines]
    count = 0
    for i, one in enumerate(lines):
        for j in range(i):
            a, b = extents[i], extents[j]
            if a[0] > b[2] or b[0] > a[2] or a[1] > b[3] or b[1] > a[3]:
                continue
            count += sum(cross(one[k], one[k + 1], lines[j][m], lines[j][m + 1])
                         for k in range(len(one) - 1) for m in range(len(lines[j]) - 1))
    return count


def runs_over(line, boxes, clearance=2):
    return any(left + clearance < x < right - clearance and top + clearance < y < bottom - clearance
               for x, y in line[2:-2] for left, top, right, bottom in boxes)


def main():
    print("| picture | boxes | lines | crossings | lines over boxes | smallest text | readable at 183 mm |\n"
          "|---|---|---|---|---|---|---|")
    for file in sys.argv[1:]:
        root = ET.parse(file).getroot()
        lines, boxes = things_in(root)
        units = numbers(root.get("viewBox"))[2]
        width = units if root.get("width").endswith("%") else numbers(root.get("width"))[0]
        sizes = [float(text.get("font-size")) for text in root.iter(SVG + "tspan")]
        readable = sum(size * COLUMN / units >= READABLE - 0.01 for size in sizes) / len(sizes)
        print(f"| {file.rsplit('/', 1)[-1]} | {len(boxes)} | {len(lines)} | {crossings(lines)} "
              f"| {sum(runs_over(line, boxes) for line in lines)} | {min(sizes) * width / units:.2f} pt | {readable:.0%} |")


main()
