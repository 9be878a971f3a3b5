#!/usr/bin/env python3
"""Build the websites of many councils, one after another: 153 councils x 200 services x 12 languages by default.

    councils.py --program .build/frontdoor [--councils 153] [--services 200] [--langs 12] [--offers 3]

Making up 153 offers would take longer than building them, so a few (--offers, each of another seed) are built again and
again, each time into an empty folder on a memory file system that is removed before the next. Only builds are timed.
"""
import argparse
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--councils", type=int, default=153)
    parser.add_argument("--services", type=int, default=200)
    parser.add_argument("--langs", default="12")
    parser.add_argument("--offers", type=int, default=3)
    parser.add_argument("--folder", default="/dev/shm/frontdoor-councils")
    arguments = parser.parse_args()
    offers, spent, output = [], 0.0, os.path.join(arguments.folder, "out")
    for seed in range(1, arguments.offers + 1):
        offers.append(os.path.join(arguments.folder, "offer-%d" % seed))
        shutil.rmtree(offers[-1], ignore_errors=True)
        subprocess.run([sys.executable, os.path.join(HERE, "corpus.py"), "--format", "frontdoor", "--services",
                        str(arguments.services), "--langs", arguments.langs, "--seed", str(seed), "--out",
                        offers[-1]], check=True)
    for council in range(arguments.councils):
        shutil.rmtree(output, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run([arguments.program, "build", offers[council % len(offers)], "-o", os.path.join(output, "site"),
                        "--today", "2026-10-01", "--quiet"], check=True, stderr=subprocess.DEVNULL)
        spent += time.perf_counter() - start
    pages = arguments.councils * arguments.services * int(arguments.langs)
    print("%d councils, %d service pages: %.1f s, %.0f us a page" % (arguments.councils, pages, spent,
                                                                    spent / pages * 1e6))
    shutil.rmtree(arguments.folder, ignore_errors=True)


main()
