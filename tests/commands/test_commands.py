"""The command line as a user calls it: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NEWS = "مناورات مشتركة\n\nأعلنت إيران وروسيا أنهما ستجريان مناورات بحرية مشتركة في بحر عمان الشهر المقبل."


def marsad(*arguments: str, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "dashboard", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, timeout=120)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "خبر.txt"
    path.parent.mkdir()
    path.write_text(NEWS, "utf-8")
    return path


def test_extract_prints_one_record_an_article_and_nothing_else(article: Path) -> None:
    done = marsad("extract", str(article), "--published", "2021-08-24")
    assert (done.returncode, done.stderr) == (0, b"")
    (line,) = done.stdout.decode().splitlines()
    record = json.loads(line)
    assert {country["id"] for country in record["countries"]} == {"IRN", "RUS"}
    assert record["published"] == {"date": "2021-08-24", "how": "given", "evidence": "2021-08-24"}
    assert record["title"] == "مناورات مشتركة"
    assert record["engine"]["name"] == "rules"
    (date,) = record["dates"]
    assert (date["from"], date["to"], date["text"]) == ("2021-09-01", "2021-09-30", "الشهر المقبل")


def test_extract_reads_json_lines_from_standard_input() -> None:
    lines = '{"id": "a1", "text": "قالت إيران إنها مستعدة"}\n{"no": 1}\n'
    done = marsad("extract", "-", stdin=lines.encode())
    assert done.returncode == 1
    (line,) = done.stdout.decode().splitlines()
    assert json.loads(line)["id"] == "a1"
    assert "2" in done.stderr.decode() and "Traceback" not in done.stderr.decode()


def test_a_workspace_from_import_to_removal(article: Path, tmp_path: Path) -> None:
    workspace = str(tmp_path / "kept" / "w.db")
    (article.parent / "empty.txt").write_text("")
    done = marsad("ingest", str(article.parent), "--workspace", workspace)
    assert done.returncode == 1
    assert done.stdout.decode().splitlines()[-1] == "added 1, duplicates 0, updated 0, rejected 1"
    assert "empty.txt" in done.stderr.decode()
    done = marsad("ingest", str(article), "--workspace", workspace)
    assert done.stdout.decode().splitlines() == ["added 0, duplicates 1, updated 0, rejected 0"]

    from dashboard import frames

    articles = frames(workspace)["articles"]
    (id,) = articles["id"]
    done = marsad("show", id, "--workspace", workspace)
    assert json.loads(done.stdout)["title"] == "مناورات مشتركة"
    assert marsad("reextract", "--workspace", workspace).returncode == 0
    assert marsad("remove", id, "--workspace", workspace).returncode == 0
    done = marsad("show", id, "--workspace", workspace)
    assert done.returncode == 2
    assert id in done.stderr.decode()


def test_an_import_says_what_takes_it_back_and_that_can_be_pasted(article: Path, tmp_path: Path) -> None:
    workspace = str(tmp_path / "a folder" / "w.db")
    said = marsad("ingest", str(article), "--workspace", workspace).stderr.decode()
    command = re.search(r"`python -m dashboard (.*)` takes it back", said)
    assert command, said
    done = marsad(*shlex.split(command[1]))
    assert (done.returncode, done.stdout.decode()) == (0, "removed 1\n")


def test_progress_as_json_lines(article: Path, tmp_path: Path) -> None:
    done = marsad("ingest", str(article), "--workspace", str(tmp_path / "w.db"), "--json")
    events = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [event["event"] for event in events] == ["start", "file", "end"]
    assert (events[1]["status"], events[2]["added"]) == ("added", 1)


def test_an_import_beside_the_samples_says_what_takes_them_away(article: Path, tmp_path: Path) -> None:
    from dashboard.model import Article
    from dashboard.pipeline import extract_article
    from dashboard.store import Store

    store = Store(tmp_path / "w.db")
    batch = store.add_batch("sample articles", samples=True)
    store.put([extract_article(Article(text="مقال من مقالات العيّنة عن إيران."))], batch)
    done = marsad("ingest", str(article), "--workspace", str(tmp_path / "w.db"))
    assert done.stdout.decode().splitlines()[-1] == "added 1, duplicates 0, updated 0, rejected 0"
    said = done.stderr.decode()
    assert "one sample article" in said and f"remove {batch} --workspace" in said
    command = re.search(r"`python -m dashboard (.*)` takes them away", said)
    assert command and marsad(*shlex.split(command[1])).returncode == 0
    assert store.count() == 1
    done = marsad("ingest", str(article), "--workspace", str(tmp_path / "w.db"))
    assert "sample" not in done.stderr.decode()


def test_an_import_that_stops_says_why_with_its_code(article: Path, tmp_path: Path) -> None:
    (tmp_path / "w.db").write_bytes(b"no database at all" * 100)
    done = marsad("ingest", str(article), "--workspace", str(tmp_path / "w.db"), "--json")
    (event,) = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert (event["event"], event["said"]["code"]) == ("error", "workspace.no_database") and done.returncode == 2


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["extract", "nowhere.txt"], 1, "nowhere.txt"),
        (["extract", "{tmp}"], 1, "no article in this folder"),
        (["extract"], 2, "usage"),
        (["extract", "README.md", "--published", "yesterday"], 2, "yesterday"),
        (["bogus"], 2, "bogus"),
        (["--port", "99999"], 2, "99999"),
        (["search", "", "--workspace", "{tmp}/x.db"], 2, "there is no such workspace"),
        (["show", "a", "--workspace", "{tmp}/x.db"], 2, "there is no such workspace"),
        (["export", "{tmp}/out", "--workspace", "{tmp}/x.db"], 2, "there is no such workspace"),
        (["remove", "a", "--workspace", "{tmp}/x.db"], 2, "there is no such workspace"),
        (["imports", "--workspace", "{tmp}/x.db"], 2, "there is no such workspace"),
        (["reextract", "--workspace", "{tmp}/x.db"], 2, "there is no such workspace"),
    ],
)
def test_wrong_usage_is_said_without_a_traceback(arguments: list[str], status: int, said: str, tmp_path: Path) -> None:
    done = marsad(*[argument.format(tmp=tmp_path) for argument in arguments])
    assert done.returncode == status
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []  # a name mistyped makes nothing


def test_search_lists_what_a_query_finds(article: Path, tmp_path: Path) -> None:
    workspace = str(tmp_path / "w.db")
    marsad("ingest", str(article), "--workspace", workspace)
    id = json.loads(marsad("search", "", "--json", "--workspace", workspace).stdout)["id"]
    for query, count in (("مناوره", 1), ("", 1), ("-مناورات", 0)):
        done = marsad("search", query, "--workspace", workspace)
        assert [line.split("\t")[0] for line in done.stdout.decode().splitlines()] == [id] * count
        assert done.stderr.decode().strip() == ("" if count else "no article of 1 answers")
    (row,) = marsad("search", "country:IRN", "--json", "--workspace", workspace).stdout.decode().splitlines()
    assert json.loads(row)["title"] == "مناورات مشتركة"
    done = marsad("search", "إيران (روسيا", "--workspace", workspace)
    assert (done.returncode, "character 7" in done.stderr.decode()) == (2, True)
    done = marsad("search", "country:Irann", "--workspace", workspace)
    assert (done.returncode, "did you mean Iran?" in done.stderr.decode()) == (2, True)
    (line,) = marsad("imports", "--workspace", workspace).stdout.decode().splitlines()
    assert line.split("\t")[2] == "1"
    assert marsad("show", "nothing", "--workspace", workspace).returncode == 2


def test_a_fault_in_one_article_leaves_the_others(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from dashboard import ingest, inputs, pipeline
    from dashboard.model import Article
    from dashboard.store import Store

    right = pipeline.extract_prepared

    def wrong(article: Article, *rest: object, **options: object) -> object:
        if "سيئ" in article.text:
            raise KeyError("broken")
        return right(article, *rest, **options)

    monkeypatch.setattr(pipeline, "extract_prepared", wrong)
    articles = [Article(text="نص سيئ عن إيران"), Article(text="نص جيد عن إيران")]
    fates: list[ingest.Fate] = []
    summary = ingest.store_all(articles, Store(tmp_path / "w.db"), label="test", report=fates.append)
    assert (summary.added, summary.rejected) == (1, 1)
    assert "KeyError" in str(fates[0].reason)
    made = list(inputs.records(articles))
    assert [isinstance(one, Exception) for one in made] == [True, False]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ending_the_command_ends_its_server(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "--workspace", str(tmp_path / "w.db"), "--empty"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = iter(process.stdout.readline, "")
        address = next(line.split()[1] for line in said if "http" in line)
        process.terminate()
        process.wait(30)
    with pytest.raises(OSError):
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"{address}/_stcore/health", timeout=2)
