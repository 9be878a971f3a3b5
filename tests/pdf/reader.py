"""Read a tagged PDF the way an assistive reader does: from the structure tree to the text on the pages.

Used by check.py and roundtrip.py. Understands what frontdoor writes (composite fonts with two-byte codes), and
collects in `problems` whatever contradicts the rules of tagged content on the way.
"""
import re
import struct

import pikepdf

SHOW = {"Tj", "TJ", "'", '"'}
PAINT = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
IGNORED = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]")


def plain(text):
    """Text as it is compared: white space runs are one space, marks that only steer layout are gone."""
    return " ".join(IGNORED.sub("", text).split())


class Font:
    def __init__(self, font):
        self.name = str(font.BaseFont)
        self.font = font
        self.descendant = font.DescendantFonts[0]
        self.to_unicode = self.read_to_unicode() if "/ToUnicode" in font else {}
        self.widths = self.read_widths()
        self.used = set()

    def read_to_unicode(self):
        cmap = self.font.ToUnicode.read_bytes().decode("ascii")
        pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", cmap, re.M)
        return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}

    def read_widths(self):
        widths, entries = {}, list(self.descendant.get("/W", []))
        while entries:
            first, list_or_last = int(entries.pop(0)), entries.pop(0)
            for i, width in enumerate(list_or_last):
                widths[first + i] = float(width)
        return widths

    def glyph_map(self):
        data = self.descendant.CIDToGIDMap.read_bytes()
        return struct.unpack(f">{len(data) // 2}H", data)

    def hmtx(self):
        """The advance of each glyph of the embedded file, in thousandths of an em."""
        data = self.descendant.FontDescriptor.FontFile2.read_bytes()
        tables = {}
        for i in range(struct.unpack(">H", data[4:6])[0]):
            tag, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
            tables[tag] = data[offset:offset + length]
        units = struct.unpack(">H", tables[b"head"][18:20])[0]
        metrics = struct.unpack(">H", tables[b"hhea"][34:36])[0]
        glyphs = struct.unpack(">H", tables[b"maxp"][4:6])[0]
        advances = [struct.unpack(">H", tables[b"hmtx"][4 * i:4 * i + 2])[0] * 1000 / units for i in range(metrics)]
        return advances + [advances[-1]] * (glyphs - metrics)


class Content:
    """What lies in one piece of marked content of a page."""

    def __init__(self, tag):
        self.tag = tag
        self.texts = []         # in the order of the stream

    @property
    def text(self):
        return "".join(self.texts)


class Scope:
    """One BMC or BDC that is open."""

    def __init__(self, tag, content=None, artifact=False, actual=None):
        self.tag, self.content, self.artifact, self.actual = tag, content, artifact, actual


class Reader:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.problems = []
        self.fonts = {}
        self.pages = [self.read_page(number, page) for number, page in enumerate(self.pdf.pages)]

    def problem(self, rule, text):
        self.problems.append((rule, text))

    def font(self, page, name):
        font = page.Resources.Font[name]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = Font(font)
        return self.fonts[font.objgen]

    def read_page(self, number, page):
        """The marked content of a page by MCID."""
        walk = PageWalk(self, number, page.obj)
        for instruction in pikepdf.parse_content_stream(page):
            walk.step(list(instruction.operands), str(instruction.operator))
        walk.finish()
        return walk.contents

    def leaves(self):
        """Elements with content of their own, in reading order: dicts of page, type, lang, text and glyph text."""
        found = []
        self.walk(self.root.StructTreeRoot.K, str(self.root.get("/Lang", "")), None, found)
        return found

    def walk(self, element, lang, page, found):
        lang = str(element.get("/Lang", lang))
        page = element.get("/Pg", page)
        kids = element.get("/K", pikepdf.Array())
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        own = [kid for kid in kids if is_content(kid)]
        if own:
            found.append(self.leaf(element, own, lang, page))
        for kid in kids:
            if not is_content(kid) and kid.get("/Type") != "/OBJR":
                self.walk(kid, lang, page, found)

    def leaf(self, element, own, lang, page):
        places = [(self.page_number(page), int(kid)) if not isinstance(kid, pikepdf.Dictionary)
                  else (self.page_number(kid.get("/Pg", page)), int(kid.MCID)) for kid in own]
        glyphs = "".join(self.pages[number][mcid].text for number, mcid in places if mcid in self.pages[number])
        kind = str(element.S)[1:]
        text = glyphs
        if "/ActualText" in element:
            text = str(element.ActualText)
        if kind == "Figure":
            text = glyphs = str(element.get("/Alt", ""))
        return {"page": places[0][0] + 1, "type": kind, "lang": lang, "text": plain(text), "glyphs": plain(glyphs)}

    def page_number(self, page):
        for number, candidate in enumerate(self.pdf.pages):
            if candidate.obj.objgen == page.objgen:
                return number
        raise ValueError("an element points to a page outside the page tree")


def is_content(kid):
    return not isinstance(kid, pikepdf.Dictionary) or kid.get("/Type") == "/MCR"


class PageWalk:
    """One page's content stream, operator by operator."""

    def __init__(self, reader, number, page):
        self.reader, self.number, self.page = reader, number, page
        self.contents, self.scopes = {}, []
        self.in_text, self.saved = False, 0
        self.font, self.fill = None, ("g", 0.0)

    def problem(self, rule, text):
        self.reader.problem(rule, f"page {self.number + 1}: {text}")

    def step(self, operands, operator):
        if operator in ("BMC", "BDC"):
            self.begin(operands, operator)
        elif operator == "EMC":
            if not self.scopes:
                self.problem("balance", "EMC without a beginning")
            else:
                self.scopes.pop()
        elif operator in ("BT", "ET"):
            if self.in_text == (operator == "BT"):
                self.problem("balance", f"{operator} out of turn")
            self.in_text = operator == "BT"
        elif operator in ("q", "Q"):
            self.saved += 1 if operator == "q" else -1
            if self.saved < 0:
                self.problem("balance", "Q without q")
        elif operator in ("g", "rg", "k", "G", "RG", "K", "cs", "CS", "sc", "scn", "SC", "SCN"):
            self.colour(operands, operator)
        elif operator == "Tf":
            self.font = self.reader.font(self.page, str(operands[0]))
        elif operator in SHOW:
            self.show(operands, operator)
        elif operator in PAINT:
            self.owned(operator)

    def colour(self, operands, operator):
        if operator == "rg" and max(float(value) for value in operands) < 0.1:
            self.problem("black", f"{' '.join(map(str, operands))} rg is black of three inks")
        if operator not in ("g", "rg"):
            self.problem("black", f"the operator {operator} is not for a reader file")

    def begin(self, operands, operator):
        tag = str(operands[0])
        properties = operands[1] if operator == "BDC" else {}
        scope = Scope(tag, artifact=tag == "/Artifact")
        outer = [open_scope for open_scope in self.scopes if open_scope.content or open_scope.artifact]
        if "/MCID" in properties:
            mcid = int(properties["/MCID"])
            scope.content = Content(tag)
            if mcid in self.contents:
                self.problem("mcid", f"MCID {mcid} twice")
            self.contents[mcid] = scope.content
        if outer and (scope.content or scope.artifact):
            self.problem("nesting", f"{tag} inside {outer[-1].tag}")
        if "/ActualText" in properties:
            scope.actual = str(properties["/ActualText"])
            if self.owner():
                self.owner().texts.append(scope.actual)
        self.scopes.append(scope)

    def owner(self):
        for scope in reversed(self.scopes):
            if scope.content:
                return scope.content
        return None

    def owned(self, operator):
        if not any(scope.content or scope.artifact for scope in self.scopes):
            self.problem("unmarked", f"{operator} is neither tagged nor an artifact")

    def show(self, operands, operator):
        self.owned(operator)
        if not self.in_text or self.font is None:
            self.problem("balance", f"{operator} outside of a text object")
            return
        parts = operands[0] if operator == "TJ" else [operands[-1]]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        silent = any(scope.actual is not None for scope in self.scopes)
        for code in struct.unpack(f">{len(codes) // 2}H", codes):
            self.font.used.add(code)
            text = self.font.to_unicode.get(code, "\ufffd")
            if self.owner() and not silent:
                self.owner().texts.append(text)

    def finish(self):
        if self.scopes or self.in_text or self.saved:
            self.problem("balance", "something is left open at the end")
        if sorted(self.contents) != list(range(len(self.contents))):
            self.problem("mcid", "MCIDs do not count from 0 without gaps")
