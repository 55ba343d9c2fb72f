#!/usr/bin/env python3
"""A picture as a colour-blind reader sees it: every colour of an SVG is replaced.

usage: colour_vision.py protanopia|deuteranopia|tritanopia|achromatopsia < in.svg > out.svg

Matrices of full severity in linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
"A physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009) 1291.
"""
import re
import sys

MATRICES = {
    "protanopia": ((0.152286, 1.052583, -0.204868),
                   (0.114503, 0.786281, 0.099216),
                   (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968),
                     (0.280085, 0.672501, 0.047413),
                     (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779),
                   (-0.078411, 0.930809, 0.147602),
                   (0.004733, 0.691367, 0.303900)),
    "achromatopsia": ((0.2126, 0.7152, 0.0722),) * 3,
}


def linear(channel):
    c = channel / 255
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def encoded(value):
    v = min(1.0, max(0.0, value))
    return round(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055))


def seen(colour, matrix):
    """`#RRGGBB` as it is seen."""
    channels = [linear(int(colour[i:i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(
        f"{encoded(sum(m * c for m, c in zip(row, channels))):02X}" for row in matrix)


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in MATRICES:
        sys.exit(__doc__)
    matrix = MATRICES[sys.argv[1]]
    text = sys.stdin.buffer.read().decode("utf-8")
    sys.stdout.write(re.sub("#[0-9A-Fa-f]{6}\\b", lambda found: seen(found[0], matrix), text))


if __name__ == "__main__":
    main()
