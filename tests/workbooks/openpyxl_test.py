"""Writes workbooks with openpyxl, prints them with our reader, and compares cell by cell."""

import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.styles import NamedStyle  # noqa: F401
from openpyxl.utils.datetime import CALENDAR_MAC_1904

PRINT_TABLE = sys.argv[1]
FORMATS = {"yyyy-mm-dd": 10, "mmm yyyy": 7, "yyyy": 4, "d/m/yy": 10}
TEXTS = ["Japan", "日本", "a,b;c\td", "two\nlines", " lead", "=not", "<&>\"'", "𠮷野家", "é"]


def printed(path):
    lines = subprocess.run([PRINT_TABLE, path], check=True, capture_output=True, text=True).stdout
    return {(sheet, address): (kind, text) for sheet, address, kind, text, _ in map(json.loads, lines.splitlines())}


def cell_value(chance):
    """A value to write, its number format, and what is expected."""
    kind = chance.randrange(5)
    if kind == 0:
        text = chance.choice(TEXTS) + str(chance.randrange(100))
        text = text.replace("=", "'") if text.startswith("=") else text
        return text, None, ("text", text)
    if kind == 1:
        number = chance.randrange(-10**9, 10**9)
        return number, None, ("number", str(number))
    if kind == 2:
        number = round(chance.uniform(-1000, 1000), 6) or 0.5
        return number, None, ("number", repr(number) if number != int(number) else str(int(number)))
    if kind == 3:
        flag = chance.random() < 0.5
        return flag, None, ("boolean", str(flag).upper())
    day = datetime.date(1904, 1, 2) + datetime.timedelta(days=chance.randrange(60000))
    code = chance.choice(list(FORMATS))
    return day, code, ("date", day.isoformat()[: FORMATS[code]])


def check(seed, epoch_1904, folder):
    chance = random.Random(seed)
    book = openpyxl.Workbook()
    if epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    expected = {}
    for name in ["Ties", "Länder & Co", "国"]:
        sheet = book.create_sheet(name)
        for _ in range(chance.randrange(1, 60)):
            cell = sheet.cell(chance.randrange(1, 40), chance.randrange(1, 40))
            cell.value, code, wanted = cell_value(chance)
            cell.number_format = code or "General"
            expected[name, cell.coordinate] = wanted
    path = os.path.join(folder, "book.xlsx")
    book.save(path)
    found = printed(path)
    for place in sorted(set(expected) | set(found)):
        if expected.get(place) != found.get(place):
            sys.exit(f"seed {seed}: {place}: openpyxl {expected.get(place)}, ours {found.get(place)}")
    # openpyxl reads the same texts as we do.
    again = openpyxl.load_workbook(path, read_only=True)
    for sheet in again:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and found[sheet.title, cell.coordinate][1] != cell.value:
                    sys.exit(f"seed {seed}: {sheet.title}!{cell.coordinate}: {cell.value!r}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(30):
            check(seed, seed % 2 == 1, folder)


main()
