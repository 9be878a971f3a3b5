#!/usr/bin/python3
"""What a PDF says, read back from its structure tree; and whether that is what was meant.

Usage: roundtrip.py FILE.pdf                 print each block as a line of JSON: page, type, lang, text
       roundtrip.py FILE.pdf EXPECTED.tsv    compare with the display list's own text (door_display_write_text)

Exit status 0: the same; 1: different, and the differences are printed.
"""
import difflib
import json
import sys

from reader import Reader, plain


def expected_blocks(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            kind, lang, text = line.rstrip("\n").split("\t")
            yield f"{kind}\t{lang}\t{plain(text)}"


def letters(text):
    """The letters whatever their order: glyphs of right-to-left text stand in the order of the eye."""
    return sorted(text.replace(" ", ""))


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    reader = Reader(sys.argv[1])
    leaves = reader.leaves()
    failures = [f"{rule}: {text}" for rule, text in reader.problems]
    for leaf in leaves:
        if letters(leaf["glyphs"]) != letters(leaf["text"]):
            failures.append(f'page {leaf["page"]}: the glyphs say "{leaf["glyphs"]}", the element "{leaf["text"]}"')
    if len(sys.argv) == 2:
        for leaf in leaves:
            print(json.dumps({key: leaf[key] for key in ("page", "type", "lang", "text")}, ensure_ascii=False))
    else:
        want = list(expected_blocks(sys.argv[2]))
        have = [f'{leaf["type"]}\t{leaf["lang"]}\t{leaf["text"]}' for leaf in leaves]
        failures += difflib.unified_diff(want, have, sys.argv[2], sys.argv[1], n=0, lineterm="")
        if not failures:
            print(f"{sys.argv[1]}: {len(have)} blocks, all as they were meant")
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
