#!/usr/bin/python3
"""Check a reader PDF by the rules of PDF/UA-1 and PDF/A-2u that frontdoor could break, and by some of our own.

Usage: check.py FILE.pdf ...

Needs only pikepdf, so it runs where veraPDF (verapdf.sh, the outside judge) cannot be had. Prints
"FILE: rule: what is wrong"; exit status 1 if anything is. check_test.py proves that each rule can fail.
"""
import re
import sys

import pikepdf

from reader import Reader

LANGUAGE = re.compile(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")
CHILDREN = {      # ISO 32000-1, 14.8.4: what may stand directly below what
    "L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"TR"}, "TR": {"TH", "TD"},
}
PARENTS = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}}
WIDTH_TOLERANCE = 1.0     # thousandths of an em: PDF/A-2, 6.2.11.5


def attributes(element):
    """The entries of all attribute objects of an element."""
    found = {}
    value = element.get("/A", pikepdf.Array())
    for entry in value if isinstance(value, pikepdf.Array) else [value]:
        found.update({str(key): item for key, item in entry.items()})
    return found


class Check:
    def __init__(self, path):
        self.reader = Reader(path)
        self.root = self.reader.root
        self.pages = [page.obj for page in self.reader.pdf.pages]
        self.problems = self.reader.problems
        self.headings = []
        self.content = {}       # (page number, MCID) -> the element that says it owns it
        self.annotations = {}   # the same for annotations, by object
        self.parents = self.parent_tree()

    def problem(self, rule, text):
        self.problems.append((rule, text))

    def run(self):
        self.document()
        self.metadata()
        for number, page in enumerate(self.pages):
            self.page(number, page)
        self.element(self.root.StructTreeRoot.K, None)
        self.agreement()
        self.heading_order()
        for font in self.reader.fonts.values():
            self.font(font)
        self.outlines()
        return self.problems

    def document(self):
        if not LANGUAGE.match(str(self.root.get("/Lang", ""))):
            self.problem("language", "the document has no language")
        if not self.root.get("/MarkInfo", {}).get("/Marked"):
            self.problem("marked", "the document is not marked as tagged")
        preferences = self.root.get("/ViewerPreferences", {})
        if not preferences.get("/DisplayDocTitle"):
            self.problem("title", "the title is not to be displayed")
        right_to_left = str(self.root.get("/Lang", ""))[:2] in ("ar", "ur", "fa", "he", "ps")
        if right_to_left and preferences.get("/Direction") != "/R2L":
            self.problem("direction", "a right-to-left document that turns its pages the other way")
        intents = self.root.get("/OutputIntents", [])
        if len(intents) != 1 or intents[0].DestOutputProfile.N != 3:
            self.problem("intent", "no RGB output intent")

    def metadata(self):
        xmp = self.root.Metadata.read_bytes().decode("utf-8") if "/Metadata" in self.root else ""
        for words in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>U<", "<dc:language>"):
            if words not in xmp:
                self.problem("metadata", f"no {words}")
        info = self.reader.pdf.docinfo
        title = str(info.get("/Title", "")).replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        if not title or f'"x-default">{title}<' not in xmp:
            self.problem("metadata", "the titles of Info and XMP differ, or there is none")
        created = re.search("<xmp:CreateDate>(.*)</xmp:CreateDate>", xmp)
        digits = re.sub("[^0-9]", "", created.group(1)) if created else ""
        if re.sub("[^0-9]", "", str(info.get("/CreationDate", ""))) != digits:
            self.problem("metadata", "the dates of Info and XMP differ")

    def page(self, number, page):
        where = f"page {number + 1}"
        if page.get("/Tabs") != "/S":
            self.problem("tabs", f"{where}: the tab order is not that of the structure")
        if page.get("/StructParents") is None:
            self.problem("parents", f"{where}: no StructParents")
        boxes = [[float(value) for value in page.get(name, page.MediaBox)]
                 for name in ("/TrimBox", "/BleedBox", "/MediaBox")]
        for inner, outer in zip(boxes, boxes[1:]):
            if inner[0] < outer[0] or inner[1] < outer[1] or inner[2] > outer[2] or inner[3] > outer[3]:
                self.problem("boxes", f"{where}: {inner} sticks out of {outer}")
        for annotation in page.get("/Annots", []):
            self.link(where, boxes[2], annotation)

    def link(self, where, media, annotation):
        rectangle = [float(value) for value in annotation.Rect]
        if not str(annotation.get("/Contents", "")).strip():
            self.problem("link", f"{where}: a link says nothing")
        if int(annotation.get("/F", 0)) != 4:
            self.problem("link", f"{where}: a link does not print")
        if not re.match("^[a-z]+:[!-~]+$", str(annotation.get("/A", {}).get("/URI", ""))):
            self.problem("link", f"{where}: a link has no address")
        left, bottom, right, top = rectangle
        if not (media[0] <= left < right <= media[2] and media[1] <= bottom < top <= media[3]):
            self.problem("link", f"{where}: a link's area {rectangle} is not on the page")
        if self.parents.get(annotation.get("/StructParent")) is None:
            self.problem("parents", f"{where}: a link that no element has")

    def element(self, element, parent):
        kind, above = str(element.S)[1:], str(parent.S)[1:] if parent is not None else ""
        if above in CHILDREN and kind not in CHILDREN[above] or kind in PARENTS and above not in PARENTS[kind]:
            self.problem("tree", f"{kind} below {above}")
        if (kind == "Document") != (parent is None):
            self.problem("tree", "Document is the one root")
        if "/Lang" in element and not LANGUAGE.match(str(element.Lang)):
            self.problem("language", f"{element.Lang} is no language")
        if re.match("^H[1-6]$", kind):
            self.headings.append(int(kind[1]))
        self.kind(kind, element, attributes(element))
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self.kid(kid, kind, element)

    def kind(self, kind, element, found):
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            self.problem("figure", "a figure without Alt")
        if kind == "Figure" and ("/BBox" not in found or "/Placement" not in found):
            self.problem("figure", "a figure without BBox or Placement")
        if kind == "TH" and found.get("/Scope") not in ("/Row", "/Column"):
            self.problem("table", "a TH without Scope")
        if kind == "L" and "/ListNumbering" not in found:
            self.problem("list", "an L without ListNumbering")

    def kid(self, kid, kind, element):
        if not isinstance(kid, pikepdf.Dictionary):
            self.own(element, element.get("/Pg"), int(kid))
        elif kid.get("/Type") == "/MCR":
            self.own(element, kid.get("/Pg", element.get("/Pg")), int(kid.MCID))
        elif kid.get("/Type") == "/OBJR":
            if kind != "Link":
                self.problem("link", f"an annotation below {kind}")
            self.annotations[kid.Obj.objgen] = element
            if self.parents.get(kid.Obj.get("/StructParent")) != element.objgen:
                self.problem("parents", "a link's element and the parent tree disagree")
        else:
            if kid.P.objgen != element.objgen:
                self.problem("tree", f"{kid.S} does not know its parent")
            self.element(kid, element)

    def own(self, element, page, mcid):
        number = self.reader.page_number(page)
        if (number, mcid) in self.content:
            self.problem("parents", f"page {number + 1}: MCID {mcid} belongs to two elements")
        self.content[number, mcid] = element
        if mcid not in self.reader.pages[number]:
            self.problem("parents", f"page {number + 1}: no content has the MCID {mcid}")
        elif self.reader.pages[number][mcid].tag != str(element.S):
            self.problem("parents", f"page {number + 1}: MCID {mcid} is marked otherwise than its element")

    def parent_tree(self):
        """Keys to elements: lists of object numbers for pages, one for annotations."""
        numbers = list(self.root.StructTreeRoot.ParentTree.Nums)
        tree = {}
        for key, value in zip(numbers[::2], numbers[1::2]):
            is_list = isinstance(value, pikepdf.Array)
            tree[int(key)] = [element.objgen for element in value] if is_list else value.objgen
        return tree

    def agreement(self):
        for number, page in enumerate(self.pages):
            elements = self.parents.get(page.get("/StructParents"), [])
            if len(elements) != len(self.reader.pages[number]):
                self.problem("parents", f"page {number + 1}: the parent tree knows {len(elements)} pieces of content")
            for mcid, element in enumerate(elements):
                owner = self.content.get((number, mcid))
                if owner is None or owner.objgen != element:
                    self.problem("parents", f"page {number + 1}: MCID {mcid}: tree and parent tree disagree")
            for annotation in page.get("/Annots", []):
                if annotation.objgen not in self.annotations:
                    self.problem("parents", f"page {number + 1}: a link outside of the structure")

    def heading_order(self):
        before = 0
        for level in self.headings:
            if level > before + 1:
                self.problem("headings", f"H{level} follows H{before}")
            before = level

    def font(self, font):
        widths, advances = font.widths, font.hmtx()
        glyphs = font.glyph_map()
        for code in sorted(font.used):
            if code == 0 or code >= len(glyphs) or glyphs[code] == 0 or glyphs[code] >= len(advances):
                self.problem("font", f"{font.name}: code {code} shows no glyph")
            elif abs(widths.get(code, -1) - advances[glyphs[code]]) > WIDTH_TOLERANCE:
                self.problem("width", f"{font.name}: code {code} is {widths.get(code)}, not {advances[glyphs[code]]}")
            text = font.to_unicode.get(code, "")
            if not text or any(c in "\0\ufeff\ufffe\ufffd" for c in text):
                self.problem("unicode", f"{font.name}: code {code} means no text")
        if font.font.Encoding != "/Identity-H":
            self.problem("font", f"{font.name}: encoded otherwise than by two-byte codes")
        if not re.match(r"^/[A-Z]{6}\+", font.name) or font.descendant.FontDescriptor.FontName != font.font.BaseFont:
            self.problem("font", f"{font.name}: not named as a subset")

    def outlines(self):
        if "/Outlines" in self.root:
            self.bookmarks(self.root.Outlines)

    def bookmarks(self, above):
        """Walk the bookmarks below one; how many there are."""
        item, before, count = above.get("/First"), None, 0
        while item is not None:
            if item.Parent.objgen != above.objgen or (before is not None and item.Prev.objgen != before.objgen):
                self.problem("outline", "a bookmark does not know its neighbours")
            if not str(item.Title).strip() or item.Dest[0].objgen not in [page.objgen for page in self.pages]:
                self.problem("outline", f'the bookmark "{item.Title}" leads nowhere')
            count += 1 + (self.bookmarks(item) if "/First" in item else 0)
            before, item = item, item.get("/Next")
        if before is None or above.Last.objgen != before.objgen or int(above.Count) != count:
            self.problem("outline", f"Count {above.get('/Count')}, but {count} bookmarks")
        return count


def main():
    failed = False
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for path in sys.argv[1:]:
        problems = Check(path).run()
        for rule, text in problems:
            print(f"{path}: {rule}: {text}")
        failed = failed or bool(problems)
        if not problems:
            print(f"{path}: sound")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
