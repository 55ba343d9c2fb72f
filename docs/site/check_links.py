#!/usr/bin/env python3
"""Every link of a site to itself leads to a file that is there. usage: check_links.py FOLDER"""

import re
import sys
from pathlib import Path
from urllib.parse import unquote

folder = Path(sys.argv[1])
broken, links = [], 0
for page in sorted(folder.glob("*.html")):
    for target in re.findall(r'(?:href|src)="([^"#?]+)', page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target) or target.startswith("$"):
            continue
        links += 1
        if not (page.parent / unquote(target)).exists():
            broken.append(f"{page.name}: {target}")
for link in sorted(set(broken)):
    print("broken link:", link, file=sys.stderr)
print(f"{links} links in {len(list(folder.glob('*.html')))} pages, {len(set(broken))} broken")
sys.exit(1 if broken else 0)
