"""Files, folders and archives: what is passed over, what is refused, and in which order things come."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from dashboard.errors import RejectedInput, UsageError
from dashboard.ingest import ingest
from dashboard.model import Article
from dashboard.readers import FORMATS, Limits, Outcome, read, read_bytes, walk
from dashboard.store import Store

TEXT = "وصل الوفد إلى العاصمة لإجراء محادثات تستمر يومين."


def packed(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def refused(found: list[Outcome]) -> list[str]:
    return [f"{item.origin}: {item.reason}" for item in found if isinstance(item, RejectedInput)]


def test_a_folder_in_a_fixed_order_without_readmes_hidden_files_and_page_parts(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.md", "README.md", "readme.txt", ".hidden.txt", ".git/x.txt", "page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        content = f"<html><body><p>{TEXT}</p><p>{TEXT}</p></body></html>" if name.endswith("html") else TEXT
        (tmp_path / name).write_text(content, "utf-8")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "style.css").write_text("p{}", "utf-8")
    found = list(walk([tmp_path]))
    assert [Path(item.origin).name for item in found] == ["a.txt", "b.txt", "page.html", "c.md"]
    assert not refused(found)


@pytest.mark.skipif(os.name == "nt", reason="there names are no bytes")
def test_names_that_are_no_utf8_are_told_legibly(tmp_path: Path) -> None:
    """An archive unpacked from an old Arabic system; such a name could be neither stored nor printed."""
    for name, content in (("مصر.txt", TEXT), ("فارغ.txt", "")):
        try:
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name.encode("cp1256"))).write_text(content, "utf-8")
        except OSError:
            pytest.skip("the file system wants UTF-8")
    assert sorted(Path(item.origin).name for item in walk([tmp_path])) == ["فارغ.txt", "مصر.txt"]
    workspace = tmp_path / "w.db"
    file = os.fsdecode(os.fsencode(tmp_path) + b"/" + "مصر.txt".encode("cp1256"))
    assert ingest([file], workspace).added == 1
    (batch,) = Store(workspace).batches()
    assert batch["label"] == "مصر.txt"


def test_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.xyz").write_text(TEXT, "utf-8")
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02\x03\x04" * 99)
    (tmp_path / "d.txt").write_text(TEXT, "utf-8")
    found = list(walk([tmp_path, tmp_path / "missing.txt"]))
    assert [type(item) for item in found] == [RejectedInput] * 3 + [Article, RejectedInput]
    reasons = refused(found)
    assert (
        "empty" in reasons[0] and "unknown kind" in reasons[1] and "not text" in reasons[2] and "no such" in reasons[3]
    )
    unknown = found[1]
    assert isinstance(unknown, RejectedInput) and ".jsonl" in unknown.remedy


def test_read_raises_at_the_first_that_fails(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert [article.text for article in read(tmp_path)] == [TEXT]
    with pytest.raises(RejectedInput, match="no such file"):
        list(read(tmp_path / "none.txt"))


def test_the_bound_is_a_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT * 300, "utf-8")
    monkeypatch.setenv("MARSAD_MAX_MB", "0.01")
    (reason,) = refused(list(walk([tmp_path])))
    assert "too large" in reason and "0.01 MB" in reason
    monkeypatch.setenv("MARSAD_MAX_MB", "1")
    assert not refused(list(walk([tmp_path])))
    for wrong in ("many", "-3", "0", "nan"):
        monkeypatch.setenv("MARSAD_MAX_MB", wrong)
        with pytest.raises(UsageError, match="MARSAD_MAX_MB"):
            list(walk([tmp_path]))


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights there")
def test_links_do_not_lead_out_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TEXT, "utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.txt").write_text(TEXT, "utf-8")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").symlink_to(tmp_path / "secret.txt")
    (inbox / "loop").symlink_to(inbox, target_is_directory=True)
    (inbox / "out").symlink_to(tmp_path / "outside", target_is_directory=True)
    (reason,) = refused(list(walk([inbox])))
    assert "a.txt" in reason and "link out of the folder" in reason
    assert len(list(walk([inbox]))) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_a_pipe_does_not_hang_the_walk(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.txt")
    assert "not a file" in refused(list(walk([tmp_path])))[0]


def test_an_archive_is_read_by_its_entries(tmp_path: Path) -> None:
    data = packed(
        {
            "b.json": b'[{"text": "%s"}, {"x": 1}]' % TEXT.encode(),
            "a.txt": TEXT.encode(),
            "README.txt": b"x",
            "__MACOSX/._a.txt": b"\x00\x05",
            "inner.zip": packed({"c.txt": TEXT.encode(), "third.zip": packed({"d.txt": TEXT.encode()})}),
            "pic.png": b"\x89PNG",
            "empty.txt": b"",
        }
    )
    found = list(read_bytes("box.zip", data))
    assert [item.origin for item in found if isinstance(item, Article)] == [
        "box.zip: a.txt",
        "box.zip: b.json: record 1",
        "box.zip: inner.zip: c.txt",
    ]
    reasons = refused(found)
    assert [reason.split(": ")[1] for reason in reasons] == ["b.json", "empty.txt", "inner.zip", "pic.png"]
    assert "third.zip" in reasons[2] and "a zip inside two others" in reasons[2]


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/abs/a.txt", "C:\\x\\a.txt", "..\\a.txt"])
def test_names_in_an_archive_are_labels(name: str) -> None:
    (article,) = read_bytes("box.zip", packed({name: TEXT.encode()}))
    label = article.origin.removeprefix("box.zip: ")
    assert label.endswith("a.txt") and ".." not in label and ":" not in label and not label.startswith("/")


def test_bombs_are_refused_and_small_tight_files_are_not() -> None:
    limits = Limits(file=3 * 2**20, total=4 * 2**20, ratio=50, entries=10)
    bomb = packed({"a.txt": b"a" * 2_900_000, "b.txt": TEXT.encode() * 3})
    found = list(read_bytes("box.zip", bomb, limits=limits))
    assert "packed more than" in refused(found)[0] and isinstance(found[1], Article)
    large = packed({"a.txt": os.urandom(3_200_000)}, zipfile.ZIP_STORED)
    assert "too large" in refused(list(read_bytes("box.zip", large, limits=limits)))[0]
    many = packed({f"{number}.txt": TEXT.encode() for number in range(11)})
    assert "11 files" in refused(list(read_bytes("box.zip", many, limits=limits)))[0]
    tight = packed({"a.txt": (TEXT + "\n").encode() * 2000})
    assert not refused(list(read_bytes("box.zip", tight, limits=limits)))


def test_what_unpacks_to_too_much_in_all_ends_there() -> None:
    limits = Limits(file=2 * 2**20, total=3 * 2**20)
    data = packed({f"{number}.txt": (TEXT.encode() * 9000)[:1_000_000] for number in range(6)}, zipfile.ZIP_STORED)
    found = list(read_bytes("box.zip", data, limits=Limits(file=10 * 2**20, total=3 * 2**20)))
    assert sum(isinstance(item, Article) for item in found) == 3
    assert any("unpacked" in reason for reason in refused(found))
    assert refused(list(read_bytes("box.zip", data, limits=limits)))


def test_an_archive_in_an_archive_has_no_bounds_of_its_own() -> None:
    """Bytes, files and packing are counted over both: a bomb packed twice is one all the same."""
    limits = Limits(file=3 * 2**20, total=4 * 2**20, ratio=50, entries=6)
    text = TEXT.encode() * 20_000
    inner = packed({f"{number}.txt": text[:900_000] for number in range(3)}, zipfile.ZIP_STORED)
    found = list(read_bytes("box.zip", packed({"inner.zip": inner}, zipfile.ZIP_STORED), limits=limits))
    assert sum(isinstance(item, Article) for item in found) == 1 and "more than 4 MB unpacked" in refused(found)[-1]
    many = packed({f"{number}.txt": TEXT.encode() for number in range(4)})
    found = list(read_bytes("box.zip", packed({"a.zip": many, "b.zip": many}), limits=limits))
    assert sum(isinstance(item, Article) for item in found) == 4 and "box.zip: b.zip: 4 files" in refused(found)[0]
    tight = packed({"c.txt": os.urandom(50_000) + bytes(1_900_000)})  # packed 1:40
    twice = packed({"a.zip": bytes(2_000_000) + tight})  # an archive may begin behind other bytes
    for data, told in ((tight, "not text"), (twice, "packed more than 1:50")):
        (reason,) = refused(list(read_bytes("box.zip", data, limits=Limits(ratio=50))))
        assert told in reason


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04 not a zip", b"", b"PK\x05\x06" + b"\x00" * 18, packed({"a.txt": b"x" * 99})[:-30]],
    ids=["not a zip", "empty", "no entries", "cut off"],  # an archive's bytes hold the time
)
def test_broken_and_empty_archives(data: bytes) -> None:
    found = list(read_bytes("box.zip", data))
    assert found and len(refused(found)) == len(found)


def test_an_archive_with_a_damaged_entry_gives_the_others() -> None:
    data = bytearray(packed({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}, zipfile.ZIP_STORED))
    data[data.find(TEXT.encode()) + 3] ^= 0xFF  # the checksum no longer holds
    found = list(read_bytes("box.zip", bytes(data)))
    assert "broken in the archive" in refused(found)[0] and isinstance(found[1], Article)


def test_every_format_refuses_nothing_by_a_clear_message() -> None:
    for suffix in FORMATS:
        (found,) = read_bytes(f"a{suffix}", b"")
        assert isinstance(found, RejectedInput) and found.reason and found.remedy and found.origin == f"a{suffix}"


def test_endings_in_capitals_count() -> None:
    (article,) = read_bytes("A.TXT", TEXT.encode())
    assert isinstance(article, Article)
