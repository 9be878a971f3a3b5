#!/usr/bin/env python3
"""lighthouse.py - Lighthouse's four scores of the sample's pages: 100 each, or what costs points."""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from support import install_node_modules, sample_site

folder = os.path.join(HERE, "lighthouse")
install_node_modules(folder)
environment = dict(os.environ, FRONTDOOR_SITE=sample_site())
sys.exit(subprocess.run(["node", "lighthouse.mjs", *sys.argv[1:]], cwd=folder, env=environment, check=False).returncode)
