#!/usr/bin/python3
"""Each rule of check.py can fail: break a sound PDF in one way at a time and see that it is told.

Usage: check_test.py SOUND.pdf     (it needs a link, a figure, a table, a list, headings and two fonts)
"""
import os
import sys
import tempfile

import pikepdf

from check import Check


def elements(pdf, kind):
    """All structure elements of a type."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
            continue
        if element.S == kind:
            found.append(element)
        waiting += reversed(list(element.get("/K", [])))
    return found


def first_link(pdf):
    return next(page.obj.Annots[0] for page in pdf.pages if "/Annots" in page.obj)


def fonts(pdf):
    held = pdf.pages[0].obj.Resources.Font
    return [held[name] for name in sorted(held.keys())]


def change_content(pdf, old, new):
    stream = pdf.pages[0].obj.Contents
    data = stream.read_bytes()
    assert old in data, old
    stream.write(data.replace(old, new, 1))


def change_stream(stream, old, new):
    data = stream.read_bytes()
    assert old in data, old
    stream.write(data.replace(old, new))


def drop(holder, key):
    del holder[key]


def put(holder, key, value):
    holder[key] = value


DEFECTS = [      # the rule that must fail, and how it is made to
    ("language", lambda pdf: drop(pdf.Root, "/Lang")),
    ("language", lambda pdf: put(elements(pdf, "/P")[0], "/Lang", pikepdf.String("English"))),
    ("marked", lambda pdf: drop(pdf.Root, "/MarkInfo")),
    ("title", lambda pdf: drop(pdf.Root.ViewerPreferences, "/DisplayDocTitle")),
    ("intent", lambda pdf: put(pdf.Root, "/OutputIntents", pikepdf.Array())),
    ("metadata", lambda pdf: change_stream(pdf.Root.Metadata, b"<pdfuaid:part>1<", b"<pdfuaid:part>3<")),
    ("metadata", lambda pdf: put(pdf.docinfo, "/Title", pikepdf.String("Another"))),
    ("metadata", lambda pdf: put(pdf.docinfo, "/CreationDate", pikepdf.String("D:19990101000000Z"))),
    ("tabs", lambda pdf: drop(pdf.pages[0].obj, "/Tabs")),
    ("boxes", lambda pdf: put(pdf.pages[0].obj, "/TrimBox", pikepdf.Array([-1, 0, 100, 100]))),
    ("link", lambda pdf: drop(first_link(pdf), "/Contents")),
    ("link", lambda pdf: put(first_link(pdf), "/F", 0)),
    ("link", lambda pdf: put(first_link(pdf).A, "/URI", pikepdf.String("nowhere"))),
    ("link", lambda pdf: put(first_link(pdf), "/Rect", pikepdf.Array([0, 0, 9000, 10]))),
    ("parents", lambda pdf: put(first_link(pdf), "/StructParent", 9999)),
    ("parents", lambda pdf: put(pdf.pages[0].obj, "/StructParents", 1)),
    ("parents", lambda pdf: put(elements(pdf, "/P")[0], "/K", pikepdf.Array())),
    ("tree", lambda pdf: put(elements(pdf, "/LBody")[0], "/S", pikepdf.Name.P)),
    ("tree", lambda pdf: put(elements(pdf, "/P")[0], "/P", elements(pdf, "/L")[0])),
    ("figure", lambda pdf: drop(elements(pdf, "/Figure")[0], "/Alt")),
    ("figure", lambda pdf: drop(elements(pdf, "/Figure")[0], "/A")),
    ("table", lambda pdf: drop(elements(pdf, "/TH")[0], "/A")),
    ("list", lambda pdf: drop(elements(pdf, "/L")[0], "/A")),
    ("headings", lambda pdf: put(elements(pdf, "/H2")[0], "/S", pikepdf.Name.H4)),
    ("outline", lambda pdf: put(pdf.Root.Outlines, "/Count", 99)),
    ("balance", lambda pdf: change_content(pdf, b"EMC\n", b"")),
    ("balance", lambda pdf: change_content(pdf, b"ET\n", b"")),
    ("unmarked", lambda pdf: change_content(pdf, b"/Artifact BMC\n", b"/Other BMC\n")),
    ("nesting", lambda pdf: change_content(pdf, b"BT\n", b"/Artifact BMC EMC BT\n")),
    ("mcid", lambda pdf: change_content(pdf, b"/MCID 1>>", b"/MCID 0>>")),
    ("black", lambda pdf: change_content(pdf, b"\n0 g\n", b"\n0 0 0 rg\n")),
    ("black", lambda pdf: change_content(pdf, b"\n0 g\n", b"\n0 0 0 1 k\n")),
    ("font", lambda pdf: change_content(pdf, b"<0001", b"<0000")),
    ("width", lambda pdf: fonts(pdf)[0].DescendantFonts[0].W.__setitem__(1, pikepdf.Array([1] * 60))),
    ("unicode", lambda pdf: change_stream(fonts(pdf)[0].ToUnicode, b"<0001> <", b"<FF01> <")),
]


def told(sound, number, defect):
    """The rules that fail once the defect is in."""
    path = os.path.join(tempfile.gettempdir(), f"frontdoor-check-{os.getpid()}-{number}.pdf")
    with pikepdf.open(sound) as pdf:
        defect(pdf)
        pdf.save(path)
    try:
        return {rule for rule, _ in Check(path).run()}
    finally:
        os.unlink(path)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    missed = 0
    if Check(sys.argv[1]).run():
        sys.exit(f"{sys.argv[1]} is not sound to begin with")
    for number, (rule, defect) in enumerate(DEFECTS):
        rules = told(sys.argv[1], number, defect)
        if rule not in rules:
            print(f"defect {number} is not told as {rule}: {sorted(rules)}")
            missed += 1
    print(f"{len(DEFECTS) - missed} of {len(DEFECTS)} defects are told")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
