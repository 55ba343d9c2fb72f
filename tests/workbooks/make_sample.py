"""Writes data/samples/harbour-ties.xlsx, the invented workbook of docs/from-a-spreadsheet.md:
    /usr/bin/python3 tests/workbooks/make_sample.py data/samples/harbour-ties.xlsx
"""

import datetime
import sys

import openpyxl

PARTIES = [
    ("Country", "Treaty", "Joined", "Left", "Remark"),
    ("Japan", "HC", "06/05/1998", None, "founding party"),
    ("Norvège", "HC", "06/05/1998", "..", "founding party"),
    ("ペルー", "HC", "May 1998", "2004", None),
    ("Portugl", "HC", "23/07/1999", None, None),
    ("Kenya", "LA", "23/11/2005", None, "founding party"),
    ("Japan", "LA", 2005, "2015-00-00", None),
    ("Norway", "LA", "c. 2006", None, None),
    ("Portugal", "LA", datetime.date(2007, 3, 1), None, "the register gives the month"),
    ("Korea", "LA", datetime.date(2008, 1, 15), None, None),
]
TREATIES = [
    ("Code", "Name", "Signed"),
    ("HC", "Harbour Convention", datetime.date(1998, 5, 6)),
    ("LA", "Lighthouse Accord", 2005),
]


def main(path):
    book = openpyxl.Workbook()
    parties = book.active
    parties.title = "Parties"
    for row in PARTIES:
        parties.append(row)
    parties["C9"].number_format = "mmm yyyy"
    parties["C10"].number_format = "yyyy-mm-dd"
    treaties = book.create_sheet("Treaties")
    for row in TREATIES:
        treaties.append(row)
    treaties["C2"].number_format = "yyyy-mm-dd"
    book.save(path)


main(sys.argv[1])
