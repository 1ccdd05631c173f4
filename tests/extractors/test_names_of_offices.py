"""Names behind an office with its state, in closed appositions and introduced by a word; short forms that are words."""

from __future__ import annotations

import pytest

from dashboard import extract


def persons(text: str) -> list[tuple[str, str | None, str | None]]:
    found = extract(text, published="2024-05-07").to_dict()["mentions"]
    return [(m["text"], m["country"], m["role"]) for m in found if m["kind"] == "person"]


def names(text: str) -> list[str]:
    return [name for name, _, _ in persons(text)]


@pytest.mark.parametrize(("text", "wanted"), [
    # between commas the whole apposition, though its last word is a verb too
    ("صرح نائب وزير الزراعة الأوزبكي لشؤون المياه، بهزاد كاظمي شهد، أن الحصص ستوزع.", ["بهزاد كاظمي شهد"]),
    ("قال السفير الكويتي لدى بيروت، سليم حسن غاضبا، إن الرحلة ألغيت.", ["سليم حسن"]),
    ("قال السفير الكويتي لدى بيروت، سليم حسن أمس، إن الرحلة ألغيت.", ["سليم حسن"]),
    # unlisted words before a listed family's name that closes, or before a preposition
    ("واجتمع بوزير التجارة التركي حسن يرلو كايا، وبحث معه الاتفاق.", ["حسن يرلو كايا"]),
    ("ووصلت رئيسة النمسا هيلين كيلر مورغ إلى كراكاس.", ["هيلين كيلر مورغ"]),
    ("وبدأ المدرب روبرتو كيلر مسيرته في روما.", ["روبرتو كيلر"]),
    ("والتقى الوزير زياد يزور البلاد.", ["زياد"]),
    # an office behind shows it; a word before says that a name comes
    ("وقالت سعاد الشابي، مديرة الميناء، إن السفن وصلت.", ["سعاد الشابي"]),
    ("وسجن متهم ثالث، هو زياد الغريب، ثلاث سنوات.", ["زياد الغريب"]),
    ("هو سعيد بالنتيجة وهي راضية عنها.", []),
])  # fmt: skip
def test_where_names_end(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("أعلن وزير الصحة والنظافة العمومية المالي، العقيد عمر توري، في باماكو بدء الحملة.", "MLI"),
    ("وقالت وزيرة الثقافة المالية رقية ديالو في باماكو إن المتحف فتح.", "MLI"),
    ("قال وزير المالية عمر توري في باماكو إن العجز تراجع.", None),
    ("وقال وزير الاقتصاد والمالية عمر توري في باماكو إن الدعم المالي وصل.", None),
    ("قال وزير التخطيط والتعاون المالي عمر توري إن القرض وصل.", None),
])  # fmt: skip
def test_the_state_of_an_office_in_a_text_about_it(text: str, wanted: str | None) -> None:
    assert [country for _, country, _ in persons(text)] == [wanted]


def test_financial_words_of_a_text_about_mali_name_no_state() -> None:
    text = "وقال وزير الاقتصاد والمالية عمر توري إن وزارة الشؤون المالية أقرت الدعم المالي للمدير المالي في باماكو."
    found = extract(text, published="2024-05-07").to_dict()["mentions"]
    assert [m["text"] for m in found if m["id"] == "MLI"] == ["باماكو"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("وصل السفير الصيني لي وي دونغ. وجدد لي دعم بلاده للمشروع. وأكد لي أن السفن جاهزة.", 2),
    ("وصل السفير الصيني لي وي دونغ. قال السائق: كتب لي صديقي رسالة، وقال لي البائع ذلك.", 0),
    ("وصل السفير الصيني ما جيا هوا. وأكد ما قيل عن السفن.", 0),
])  # fmt: skip
def test_a_short_form_that_is_a_particle_is_a_subject(text: str, wanted: int) -> None:
    assert len(names(text)) == 1 + wanted


@pytest.mark.parametrize(("text", "role"), [
    ("وقالت سعاد الهادي، رئيسة جمعية تعنى بالصيادين، إن البحر هائج.", "رئيسة جمعية"),
    ("ووصل الرئيس المنتهية ولايته سمير حمدان إلى القصر.", "الرئيس المنتهية ولايته"),
])  # fmt: skip
def test_roles(text: str, role: str) -> None:
    assert [found for _, _, found in persons(text)] == [role]
