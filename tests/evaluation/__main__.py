"""How right the engine is: `python -m tests.evaluation [--errors KIND] [--held-out] [--pin [--lower]] [--own]`.

Our own annotated articles first, in two halves: the open one may be looked at while rules are written, of the held-out
one only numbers are told (unless --held-out). Then the measures on data that stands beside the checkout, where it does.
"""

from __future__ import annotations

import argparse
import importlib.util
import runpy
import sys

from . import floors
from .annotated import KINDS
from .compare import Outcome

# Modules of this package that measure on data beside the checkout; each prints its own numbers.
SHARED = ("dates", "news", "names", "states", "dyads")


def main() -> int:
    """Print numbers; 1 when something is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--errors", choices=(*KINDS, "all"), help="list what was missed or wrong of a kind")
    parser.add_argument("--held-out", action="store_true", help="list errors of held-out articles too")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower floors too")
    parser.add_argument("--own", action="store_true", help="only our own articles")
    options = parser.parse_args()
    found = floors.outcomes()
    print_measures(found)
    if options.errors:
        for half in floors.HALVES if options.held_out else ("open",):
            print_errors(found[half], options.errors)
    now, kept = floors.scores(found), floors.read()
    fallen = floors.below(now, kept)
    if options.pin:
        floors.write(floors.pinned(now, kept, options.lower))
        fallen = [] if options.lower else fallen
    print(*fallen, sep="\n", end="\n" if fallen else "")
    if not options.own and not options.errors:
        for name in SHARED:
            run_shared(name)
    return int(bool(fallen))


def print_measures(found: dict[str, list[Outcome]]) -> None:
    """A line a kind: precision, recall, F1 and the number annotated, of both halves."""
    print(f"{'':14}" + "".join(f"{half:>32}" for half in floors.HALVES))
    print(f"{'':14}" + f"{'precision  recall      F1     n':>32}" * 2)
    for kind in KINDS:
        columns = (floors.measures(found[half], kind) for half in floors.HALVES)
        print(f"{kind:14}" + "".join(f"{p:>14.3f}{r:8.3f}{f:8.3f}{n:6}"[:36].rjust(32) for p, r, f, n in columns))


def print_errors(found: list[Outcome], kind: str) -> None:
    """Each miss and each false finding with its sentence."""
    for o in found:
        if o.result != "hit" and kind in (o.kind, "all"):
            print(f"{o.result.upper():5} {o.kind} {o.article}: {o.what}" + (f" | got {o.got}" if o.got else ""))
            if o.sentence:
                print(f"      in: {o.sentence}")


def run_shared(name: str) -> None:
    """A sister module's own measures, as its command prints them."""
    module = f"{__package__}.{name}"
    if importlib.util.find_spec(module) is None:
        return
    print(f"\n{name}")
    # The sister reads the command line too; ours is not meant for it.
    arguments, sys.argv = sys.argv, [module]
    try:
        runpy.run_module(module, run_name="__main__")
    except (SystemExit, FileNotFoundError) as stop:
        if isinstance(stop, FileNotFoundError):
            print(f"no data: {stop}")
    finally:
        sys.argv = arguments


if __name__ == "__main__":
    sys.exit(main())
