"""support - what the test programs share: telling results, running frontdoor, comparing folders."""
import difflib
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

TESTS = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(TESTS)
FRONTDOOR = os.environ.get("FRONTDOOR") or os.path.join(PROJECT, ".build", "frontdoor")
BUILD = os.environ.get("BUILD") or os.path.join(PROJECT, ".build", "plain")
ACCEPT = bool(os.environ.get("ACCEPT"))
TODAY = "2026-11-24"        # a Tuesday in term time: the day on which tests build

_told = {"passed": 0, "failed": 0, "skipped": 0}
_tests = []


class Skip(Exception):
    """Raised by a test that cannot run here; its text says why."""


def report(name, problems=()):
    """Tell one result. problems: one text or several; none means that it passed."""
    if isinstance(problems, str):
        problems = [problems]
    problems = list(problems)
    if not problems:
        _told["passed"] += 1
        print(f"ok - {name}", flush=True)
        return
    _told["failed"] += 1
    print(f"not ok - {name}")
    for problem in problems[:40]:
        for line in problem.rstrip("\n").split("\n"):
            print(f"#   {line}")
    if len(problems) > 40:
        print(f"#   and {len(problems) - 40} more")
    sys.stdout.flush()


def skip(name, reason):
    _told["skipped"] += 1
    print(f"ok - {name} # SKIP {reason}", flush=True)


def test(function):
    """Mark a function as a test. Its name is the sentence; what it asserts, or the texts it returns, are its problems."""
    _tests.append(function)
    return function


def main():
    """Run the marked functions in order, then end the program."""
    for function in _tests:
        name = function.__name__
        try:
            report(name, function() or ())
        except Skip as reason:
            skip(name, reason)
        except AssertionError as problem:
            report(name, str(problem) or traceback.format_exc())
        except Exception:       # a broken test is a failed one; the others still run
            report(name, traceback.format_exc())
    finish()


def finish():
    print(f"1..{sum(_told.values())}")
    sys.exit(1 if _told["failed"] else 0)


def frontdoor(*arguments, cwd=PROJECT, expect=0, env=None):
    """Run the program; the finished process, with its output as text."""
    environment = dict(os.environ, **(env or {}))
    done = subprocess.run([FRONTDOOR, *arguments], cwd=cwd, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, check=False)
    done.stdout = done.stdout.decode("utf-8", "replace")
    done.stderr = done.stderr.decode("utf-8", "replace")
    if expect is not None:
        assert done.returncode == expect, \
            f"frontdoor {' '.join(arguments)}: exit {done.returncode}, expected {expect}\n{done.stdout}{done.stderr}"
    return done


def temporary_folder():
    """A folder that is gone when the test program ends."""
    folder = tempfile.TemporaryDirectory(prefix="frontdoor-")
    _folders.append(folder)
    return folder.name


_folders = []


def copy_offer(source, target):
    """The parts of an offer that an editor keeps, without any output."""
    for name in ("content", "translations", "themes"):
        if os.path.isdir(os.path.join(source, name)):
            shutil.copytree(os.path.join(source, name), os.path.join(target, name), symlinks=True)
    return target


def build(offer, output, *more, **options):
    """Build an offer as of the tests' day, quietly."""
    return frontdoor("build", offer, "-o", output, "--today", TODAY, "--quiet", *more, **options)


def sample_site():
    """The sample offer, built; each build is whole and cheap, so every program makes sure of its own."""
    output = os.path.join(PROJECT, ".build", "sample", "site")
    os.makedirs(os.path.dirname(output), exist_ok=True)
    build(PROJECT, output)
    return output


def sample_languages():
    """The codes in the sample's offer.yaml, the first one first."""
    with open(os.path.join(PROJECT, "content", "offer.yaml"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("languages:"):
                return [code.strip() for code in line.split(":", 1)[1].split("#")[0].strip(" []\n").split(",")]
    raise AssertionError("content/offer.yaml has no line that begins with languages:")


def files_below(folder, ending=""):
    """Paths below a folder, sorted, relative to it."""
    found = []
    for where, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.relpath(os.path.join(where, name), folder) for name in names if name.endswith(ending)]
    return sorted(found)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def digests(folder):
    """Path to hash of every file: two folders are the same when these are equal."""
    return {path: hashlib.sha256(read(os.path.join(folder, path))).hexdigest() for path in files_below(folder)}


def folder_differences(left, right, left_name="expected", right_name="actual"):
    """What differs between two folders, in words."""
    problems = []
    ours, theirs = files_below(left), files_below(right)
    problems += [f"only in {left_name}: {path}" for path in ours if path not in set(theirs)]
    problems += [f"only in {right_name}: {path}" for path in theirs if path not in set(ours)]
    for path in ours:
        if path in set(theirs):
            a, b = read(os.path.join(left, path)), read(os.path.join(right, path))
            if a != b:
                problems.append(text_difference(a, b, path))
    return problems


def text_difference(expected, actual, name):
    """A unified diff, or where the bytes part when they are no text."""
    try:
        lines = difflib.unified_diff(expected.decode().splitlines(), actual.decode().splitlines(),
                                     f"expected {name}", f"actual {name}", lineterm="", n=2)
        shown = list(lines)[:60]
        if shown:
            return "\n".join(shown)
    except UnicodeDecodeError:
        pass
    at = next((i for i, (a, b) in enumerate(zip(expected, actual)) if a != b), min(len(expected), len(actual)))
    return f"{name}: bytes differ from offset {at} on ({len(expected)} and {len(actual)} bytes)"


def install_browser_tools():
    install_node_modules(os.path.join(TESTS, "browser"))


def install_node_modules(folder):
    """What package-lock.json names, from npm's registry; nothing to do when that is there already."""
    lock, stamp = os.path.join(folder, "package-lock.json"), os.path.join(folder, "node_modules", ".frontdoor")
    if os.path.exists(stamp) and read(stamp) == read(lock):
        return
    done = subprocess.run(["npm", "ci", "--no-progress"], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                          check=False)
    assert done.returncode == 0, f"npm ci: {done.stdout.decode()}{done.stderr.decode()}"
    shutil.copyfile(lock, stamp)
