"""What errors say: every code is in both languages with the same values, survives its way, and is said in Arabic."""

from __future__ import annotations

import ast
import json
import pickle
import re
from pathlib import Path

import pytest

from dashboard.errors import RejectedInput, Said, UsageError, as_json, from_json
from dashboard.ingest import Fate, fate_values
from dashboard.lexicon import load
from dashboard.lexicon.said import FILES, said
from dashboard.readers import FORMATS, read_bytes
from dashboard.views.words import LANGUAGES, words

PACKAGE = Path(__file__).parent.parent / "dashboard"
ERRORS = {language: load().data(FILES.format(language=language)) for language in LANGUAGES}
ARABIC = re.compile("[\u0621-\u064a]")
INVISIBLE = dict.fromkeys(map(ord, "\u2068\u2069"))


def test_both_languages_have_the_same_codes_and_values() -> None:
    assert set(ERRORS["ar"]) == set(ERRORS["en"])
    for code, english in ERRORS["en"].items():
        arabic = ERRORS["ar"][code]
        assert set(re.findall(r"{(\w+)}", arabic)) == set(re.findall(r"{(\w+)}", english)), code
        assert ARABIC.search(arabic), code


def named() -> set[str]:
    """The codes that the sources name: `said("…")`, and the first two texts of `refused(…, "…", "…")`."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        remedies = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "said" and isinstance(node.args[0], ast.Constant):
                found.add(node.args[0].value)
            if node.func.id == "refused":
                reason, remedy = node.args[1:3]
                found |= {part.value for part in ast.walk(reason) if isinstance(part, ast.Constant)} - {0}
                found |= {f"remedy.{part.value}" for part in ast.walk(remedy) if isinstance(part, ast.Constant)}
                if isinstance(remedy, ast.Name) and remedy.id in remedies:
                    found.add(f"remedy.{remedies[remedy.id]}")
    return {code for code in found if isinstance(code, str)}


def test_every_code_that_the_sources_name_is_said() -> None:
    codes = named()
    assert len(codes) > 90
    assert codes <= set(ERRORS["en"]), sorted(codes - set(ERRORS["en"]))


def test_no_refusal_is_made_without_a_code() -> None:
    for path in PACKAGE.rglob("*.py"):
        if path.name in ("errors.py", "refused.py", "frames.py", "ingest.py"):
            continue
        assert "RejectedInput(" not in path.read_text("utf-8"), path.name


@pytest.mark.parametrize(
    ("name", "data", "arabic"),
    [
        ("a.txt", b"", "ملف فارغ"),
        ("a.docm", b"x", "ملف وورد فيه وحدات ماكرو"),
        ("a.xyz", b"x", "نوع ملف غير معروف"),
        ("a.txt", b"\x89PNG", "ليس نصًا: هو صورة PNG باسم آخر"),
        ("a.jsonl", b"[3]", "ليس كائنًا بل عدد"),
        ("a.csv", b"a,b\n1,2\n", "لا عمود للنص؛ أعمدته: a، b"),
        ("a.json", b"{", "JSON معطوب في السطر 1، العمود 2: انتهى قبل أن يُغلق كل ما فُتح"),
        ("a.json", b'[{"a": "b",\n "c"}]', "في السطر 2، العمود 5: تنقص نقطتان (:) بعد الاسم"),
        ("a.json", b'[{"a": 1 "b"}]', "في السطر 1، العمود 10: تنقص هنا فاصلة، أو قوس يُغلق"),
        ("a.json", b"[{'a': 1}]", "في السطر 1، العمود 3: يُنتظر هنا اسم بين علامتي تنصيص مزدوجتين"),
        ("a.json", b'["a", b]', "في السطر 1، العمود 7: تُنتظر هنا قيمة"),
        ("a.json", b'["a]', "في السطر 1، العمود 2: علامة تنصيص تُفتح هنا ولا تُغلق"),
        ("a.json", b'["a\n"]', "في السطر 1، العمود 4: سطر جديد أو حرف تحكم آخر داخل علامتي التنصيص"),
        ("a.json", b'["\\q"]', "شرطة مائلة يليها ما لا يجوز بعدها"),
        ("a.json", b'["a"] x', "في السطر 1، العمود 7: هنا شيء بعد النهاية"),
        ("a.zip", b"PK", "ملف zip معطوب"),
        ("a.pdf", b"no", "ليس PDF"),
        ("a.eml", b"no", "ليس رسالة"),
    ],
)
def test_a_refusal_is_said_in_arabic(name: str, data: bytes, arabic: str) -> None:
    (found,) = read_bytes(name, data)
    assert isinstance(found, RejectedInput)
    line = fate_values(Fate(found.origin, "rejected", reason=found.reason, remedy=found.remedy))
    event = json.loads(json.dumps(line))
    assert event["reason"] == str(found.reason) and not ARABIC.search(event["reason"])
    told = [words("ar").told(from_json(event["said"][key])) for key in ("reason", "remedy")]
    assert arabic in told[0].translate(INVISIBLE).replace("\u200f", "")
    assert all(ARABIC.search(part) for part in told)
    assert not re.search("[a-z]{3,} [a-z]{2,}", told[0])  # no library's English within it
    assert words("en").told(found.reason).translate(INVISIBLE) == str(found.reason)


def test_every_refused_ending_has_its_words() -> None:
    for ending in (".docm", ".xls", ".odt", ".msg", ".rar", ".png", ".doc", ".xlsb"):
        assert ending not in FORMATS
        (found,) = read_bytes(f"a{ending}", b"x")
        assert isinstance(found, RejectedInput) and isinstance(found.reason, Said) and isinstance(found.remedy, Said)


def test_messages_survive_their_way() -> None:
    message = said("json.no_object", kind=said("kind.list"))
    for back in (from_json(json.loads(json.dumps(as_json(message)))), pickle.loads(pickle.dumps(message))):
        assert isinstance(back, Said)
        assert (back, back.code, back.values["kind"].code) == ("no object but a list", "json.no_object", "kind.list")  # type: ignore[attr-defined]
        assert words("ar").told(back).translate(INVISIBLE) == "ليس كائنًا بل قائمة"
    assert from_json("as it is") == "as it is" == as_json("as it is")
    assert UsageError(message).message is message
    with pytest.raises(KeyError):
        said("no.such.code")
