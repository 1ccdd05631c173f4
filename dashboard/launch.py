"""Starts Streamlit on the dashboard, from wherever it is called, with everything that the configuration must hold."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from . import access
from .errors import UsageError
from .ingest import open_workspace
from .store import as_url

ROOT = Path(__file__).resolve().parent.parent
_FIRST_PORT, _LAST_PORT = 8501, 8599
_THIS_MACHINE, _NETWORK, _EVERYWHERE = "127.0.0.1", "0.0.0.0", ("0.0.0.0", "::")  # noqa: S104
_OWN = (_THIS_MACHINE, "localhost", "::1")


def launch(workspace: str | None, host: str | None, port: int | None, *, empty: bool, share: bool = False) -> int:
    """Open the workspace, start Streamlit, print the address when it answers; returns its exit status.

    A shared desk listens on the network unless told a host, asks for a password, and prints a link to pass on.
    """
    url = as_url(workspace)
    host = host or (_NETWORK if share else _THIS_MACHINE)
    shared, told = access.chosen() if share else (None, {})
    path = url.removeprefix("sqlite:///")
    first = url.startswith("sqlite:///") and not Path(path).exists() and not empty
    waiting = "; it is new: the sample articles are read into it, which takes some seconds" if first else ""
    print(f"Marsad: opening {path}{waiting}", flush=True)
    open_workspace(url, empty=empty)
    chosen = _free_port(host, port)
    options = {
        "server.address": host,
        "server.port": str(chosen),
        "server.headless": "true",
        "server.enableStaticServing": "true",
        "browser.gatherUsageStats": "false",
        "server.fileWatcherType": "none",
        "logger.level": "warning",
    }
    link = f"http://{access.local_address() if host in _EVERYWHERE else host}:{chosen}"
    if shared:
        options["browser.serverAddress"] = link.split("//")[1].rpartition(":")[0]
    command = [sys.executable, "-m", "dashboard.serve", "run", str(ROOT / "dashboard" / "app.py")]
    for name, value in options.items():
        command += [f"--{name}", value]
    # The theme and its fonts stand in .streamlit/config.toml, which counts only when started from its folder.
    environment = {**os.environ, "MARSAD_WORKSPACE": url}
    if shared:
        for name in access.PASSWORDS.values():  # the server needs no more than the hashes
            environment.pop(name, None)
        environment |= shared.to_environment()
    # Whoever ends this process by a signal means the server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        address = f"http://{_THIS_MACHINE if host in _EVERYWHERE else host}:{chosen}"
        if _answers(address, process):
            if shared:
                print(_invitation(link, told), flush=True)
            elif host not in _OWN:
                print(f"Marsad: open at {link} to everybody who reaches this machine, to look and to add, without a "
                      "password; start with --share to ask for one", flush=True)  # fmt: skip
            print(f"Marsad: {address}   (stop with Ctrl+C)", flush=True)
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        process.terminate()
        process.wait()


def _invitation(link: str, told: dict[access.Role, str]) -> str:
    lines = [access.picture(link), f"Marsad: shared at {link}"]
    lines += [f"Marsad: {role}s' password, shown only now: {password}" for role, password in told.items()]
    return "\n".join(lines)


def _free_port(host: str, port: int | None) -> int:
    for candidate in [port] if port else range(_FIRST_PORT, _LAST_PORT):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError as error:
                reason = error
                continue
        return candidate
    if port:
        raise UsageError(f"{host}:{port} can't be used ({reason.strerror}); name another --port, or none")
    raise UsageError(f"no free port between {_FIRST_PORT} and {_LAST_PORT}; name one with --port")


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether the server answers within a minute; False where it ended before."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback needs no proxy
    for _ in range(600):
        if process.poll() is not None:
            return False
        try:
            with opener.open(f"{address}/_stcore/health", timeout=1):
                return True
        except OSError:
            time.sleep(0.1)
    return False
