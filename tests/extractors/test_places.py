"""Places that no list knows: where the name begins and ends behind a noun, whose it is, and nouns that name nothing."""

from __future__ import annotations

import pytest

from dashboard import extract


def places(text: str) -> list[tuple[str, str | None]]:
    found = extract(text, published="2024-05-07").to_dict()["mentions"]
    return [(m["text"], m["country"]) for m in found if m["kind"] == "place" and m["rule"].startswith("place.")]


@pytest.mark.parametrize(("text", "wanted"), [
    # what belongs to the name: waters, heights, sites; a settlement's noun does not
    ("فاض نهر تشوليك على الحقول.", [("نهر تشوليك", None)]),
    ("وهبطت المقاتلات في قاعدة كالغالا الجوية التشادية.", [("قاعدة كالغالا", "TCD")]),
    ("وعبروا صحراء النفود إلى بحيرة دورفاك.", [("صحراء النفود", None), ("بحيرة دورفاك", None)]),
    ("تصاعد الدخان من جبال مانتاروك.", [("جبال مانتاروك", None)]),
    ("وفر السكان من بلدة كلفارو.", [("كلفارو", None)]),
    # a common word with ال behind nature's nouns and camps
    ("وقصفت المدفعية جبل الرمان.", [("جبل الرمان", None)]),
    ("وتفقد الوفد مخيم الزهور.", [("مخيم الزهور", None)]),
    ("تدربت الكتيبة في صحراء الأخضر.", [("صحراء الأخضر", None)]),
    ("فاضت مياه وادي الصنوبر ووادي قرعون.", [("وادي الصنوبر", None), ("وادي قرعون", None)]),
    # behind clitics
    ("اجتمعوا بجبل شحرور وبمخيم الزهور.", [("جبل شحرور", None), ("مخيم الزهور", None)]),
    # two words, marks
    ("وفتح معبر رأس الخيل أمام الشاحنات.", [("معبر رأس الخيل", None)]),
    ("واحترقت بساتين بلدة عين الرمانة وقرية أم الحجارة.", [("عين الرمانة", None), ("أم الحجارة", None)]),
    ("أغار الطيران على قاعدة «كورنيت» ومدينة «سالفيرون».", [("قاعدة «كورنيت»", None), ("سالفيرون", None)]),
    # the bare name later on; where a place lies
    ("دخلوا بلدة كلفارو فجرا. وبقي الجرحى في كلفارو.", [("كلفارو", None), ("كلفارو", None)]),
    ("يعمل مركز الرصد في دورفاك قرب الحدود.", [("دورفاك", None)]),
    # nouns that name nothing
    ("بنوا قاعدة عسكرية وقاعدة بيانات وقاعدة صلبة.", []),
    ("تملك الفرقة قاعدة معجبين وقاعدة مواهب وقاعدة بائعين.", []),
    ("وصلت السفينة إلى ميناء المدينة ثم إلى مطار العاصمة.", []),
    ("جرى نهر الدم في صحراء قاحلة وغابة يكسوها الثلج.", []),
    ("يعيشون في مخيم اللاجئين وفي مخيم مكتظ على جبل استراتيجي.", []),
    ("ترتكز القبة على قاعدة مربعة، والوصول إليها سهل الحصول.", []),
    ("وأدى الهجوم إلى مقتل جنديين، وأدى الحادث إلى إغلاق مخيم تحصنت به عناصر ومضيق انعقد قربه.", []),
    ("زرعوا حقل ألغام في وادي الموت وعلى جبل الجليد.", []),
    ("وبحث في بيان قرب نهايته شمال الخريطة.", []),
    ("مدينة \"الأشباح\" وقرية «صغيرة».", []),
])  # fmt: skip
def test_names_behind_nouns(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert places(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("وصلوا إلى نهر الأردن ثم إلى مطار بغداد.", {"jordan-river", "BGD"}),
    ("خرج الموكب من مخيم البريج إلى البحر.", {"geonames:281161"}),
    ("حولت الشركة سفنها إلى رأس الرجاء الصالح.", {"cape-of-good-hope"}),
])  # fmt: skip
def test_known_places_keep_their_ids(text: str, wanted: set[str]) -> None:
    record = extract(text, published="2024-05-07").to_dict()
    assert places(text) == [] and wanted & {m["id"] for m in record["mentions"]}
