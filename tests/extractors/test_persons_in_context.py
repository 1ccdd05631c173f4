"""Persons told by what else the text says: namesakes, offices behind and around names, brackets, later short forms."""

from __future__ import annotations

import pytest

from dashboard import extract

Rows = list[tuple[str, str]]


def persons(text: str, title: str = "") -> list[tuple[str, str, str | None]]:
    found = extract(text, title=title, published="2024-05-07").to_dict()["mentions"]
    return [(m["text"], m["id"], m["role"]) for m in found if m["kind"] == "person"]


def named(text: str, title: str = "") -> Rows:
    return [(name, ident) for name, ident, _ in persons(text, title)]


@pytest.mark.parametrize(("text", "last"), [
    # two whom the lexicon knows by one word: the one named in full last
    ("وقال نصر الحريري إن الجولة فشلت. وأضاف الحريري أن الوفد غادر.", "nasr-al-hariri"),
    ("والتقى سعد الحريري الوفد، ثم تحدث نصر الحريري. وأضاف الحريري أن الوفد غادر.", "nasr-al-hariri"),
    ("وتحدث نصر الحريري، ثم التقى سعد الحريري الوفد. وأضاف الحريري أن الوفد غادر.", "saad-hariri"),
    ("وأضاف الحريري أن الوفد غادر.", "saad-hariri"),
    # one whom it does not know, named in full before
    ("وقال كمال الحريري إن المصنع رابح. وأضاف الحريري أن الأرباح زادت.", "person:كمال الحريري"),
    # who was called so before a namesake came goes on being called so
    ("وقال الحريري إن الحكومة باقية. وزاره كمال الحريري. وأضاف الحريري أن الحكومة باقية.", "saad-hariri"),
])  # fmt: skip
def test_a_surname_is_its_bearers_in_the_text(text: str, last: str) -> None:
    assert named(text)[-1] == ("الحريري", last)


def test_a_headlines_surname_is_the_texts_bearer() -> None:
    assert named("وقال نصر الحريري إن الجولة فشلت.", "الحريري: الجولة فشلت")[0][1] == "nasr-al-hariri"
    assert named("وقال مسؤول إن الجولة فشلت.", "الحريري: الجولة فشلت")[0][1] == "saad-hariri"


def test_a_headline_says_a_whole_name_of_the_text() -> None:
    text = "وقال الصحفي جمال العرفاوي إنه بريء. وأضاف العرفاوي أنه عائد."
    assert named(text, "إسقاط التهم ضد رامي وجمال العرفاوي")[0] == ("جمال العرفاوي", "person:جمال العرفاوي")
    assert named(text, "جمال الطبيعة في الربيع")[0][0] == "جمال العرفاوي"  # the text's own, none of the headline's


@pytest.mark.parametrize(("text", "ids"), [
    ("ورحب المحتجون بسقوط الأسد.", ["bashar-al-assad"]),
    ("وانتقد البيان نظام الأسد.", ["bashar-al-assad"]),
    ("ورأى الزوار في الحديقة الأسد والفيل.", []),
    # of several of one name none is chosen, unless a state says which
    ("وكانت حكومة صالح قوية.", []),
    ("وفي اليمن كانت حكومة صالح قوية.", ["ali-abdullah-saleh"]),
])  # fmt: skip
def test_a_surname_that_is_a_word_needs_its_noun(text: str, ids: list[str]) -> None:
    assert [ident for _, ident in named(text)] == ids


@pytest.mark.parametrize(("text", "found"), [
    # behind the name
    ("وتحدث رامي سلوم الذي يشغل منصب مستشار الرئيس.", ("رامي سلوم", "مستشار الرئيس")),
    ("ونقلت الوكالة عن ستيفان بيرغسون رئيس لجنة الطاقة في البرلمان قوله.",
     ("ستيفان بيرغسون", "رئيس لجنة الطاقة في البرلمان")),
    ("وقال ستيفان بيرغسون رئيس لجنة الطاقة إن السعر ارتفع.", ("ستيفان بيرغسون", "رئيس لجنة الطاقة")),
    ("وقال العميد رضا شعبانزاده، قائد القوات البرية، إن", ("رضا شعبانزاده", "قائد القوات البرية")),
    ("ووفق ما أعلن ليفيو دراغنيا رئيس الحزب الحاكم أمس", ("ليفيو دراغنيا", "رئيس الحزب الحاكم")),
    ("ويصر رئيس #البنك_المركزي_المصري، طارق سلوم، على", ("طارق سلوم", "رئيس البنك المركزي المصري")),
    ("وأكدت بريطانيا ذلك، وقالت مندوبتها كارن ستيل إن", ("كارن ستيل", "مندوبتها")),
    ("وقال مدير المستشفى الجهوي سليم بوزيان إن", ("سليم بوزيان", "مدير المستشفى الجهوي")),
    # an object is no apposition
    ("واستقبل رضا شعبانزاده رئيس الوزراء في المطار.", ("رضا شعبانزاده", None)),
    ("وأبلغ رضا شعبانزاده رئيس الوزراء بالقرار.", ("رضا شعبانزاده", None)),
    # a known person inside an office
    ("وقال الوزير السابق في حكومة الشاهد رامي سلوم إن", ("رامي سلوم", "الوزير السابق في حكومة الشاهد")),
    ("والتقى مدير مكتب نتنياهو رامي سلوم الوفد.", ("رامي سلوم", "مدير مكتب نتنياهو")),
    ("وقال محامي ترامب رامي سلوم إن", ("رامي سلوم", "محامي ترامب")),
])  # fmt: skip
def test_offices_around_the_name(text: str, found: tuple[str, str | None]) -> None:
    assert found in [(name, role) for name, _, role in persons(text)]


@pytest.mark.parametrize(("text", "names"), [
    ("وقال ولي العهد السعودي وترامب إنهما متفقان.", ["ترامب"]),
    ("والتقى وزير الخارجية لافروف وخالد الغرياني.", ["لافروف", "خالد الغرياني"]),
    ("واجتمع ترامب وكيم هيونغ سوب أمس.", ["ترامب", "كيم هيونغ سوب"]),
    ("وقال القيادي ليوسف الغرياني إنه عائد.", ["يوسف الغرياني"]),
    ("وحضر أيمن أشرف، وسامح حمدي، ونبيل فتحي.", ["أيمن أشرف", "سامح حمدي", "نبيل فتحي"]),
    ("وقال الرئيس السوري (بشار) الأسد إن بلاده صامدة.", ["بشار) الأسد"]),
    ("وقال الوزير مايك) بومبيو إن بلاده ترفض.", ["مايك) بومبيو"]),
    ("ويقول متفائلون إن الأزمة تنتهي.", []),
    ("ولن يمضي ذلك دون عقاب.", []),
    ("وحضر بشار (الحفل) أمس.", []),
    # offices are no part of a name
    ("ودان الأمين العام للمنظمة رامي سلوم القصف.", ["رامي سلوم"]),
    # fathers
    ("وقال وزير الإعلام بالنيابة عصام بن سعد بن سعيد إن", ["عصام بن سعد بن سعيد"]),
    ("وقال الملك سلمان بن عبدالعزيز إن بلاده صامدة.", ["سلمان بن عبدالعزيز"]),
    ("والتقى محمد بن سلمان بن عبدالعزيز آل سعود الوفد.", ["محمد بن سلمان بن عبدالعزيز آل سعود"]),
    # ships called after people
    ('وأبحرت المدمرة "كارني" شمالا، ووصلت كارني أمس.', []),
    ('وقال مارك كارني إن المدمرة "كارني" أبحرت، وغادر كارني.', ["مارك كارني", "كارني", "كارني"]),
    ("ونقلوا إلى المستشفى الجهوي الحسين بوزيان، وإلى بئر علي بن خليفة.", []),
    ("ووقفت قرب المدرسة الإعدادية محمد محسن البواب بالمنستير.", []),
    ("والتقى صخر الماطري الوفد. ورحب الوفد وصخر الماطري بالصلح.", ["صخر الماطري", "صخر الماطري"]),
    ("وفازت الصينية لي يينغ بالجائزة.", ["لي يينغ"]),
    ("وقال الوزير الروسي مازحا: «هذا مفتاح».", []),
    ("وأكد للزعيم الكوري دعم بلاده.", []),
    # another of a known family, and two known people side by side
    ("ووصلت إيفانكا ترمب إلى سيول.", ["إيفانكا ترمب"]),
    ("ووصل الرئيس الأميركي #دونالد #ترمب إلى سيول.", ["دونالد #ترمب"]),
    ("واستقبل ماكرون ترمب في باريس.", ["ماكرون", "ترمب"]),
    ("وكان جون ستيل مثارا للسخرية.", ["جون ستيل"]),
    ("وقال الوزير الصيني جونغ شان إن الأسعار ارتفعت.", ["جونغ شان"]),
    ("وزار كريستيان السابع القلعة.", ["كريستيان السابع"]),
    ("وجاء كريستيان السابع في السباق.", []),
])  # fmt: skip
def test_where_names_begin_and_end(text: str, names: list[str]) -> None:
    assert [name for name, _ in named(text)] == names


def test_another_spelling_of_a_known_name() -> None:
    text = "وحذر الرئيس الروسي فلاديمير بوتن من الفوضى. وأضاف بوتن أن بلاده سترد."
    assert [ident for _, ident in named(text)] == ["vladimir-putin"] * 2
    assert named("وقال فلاديمير بيتون إنه سعيد.")[0][1] == "person:فلاديمير بيتون"
    # long vowels tell Arabic names apart
    assert named("وقال محمد سليم إنه سعيد.")[0][1].startswith("person:")


def test_the_given_name_alone() -> None:
    text = "وقالت مريم شعبانزاده، وهي معلمة، إنها عائدة. وعادت مريم إلى البيت."
    assert named(text)[1] == ("مريم", "person:مريم شعبانزاده")
    # of two so called, of a prophet's name, of a word
    two = "وقالت مريم شعبانزاده إنها عائدة. وقالت مريم الغرياني إنها باقية. وعادت مريم إلى البيت."
    assert len(named(two)) == 2
    assert len(named("وقال محمد الغرياني إنه عائد. ومدح النبي محمد.")) == 1
    assert len(named("وقالت أمل الغرياني إنها عائدة. وعاد أمل الناس.")) == 1
