"""Streamlit with the desk's modules read before it listens: `python -m dashboard.serve run dashboard/app.py …`.

Left to itself, Streamlit reads them when the first page is asked for, and whoever asks waits. They are read before,
not beside: two threads that import at once can see each other's modules half made.
"""

from __future__ import annotations

import sys

from streamlit import net_util
from streamlit.web import cli

from .lexicon import load
from .views import desk, figures, overview, sidebar  # noqa: F401

# Streamlit would ask a server on the internet for this machine's address there; a desk asks nobody for anything.
net_util.get_external_ip = lambda: None

if __name__ == "__main__":
    load()
    sys.exit(cli.main(prog_name="streamlit"))
