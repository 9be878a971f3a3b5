#!/usr/bin/env python3
"""Time frontdoor and Hugo on the same offer, in turn, and print medians and ratios.

    make bench                         # N=1000 L=1 SEED=1 RUNS=5
    make bench N=10000 L=1 RUNS=3
    bench.py --program .build/frontdoor [-N 1000] [-L 1] [--seed 1] [--runs 5] [--folder /dev/shm/frontdoor-bench]

Everything lies on a memory file system (/dev/shm): a disk's own pace would hide both programs. Runs are pairs, one of
each right behind the other, so that a busy machine is busy for both; `others` is the share of the machine that other
processes took meanwhile. Ratios count, seconds do not travel. Pages are compared before anything is timed: no figure is
printed for sites that differ. Wants Debian's hugo; GNU time gives CPU and peak memory.

What is timed: a clean build (the output removed before), one body edited, nothing changed. Hugo's last two are full
builds over the output that stands, as it has nothing else on disk.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = "2026-10-01"


def busy():
    values = [int(x) for x in open("/proc/stat").readline().split()[1:9]]
    return (sum(values) - values[3] - values[4]) / os.sysconf("SC_CLK_TCK")


def timed(command, folder):
    """Wall seconds, CPU seconds, peak MiB, and the share of the machine that others took."""
    with tempfile.NamedTemporaryFile("r") as report:
        before, start = busy(), time.perf_counter()
        done = subprocess.run(["time", "-q", "-f", "%U %S %M", "-o", report.name] + command, cwd=folder,
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        wall, worked = time.perf_counter() - start, busy() - before
        if done.returncode:
            sys.exit("bench: %s: exit %d\n%s" % (" ".join(command), done.returncode, done.stderr.decode()[-2000:]))
        user, system, peak = report.read().split()
    cpu = float(user) + float(system)
    return wall, cpu, int(peak) / 1024, max(0, (worked - cpu) / wall / os.cpu_count())


class Site:
    def __init__(self, name, folder, command, output):
        self.name, self.folder, self.command, self.output = name, folder, command, os.path.join(folder, output)
        below = "content/services" if name == "frontdoor" else "content/en/services"
        names = sorted(n for n in os.listdir(os.path.join(folder, below)) if n.endswith(".md"))
        self.file = os.path.join(folder, below, names[len(names) // 2])

    def build(self):
        return timed(self.command, self.folder)

    def remove(self):
        head, tail = os.path.split(self.output)
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(os.path.join(head, ".%s.frontdoor" % tail), ignore_errors=True)

    def edit(self, number):
        with open(self.file, "a", encoding="utf-8") as stream:
            stream.write("\nOne more line, number %d.\n" % number)


def make(arguments, name):
    folder = os.path.join(arguments.folder, "%s-%d-%s-%d" % (name, arguments.N, arguments.L, arguments.seed))
    if not os.path.exists(folder + ".made"):
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, os.path.join(HERE, "corpus.py"), "--format", name, "--services",
                        str(arguments.N), "--langs", arguments.L, "--seed", str(arguments.seed), "--out", folder],
                       check=True)
        open(folder + ".made", "w").close()
    if name == "hugo":
        return Site(name, folder, ["hugo", "--quiet"], "public")
    return Site(name, folder, [os.path.abspath(arguments.program), "build", ".", "--today", TODAY, "--quiet"],
                "output/site")


def compare(sites):
    for site in sites:
        site.remove()
        site.build()
    done = subprocess.run([sys.executable, os.path.join(HERE, "same_html.py"), sites[1].output, sites[0].output],
                          stdout=subprocess.PIPE)
    print("# " + done.stdout.decode().strip().replace("\n", "\n# "))
    if done.returncode:
        sys.exit("bench: the two sites are not the same; nothing is timed")


def measure(what, sites, runs, pages, before):
    """Pairs of runs, one of each; before(site, number) comes first and is not timed."""
    results = {site.name: [] for site in sites}
    for number in range(runs):
        for site in sites:
            before(site, number)
            results[site.name].append(site.build())
    medians = {}
    for site in sites:
        wall, cpu, peak, others = (statistics.median(column) for column in zip(*results[site.name]))
        walls = [row[0] for row in results[site.name]]
        medians[site.name] = (wall, cpu, peak)
        print("%-16s %-10s %7.3f (%.3f-%.3f) %8.2f %7.0f %9.0f %9.0f %5.0f%%" % (
            what, site.name, wall, min(walls), max(walls), cpu, peak, wall / pages * 1e6, cpu / pages * 1e6,
            others * 100))
    ratios = [medians["hugo"][i] / medians["frontdoor"][i] for i in range(3)]
    print("%-16s %-10s wall / %.1f, CPU / %.1f, memory / %.1f" % (what, "ratio", *ratios), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("-N", type=int, default=1000)
    parser.add_argument("-L", default="1")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", default="/dev/shm/frontdoor-bench")
    arguments = parser.parse_args()
    for tool in ("hugo", "time"):
        if not shutil.which(tool):
            sys.exit("bench: install %s (Debian: apt-get install hugo time)" % tool)
    sites = [make(arguments, "frontdoor"), make(arguments, "hugo")]
    languages = int(arguments.L) if arguments.L.isdigit() else arguments.L.count(",") + 1
    pages = arguments.N * languages
    compare(sites)
    print("%-16s %-10s %23s %8s %7s %9s %9s %6s" % ("%d x %d" % (arguments.N, languages), "", "wall s (min-max)",
                                                    "CPU s", "MiB", "wall us/p", "CPU us/p", "others"))
    measure("clean", sites, arguments.runs, pages, lambda site, number: site.remove())
    measure("nothing changed", sites, arguments.runs, pages, lambda site, number: None)
    measure("one body edited", sites, arguments.runs, pages, lambda site, number: site.edit(number))


main()
