"""The commands. `python -m dashboard` alone starts the dashboard; see README for the others."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from .errors import MarsadError, RejectedInput, UsageError, as_json


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 all done, 1 some inputs rejected, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console or LANG=C would refuse Arabic
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parser().parse_args(_with_queries(sys.argv[1:] if argv is None else argv))
    try:
        return int(arguments.run(arguments))
    except MarsadError as error:
        print(f"marsad: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of a pipe left: its right
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print("marsad: stopped; what was reported as stored is stored", file=sys.stderr)
        return 130


def _with_queries(argv: Sequence[str]) -> list[str]:
    """The arguments, a query that begins with a minus (-مناورات) set off by a blank: no option begins so."""
    if "search" not in argv:
        return list(argv)
    return [
        f" {word}" if word.startswith("-") and word[1:2] not in ("", "-") and word != "-h" else word for word in argv
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Marsad, a desk for the press of a region")
    _workspace(parser)
    parser.add_argument("--host", help="address to listen on (default: this machine only; with --share all of its)")
    parser.add_argument("--port", type=_port, metavar="PORT", help="port (default: 8501, or the next free one)")
    parser.add_argument("--empty", action="store_true", help="a new workspace starts without the sample articles")
    parser.add_argument(
        "--share",
        action="store_true",
        help="let others on the network in, with a password each for readers and editors",
    )
    parser.set_defaults(run=_start)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    command = commands.add_parser("extract", help="print a JSON record per article; nothing is stored")
    command.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for JSON Lines on stdin")
    command.add_argument("--published", metavar="DATE", help="publication date of articles that give none themselves")
    _engine(command)
    command.set_defaults(run=_extract)

    command = commands.add_parser("ingest", help="read, extract and store")
    command.add_argument("paths", nargs="+", metavar="PATH")
    command.add_argument("--published", metavar="DATE", help="publication date of articles that give none themselves")
    command.add_argument("--label", help="what the import is called (default: the names of its paths)")
    command.add_argument("--json", action="store_true", help="progress as JSON lines on standard output")
    _engine(command)
    _workspace(command)
    command.set_defaults(run=_ingest)

    command = commands.add_parser("export", help="write the frames, and the network as GraphML and GEXF")
    command.add_argument("folder", metavar="DIR")
    command.add_argument("--format", choices=("parquet", "csv", "xlsx"), default="parquet")
    _workspace(command)
    command.set_defaults(run=_export)

    command = commands.add_parser("show", help="print the stored record of an article as JSON")
    command.add_argument("id", metavar="ID")
    _workspace(command)
    command.set_defaults(run=_show)

    command = commands.add_parser("search", help="list the articles that answer a query, newest first (empty: all)")
    command.add_argument("query", metavar="QUERY", help='words, "phrases", AND OR NOT, word*, NEAR, country:IRN …')
    command.add_argument("--json", action="store_true", help="a JSON object a line instead of a table")
    _workspace(command)
    command.set_defaults(run=_search)

    command = commands.add_parser("imports", help="list the imports of the workspace, newest first")
    _workspace(command)
    command.set_defaults(run=_imports)

    command = commands.add_parser("remove", help="take back an article or a whole import")
    command.add_argument("id", metavar="ID|BATCH")
    _workspace(command)
    command.set_defaults(run=_remove)

    command = commands.add_parser(
        "reextract", help="run today's engine, lexicon and the workspace's themes over the stored texts"
    )
    command.add_argument(
        "--outdated", action="store_true",
        help="only what was read with other themes or another lexicon, each by the engine that read it",
    )  # fmt: skip
    command.add_argument("--json", action="store_true", help="progress as JSON lines on standard output")
    _engine(command)
    _workspace(command)
    command.set_defaults(run=_reextract)

    command = commands.add_parser("engines", help="list what extraction can use here, and what installs the rest")
    command.set_defaults(run=_engines)
    return parser


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65_536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; a number from 1 to 65535 is")
    return int(text)


def _engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine", choices=("rules", "camel"), default="rules",
        help="camel: the rules with camel-tools' names and lemmas where they are installed (default: rules)",
    )  # fmt: skip


def _workspace(parser: argparse.ArgumentParser) -> None:
    # SUPPRESS: a subcommand's default must not overwrite what was given before it.
    parser.add_argument(
        "--workspace", metavar="DB", default=argparse.SUPPRESS,
        help="a path to an SQLite file or a SQLAlchemy URL (default: MARSAD_WORKSPACE, else the user's data folder)",
    )  # fmt: skip


def _start(arguments: argparse.Namespace) -> int:
    from .launch import launch

    return launch(
        getattr(arguments, "workspace", None), arguments.host, arguments.port,
        empty=arguments.empty, share=arguments.share,
    )  # fmt: skip


def _extract(arguments: argparse.Namespace) -> int:
    from .inputs import outcomes, records
    from .pipeline import reads_many

    reads_many()
    rejected = 0
    for record in records(outcomes(arguments.paths, arguments.published), arguments.engine):
        if isinstance(record, RejectedInput):
            rejected += 1
            print(f"rejected: {record}", file=sys.stderr)
        else:
            print(json.dumps(record.to_dict(), ensure_ascii=False), flush=True)
    return 1 if rejected else 0


def _ingest(arguments: argparse.Namespace) -> int:
    from .ingest import as_event
    from .inputs import import_paths
    from .pipeline import reads_many

    reads_many()
    try:
        summary = import_paths(
            arguments.paths, getattr(arguments, "workspace", None), arguments.published, arguments.label,
            arguments.json, arguments.engine,
        )  # fmt: skip
    except MarsadError as error:
        if arguments.json:
            print(as_event("error", said=as_json(error.message)), flush=True)
        raise
    return 1 if summary.rejected else 0


def _export(arguments: argparse.Namespace) -> int:
    from .export import export

    for path in export(getattr(arguments, "workspace", None), arguments.folder, arguments.format):
        print(path)
    return 0


def _show(arguments: argparse.Namespace) -> int:
    from .store import Store

    record = Store(getattr(arguments, "workspace", None), create=False).article(arguments.id)
    if record is None:
        raise UsageError(f"{arguments.id}: no article of this workspace has this id")
    print(json.dumps(record, ensure_ascii=False, indent=2))
    return 0


def _search(arguments: argparse.Namespace) -> int:
    from .queries.corpus import Corpus
    from .queries.search import answers
    from .store import Store
    from .tables import frames
    from .theming import named

    store = Store(getattr(arguments, "workspace", None), create=False)
    corpus = Corpus(
        frames(store), store.revision(), store.search, store.known_words, named(store), identities=store.identities()
    )
    found = answers(corpus, arguments.query)
    for one in found:
        print(json.dumps(one, ensure_ascii=False) if arguments.json else "\t".join(map(_cell, one.values())))
    if not found:
        print(f"no article of {len(corpus.articles)} answers", file=sys.stderr)
    return 0


def _imports(arguments: argparse.Namespace) -> int:
    from .store import Store

    for batch in Store(getattr(arguments, "workspace", None), create=False).batches():
        print("\t".join(map(_cell, (batch["id"], batch["at"][:16], batch["articles"], batch["label"]))))
    return 0


def _cell(value: object) -> str:
    return " ".join(str(value or "–").split())


def _remove(arguments: argparse.Namespace) -> int:
    from .store import Store

    print(f"removed {Store(getattr(arguments, 'workspace', None), create=False).remove(arguments.id)}")
    return 0


def _reextract(arguments: argparse.Namespace) -> int:
    from .deciding import unfit
    from .ingest import as_event
    from .inputs import reextract, reread
    from .pipeline import reads_many
    from .store import Store

    reads_many()
    workspace = getattr(arguments, "workspace", None)
    try:
        if arguments.outdated:
            done = reread(workspace, arguments.json)
        else:
            done = reextract(workspace, arguments.engine, arguments.json)
    except MarsadError as error:
        if arguments.json:
            print(as_event("error", said=as_json(error.message)), flush=True)
        raise
    lost = len(unfit(Store(workspace, create=False)))
    if arguments.json:
        print(as_event("end", done=done, lost=lost))
    else:
        print(f"extracted again {done}")
        if lost:
            print(f"decisions that no longer fit: {lost}; see the page Review", file=sys.stderr)
    return 0


def _engines(arguments: argparse.Namespace) -> int:
    from .extractors.engines import available

    print("rules: always there")
    for part in available():
        print(f"camel, {part.use}: " + (f"installed in {part.path}" if part.path else f"missing; run `{part.command}`"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
