"""Places that no list knows: where the name begins and ends behind a noun, whose it is, and nouns that name nothing."""

from __future__ import annotations

import pytest

from dashboard import extract
from tests.every import every


def places(text: str) -> list[tuple[str, str | None]]:
    found = extract(text, published="2024-05-07").to_dict()["mentions"]
    return [(m["text"], m["country"]) for m in found if m["kind"] == "place" and m["rule"].startswith("place.")]


@every([
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
    ("أقدم مدينة مأهولة في منطقة متنازع عليها تتواجد فيها قوات.", []),
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


@every([
    # the noun belongs to a site's name: foreign words, somebody's name, a common word with ال, marks
    ("أقيم في ملعب كورنيلدا وفي فندق سافوريتش بالاتزو.", [("ملعب كورنيلدا", None), ("فندق سافوريتش بالاتزو", None)]),
    ("نقل الجرحى إلى مستشفى الرجاء في المدينة.", [("مستشفى الرجاء", None)]),
    ("صلوا في جامع الأمير عبد القادر وكنيسة مار جرجس.", [("جامع الأمير عبد القادر", None), ("كنيسة مار جرجس", None)]),
    ("هبطت في مطار الأميرة سلمى الدولي.", [("مطار الأميرة سلمى الدولي", None)]),
    ("اشتبكوا في حي الزيتونة وعلى سد كالفاريك.", [("حي الزيتونة", None), ("سد كالفاريك", None)]),
    ("وافتتح شارع سعد زغلول وشارع فلسطين.", [("شارع سعد زغلول", None), ("شارع فلسطين", None)]),
    ("زاروا متحف «كورنيت» وقصر شالامار", [("متحف «كورنيت»", None)]),
    # a known place that an adjective seals gives its state; nothing else gives one
    ("لعبوا في ملعب البصرة الدولي وفي متحف حلب الوطني.", [("ملعب البصرة الدولي", "IRQ"), ("متحف حلب الوطني", "SYR")]),
    # squares are said of debates too: they are named where it says where they lie, or by a usual name
    ("تجمعوا في ساحة التحرير وفي ساحة الزهور وسط المدينة.", [("ساحة التحرير", None), ("ساحة الزهور", None)]),
    ("نزل إلى ساحة السجال وخرج من ميدان العلاقات.", []),
    # a prison behind a preposition, and nobody in one
    ("نقل إلى سجن كالفاريك. وأثار سجن فوستريكوف غضبا.", [("سجن كالفاريك", None)]),
    ("بعد سجن هيثم وقبل سجن النساء الكبير.", []),
    # nouns that are verbs too, common words, what is no name
    ("تعمل على سد الثغرات لسد احتياجات السوق، وقصر العدل قريب.", []),
    ("ساحة المعركة وساحة قتال وشارع رئيسي وحي سكني ومستشفى ميداني وملعب الفريق.", []),
    ("جسر المشاة ومحطة الوقود ومحطة القطار ومسجد المدينة وفندق فاخر وقصر المؤتمرات.", []),
    ("كتاب من وحي الخيال، نقل إلى مستشفى مراعاة لصحته.", []),
    # a place inside without an adjective stays itself
    ("قصفوا مستشفى نابلس. وقال مدير مستشفى نابلس هيثم الحسيني ذلك.", []),
])  # fmt: skip
def test_sites(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert places(text) == wanted


def test_a_sealed_site_lies_where_its_town_does() -> None:
    mentions = extract("لعبوا في ملعب البصرة الدولي.", published="2024-05-07").to_dict()["mentions"]
    assert [(m["lat"], m["lon"]) for m in mentions] == [(30.51, 47.78)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("اجتمعوا على ضفاف النيل وأبحروا على النيل.", ["nile", "nile"]),
    ("حاولوا النيل من سمعته وقدروا على النيل منه.", []),
    ("فتح القسطنطينية وهزم الدولة العثمانية.", ["constantinople", "ottoman-empire"]),
    ("خرجت من مصر إلى الشام ثم إلى بلاد فارس.", ["EGY", "levant", "persian-empire"]),
    ("حاربت صقور الشام وجند الشام في الجبل.", []),
    ("صلى في الجامع الأموي ثم في كنيسة القيامة.", ["umayyad-mosque", "church-of-the-holy-sepulchre"]),
    ("حكمت الدولة الطولونية مصر بعد المملكة السلوقية.", ["tulunid-state", "EGY", "seleucid-empire"]),
    ("زاروا العتبة الحسينية ثم مرقد الإمام علي.", ["imam-husayn-shrine", "imam-ali-shrine"]),
    ("صلى في الجامع القديم والمسجد الصغير.", []),
    # names that are words too
    ("نحن دوما معكم، وهم دوماً هناك. فوجده نائما على الضفة الأخرى.", []),
    ("كانت أربع إمارات صغيرة، ويعرف المهرة من البنائين ذلك.", []),
    ("قصفوا دوما في سوريا. ووصل من وجدة إلى الإمارات.", ["douma", "SYR", "oujda", "ARE"]),
    ("انهار الاتحاد السوفياتي وكان لكرة القدم فيه شأن.", ["SUN"]),
])  # fmt: skip
def test_realms_and_what_is_no_realm(text: str, wanted: list[str]) -> None:
    mentions = extract(text, published="2024-05-07").to_dict()["mentions"]
    assert [m["id"] for m in mentions if m["kind"] in ("place", "country")] == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("عقدوا اجتماعهم في براغا ثم انتقلوا إلى كارلسروهه.", ["PRT", "DEU"]),
    ("رووا أن براغا مدينة، وأن في مساء أمس.", []),
    ("شدد على سلمية التظاهر وعاد من الزاوية.", []),
    ("التقى وزير الخارجية في براون جونسون رجلا حازما.", []),
])  # fmt: skip
def test_cities_that_a_preposition_shows(text: str, wanted: list[str]) -> None:
    mentions = extract(text, published="2024-05-07").to_dict()["mentions"]
    assert [m["country"] for m in mentions if m["rule"] == "place.city"] == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("The pipeline is to reach the Hungarian town of Kelt Varosh and the village of Beit Sefer.",
     [("Kelt Varosh", None), ("Beit Sefer", None)]),
    ("The vessel was towed back to Ulupan Bay and left Third Corbin Shoal for Tithu Island.",
     [("Ulupan Bay", None), ("Third Corbin Shoal", None), ("Tithu Island", None)]),
    ("They met on Mount Kolahar, near Lake Toshkar.", [("Mount Kolahar", None), ("Lake Toshkar", None)]),
    ("Rebels in Narathor province fired at Queen Selma International Airport.",
     [("Narathor", None), ("Queen Selma International Airport", None)]),
    ("A clash in Surivao del Sur province and in Khakres District.", [("Surivao del Sur", None), ("Khakres", None)]),
    ("Shares in Norvex fell and a stake in Kelbrand was sold, she said in Kelbrand.", [("Kelbrand", None)]),
    ("Shops in the Financial District and in the School District were shut.", []),
    ("Planes took off from Kamenka Air Base.", [("Kamenka Air Base", None)]),
    # nouns that name nothing
    ("The Island was calm and the National Hospital full. The Democrats lost their Base.", []),
    ("Many Islands sank, and the Turkish Islands were shut in March.", []),
    ("Each region of the country and every province voted. New Bridge plans were shown.", []),
    ("He spoke of the county of his birth and of the city of The Hague, in March and in Arabic.", []),
])  # fmt: skip
def test_english_places(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert places(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("قصفوا بلدات حرستا وكلفارو وعين الرمانة، ثم انسحبوا.", ["كلفارو", "عين الرمانة"]),
    ("اشتبكوا في منطقتي المورغان والدرفيل غربا.", ["المورغان", "الدرفيل"]),
    ("سيطروا على بلدتي نبل والزهراء، الخاضعتين للمعارضة، وقراهما.", []),
    ("زار مدن البلاد وقراها، وأحياء شعبية وغيرها.", []),
    ("في ولايات عدة، وقال مسؤول إن كالفين وصل.", []),
])  # fmt: skip
def test_places_in_a_row(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in places(text)] == wanted
