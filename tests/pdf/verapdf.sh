#!/bin/sh
# Ask veraPDF, the outside judge, whether PDFs are PDF/UA-1 and PDF/A-2u.
#
# Usage: tests/pdf/verapdf.sh FILE.pdf ...
#
# Exit status 0: all are valid, and a broken copy of the first is not (else the judge is asleep); 1: not so;
# 77: veraPDF or Java cannot be had here, with a line that begins with SKIP. The jars come from Maven Central, once.
set -u

here=$(cd "$(dirname "$0")" && pwd)
jars=${VERAPDF:-$here/../../.build/verapdf}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "SKIP verapdf: $1"
    exit 77
}

fetch() {
    ls "$jars"/greenfield-apps-*.jar >/dev/null 2>&1 && return
    command -v "${MVN:-mvn}" >/dev/null || skip "Maven is not installed (Debian package maven)"
    "${MVN:-mvn}" -B -q -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/jars" \
        >"$work/log" 2>&1 || skip "Maven Central is out of reach: $(grep -m 1 ERROR "$work/log")"
    mkdir -p "$jars" && cp "$work"/jars/*.jar "$jars"/
}

# One line for each file and flavour: "PASS file flavour", or "FAIL ..." and the clauses below it.
judge() {
    flavour=$1
    shift
    java -cp "$jars/*" org.verapdf.apps.GreenfieldCliWrapper --flavour "$flavour" --format text -v "$@" 2>"$work/errors"
}

[ $# -gt 0 ] || { echo "usage: $0 FILE.pdf ..." >&2; exit 2; }
command -v java >/dev/null || skip "Java is not installed (Debian package default-jre-headless)"
fetch

failed=0
/usr/bin/python3 "$here/broken.py" "$1" "$work/broken.pdf" || exit 1
for flavour in ua1 2u; do
    judge "$flavour" "$@" >"$work/verdicts"
    cat "$work/verdicts"
    if [ "$(grep -c '^PASS ' "$work/verdicts")" -ne $# ]; then
        failed=1
        grep -v INFO "$work/errors" >&2
    fi
    judge "$flavour" "$work/broken.pdf" >"$work/control"
    if ! grep -q '^FAIL ' "$work/control"; then
        echo "veraPDF finds nothing wrong by $flavour in a file that was broken on purpose"
        failed=1
    fi
done
exit $failed
