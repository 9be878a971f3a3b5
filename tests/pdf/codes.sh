#!/bin/sh
# Read the QR codes of PDFs as a phone would: drawn at 150 dots per inch, which is less than any office printer.
#
# Usage: tests/pdf/codes.sh FILE.pdf ...      one line for each code: file, page, tab, what it says
#
# Exit status 1 if a file has no code that reads, or anything fails.
set -u

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

[ $# -gt 0 ] || { echo "usage: $0 FILE.pdf ..." >&2; exit 2; }
for file in "$@"; do
    rm -f "$work"/*
    pdftoppm -r 150 -png "$file" "$work/page" || failed=1
    found=0
    for page in "$work"/page-*.png; do
        number=${page##*-}
        zbarimg --quiet --raw -Sdisable -Sqrcode.enable "$page" >"$work/text" 2>/dev/null && found=1
        sed "s|^|$file ${number%.png}\t|" "$work/text"
    done
    [ $found -eq 1 ] || { echo "$file: no code reads" >&2; failed=1; }
done
exit $failed
