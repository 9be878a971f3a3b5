#!/usr/bin/python3
"""Break a sound PDF on purpose, by PDF/UA-1 and by PDF/A-2: the control that a validator bites.

Usage: broken.py SOUND.pdf BROKEN.pdf
"""
import sys

import pikepdf


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with pikepdf.open(sys.argv[1]) as pdf:
        for page in pdf.pages:
            del page.obj["/Tabs"]               # PDF/UA-1, 7.18.3, where there are links
        del pdf.Root["/ViewerPreferences"]      # PDF/UA-1, 7.1
        del pdf.Root["/OutputIntents"]          # PDF/A-2, 6.2.4.3
        pdf.save(sys.argv[2])
    return 0


if __name__ == "__main__":
    sys.exit(main())
