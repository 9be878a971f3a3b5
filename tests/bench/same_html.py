#!/usr/bin/env python3
"""Do two sites hold the same service pages?  same_html.py DIR_A DIR_B [FOLDER]

Compares tags, attributes and text of the pages below FOLDER (services) in any language. What does not count: white
space between tags, how a character is escaped, end tags that HTML lets out, the order of attributes, how an address is
written (relative or whole), the hash in the name of an asset, and the wording of what a program computes (a date in
words), which carries data-computed. A heading of a body has an id on both sides, each program's own. Structured data
(JSON-LD) is compared member by member; of what a program works out there (hours, ages) only that it is there. Exit
status 0 when all are the same.
"""
import html.parser
import json
import os
import re
import sys
from urllib.parse import urljoin

URL = "https://council.example/"
ADDRESSES = {"href", "src", "action"}
COMPUTED = {"opens", "closes", "childMinAge", "childMaxAge"}


def told(data):
    """Structured data as tuples, without the order of its members and what a program works out."""
    if isinstance(data, dict):
        return tuple(sorted((name, "" if name in COMPUTED else told(value)) for name, value in data.items()))
    return tuple(map(told, data)) if isinstance(data, list) else data


class Tokens(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.page, self.out, self.computed, self.data, self.prose = page, [], None, False, False

    def value(self, name, value):
        if name == "id" and self.prose:
            return ""
        if name not in ADDRESSES or not value or value.startswith(("tel:", "mailto:")):
            return value or ""
        return re.sub(r"\.[0-9a-z]{8}\.css$", ".css", urljoin(self.page, value))

    def handle_starttag(self, tag, attributes):
        computed = "data-computed" in dict(attributes)
        self.data = dict(attributes).get("type") == "application/ld+json"
        self.prose = self.prose or dict(attributes).get("class") == "prose"
        self.out.append((tag, tuple(sorted((k, "" if computed and k == "content" else self.value(k, v))
                                           for k, v in attributes))))
        if computed and self.computed is None and tag != "meta":
            self.computed = tag

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if tag == self.computed:
            self.computed = None
        self.prose = self.prose and tag != "div"
        if tag not in ("li", "p"):
            self.out.append("/" + tag)

    def handle_data(self, data):
        if self.computed or not data.strip():
            return
        if self.data:
            self.out.append(told(json.loads(data)))
            return
        words = " ".join(data.split())
        if self.out and isinstance(self.out[-1], list):
            self.out[-1][0] += " " + words
        else:
            self.out.append([words])


def pages(root, folder):
    found = set()
    for below, _, files in os.walk(root):
        path = os.path.relpath(below, root)
        parts = path.split(os.sep)
        if "index.html" in files and len(parts) > 1 and folder == parts[-2]:
            found.add(path)
    return found


def tokens(root, page):
    parser = Tokens(URL + page + "/")
    with open(os.path.join(root, page, "index.html"), encoding="utf-8") as stream:
        parser.feed(stream.read())
    return parser.out


def main():
    a, b = sys.argv[1:3]
    folder = sys.argv[3] if len(sys.argv) > 3 else "services"
    in_a, in_b = pages(a, folder), pages(b, folder)
    differ = 0
    for page in sorted(in_a & in_b):
        x, y = tokens(a, page), tokens(b, page)
        if x != y:
            differ += 1
            if differ <= 3:
                at = next((i for i, (m, n) in enumerate(zip(x, y)) if m != n), min(len(x), len(y)))
                print("differs: %s\n  A %r\n  B %r" % (page, x[max(0, at - 1):at + 3], y[max(0, at - 1):at + 3]))
    alone = sorted(in_a ^ in_b)
    print("%d pages in both, %d differ, %d in one only%s" % (
        len(in_a & in_b), differ, len(alone), ": " + ", ".join(alone[:3]) if alone else ""))
    sys.exit(1 if differ or alone or not in_a else 0)


main()
