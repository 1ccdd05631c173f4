"""Who may look and who may add where a desk is shared: passwords, their hashes, and the address that is passed on.

No password set means a desk of one's own, in which everybody who can reach it may do everything.
"""

from __future__ import annotations

import getpass
import hashlib
import hmac
import json
import os
import secrets
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .errors import UsageError

Role = Literal["reader", "editor"]
ROLES: tuple[Role, ...] = ("editor", "reader")
# The hashes go to the server by this variable; the passwords themselves may be set by the others.
HASHES = "MARSAD_ACCESS"
PASSWORDS: Mapping[Role, str] = {"reader": "MARSAD_READER_PASSWORD", "editor": "MARSAD_EDITOR_PASSWORD"}
SHORTEST = 8
# Letters and digits that nobody mistakes for one another when they are read aloud or copied from a screen.
_ALPHABET, _GROUPS, _GROUP = "abcdefghjkmnpqrstuvwxyz23456789", 3, 4
_COST = {"n": 2**14, "r": 8, "p": 1}


@dataclass(frozen=True)
class Access:
    """Role → hash of its password; no role, no password asked for."""

    hashes: Mapping[Role, str]

    def role(self, password: str) -> Role | None:
        """What a password lets its holder do: the most where two roles share one; None where it is wrong."""
        return next((role for role in ROLES if role in self.hashes and _matches(password, self.hashes[role])), None)

    def to_environment(self) -> dict[str, str]:
        return {HASHES: json.dumps(dict(self.hashes))}


def from_environment(environment: Mapping[str, str] | None = None) -> Access:
    """The hashes that `--share` handed on, else those of passwords set as variables; raises UsageError on neither's
    being readable."""
    found = os.environ if environment is None else environment
    if found.get(HASHES):
        try:
            hashes = json.loads(found[HASHES])
            return Access({role: str(hashes[role]) for role in ROLES if role in hashes})
        except (ValueError, TypeError) as error:
            raise UsageError(f"{HASHES} can't be read; start with --share, which sets it") from error
    return Access({role: hashed(found[name]) for role, name in PASSWORDS.items() if found.get(name)})


def hashed(password: str) -> str:
    """A salted scrypt hash, as text."""
    salt = secrets.token_bytes(16)
    return f"scrypt${salt.hex()}${_scrypt(password, salt).hex()}"


def made() -> str:
    """A password that can be read aloud, of some 59 bits."""
    letters = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(letters)


def chosen() -> tuple[Access, dict[Role, str]]:
    """The access to a desk that is shared now, and the passwords that were made and have to be told.

    Each is taken from its variable, else asked for on a terminal, else made; without a terminal, made.
    """
    hashes: dict[Role, str] = {}
    told: dict[Role, str] = {}
    for role, name in PASSWORDS.items():
        given = os.environ.get(name) or _asked(role)
        if not given:
            given = told[role] = made()
        if len(given) < SHORTEST:
            raise UsageError(f"the {role}s' password is shorter than {SHORTEST} characters; choose a longer one")
        hashes[role] = hashed(given)
    return Access(hashes), told


def _asked(role: Role) -> str:
    if not sys.stdin.isatty():
        return ""
    does = "look" if role == "reader" else "look and add"
    return getpass.getpass(f"Password for {role}s, who may {does} (empty: one is made): ").strip()


def local_address() -> str:
    """This machine's address on its network, 127.0.0.1 where it has none. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(
                ("192.0.2.1", 9)
            )  # of the block kept for examples; a datagram socket only picks its way there
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def picture(link: str) -> str:
    """A link as a QR code of block characters for a terminal."""
    import io

    import segno

    drawn = io.StringIO()
    segno.make(link, error="l").terminal(drawn, compact=True)
    return drawn.getvalue()


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, dklen=32, **_COST)


def _matches(password: str, stored: str) -> bool:
    kind, _, rest = stored.partition("$")
    salt, _, known = rest.partition("$")
    if kind != "scrypt":
        return False
    return hmac.compare_digest(_scrypt(password, bytes.fromhex(salt)), bytes.fromhex(known))
