#!/usr/bin/env python3
"""check, keyboard, tasks, weight - open the built sample in Chromium and tell what a browser, a keyboard and a parent have against it.

check.mjs accessibility in each way that readers see a page; keyboard.mjs the Tab key; tasks.mjs what families come for;
weight.mjs what a visit costs. ALL=1 looks at every page instead of one for each kind and language. pictures.mjs tests
nothing: it makes the pictures of README.md.
"""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from support import install_browser_tools, sample_languages, sample_site

install_browser_tools()
environment = dict(os.environ, FRONTDOOR_SITE=sample_site(), LANGUAGES=" ".join(sample_languages()))
program = os.path.basename(sys.argv[0]) + ".mjs"
sys.exit(subprocess.run(["node", program], cwd=HERE, env=environment, check=False).returncode)
