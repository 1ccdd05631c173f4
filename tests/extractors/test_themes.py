"""Themes: what makes one, what does not, and where it shows."""

from __future__ import annotations

import pytest

from dashboard.clean.document import analyse
from dashboard.extractors import themes
from dashboard.lexicon import load
from dashboard.lexicon.cues import CueTrie

from .marked import read

SHIPPED = """naval-drills military-drills arms-sales defence-cooperation maritime-security armed-conflict ceasefires
counter-terrorism missiles chemical-weapons diplomacy summits mediation diplomatic-crises sanctions nuclear-file
sco-membership espionage-cyber energy trade-corridors trade-disputes protests elections-government human-rights
humanitarian space afghanistan korean-peninsula palestine-israel syria-war yemen-war"""


def found(text: str, title: str = "") -> dict[str, float]:
    body, mentions = read(text)
    head, more = read(title, "title")
    return {theme.id: theme.score for theme in themes.find([head, body], load(), (*mentions, *more))}


def test_all_themes_of_the_contract_ship_with_both_names() -> None:
    shipped = load().themes
    assert set(SHIPPED.split()) <= set(shipped)
    assert all(shipped[theme]["ar"] and shipped[theme]["en"] and shipped[theme]["group"] for theme in SHIPPED.split())


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("بدأت ال{هند|IND} مناورات بحرية مع {أستراليا|AUS}.", "naval-drills"),
        ("تجري الدولتان مناورات مشتركة في بحر العرب العام المقبل.", "naval-drills"),
        ("The two navies will hold exercises in the Arabian Sea.", "naval-drills"),
        ("نفذ الجيش مناورة بالذخيرة الحية.", "military-drills"),
        ("ستنفذ القوات الجوية تمرينا جويا مشتركا فوق بحر العرب.", "military-drills"),
        ("Troops of both armies will hold joint land drills.", "military-drills"),
        ("ستجري البحرية تمرينا مشتركا قبالة السواحل.", "naval-drills"),
        ("The three navies will clear drifting mines.", "maritime-security"),
        ("مباحثات حول بيع ناقلات جند مدرعة.", "arms-sales"),
        ("مدد الاتحاد عقوباته الاقتصادية ستة أشهر.", "sanctions"),
        ("تحدث عن المحادثات التي استضافتها بلاده.", "mediation"),
        ("بحثا تمديد مبادرة الحبوب.", "trade-corridors"),
        ("وقعت الدولتان صفقة أسلحة جديدة.", "arms-sales"),
        ("The government approved the sale of 20 fighter jets and missiles.", "arms-sales"),
        ("بحث الوزيران التعاون العسكري.", "defence-cooperation"),
        ("أكد أهمية مكافحة القرصنة وحرية الملاحة.", "maritime-security"),
        ("طلب انضمام {بيلاروسيا|BLR} إلى {منظمة شنغهاي|org:SCO}", "sco-membership"),
        ("{Belarus|BLR} will join the {SCO|org:SCO} next year.", "sco-membership"),
        ("فرضت واشنطن عقوبات على شركة.", "sanctions"),
        ("انتهاء حظر الأسلحة على البلاد", "sanctions"),
        ("تستأنف {إيران|IRN} تخصيب اليورانيوم.", "nuclear-file"),
        ("استدعت وزارة الخارجية السفير للاحتجاج", "diplomatic-crises"),
    ],
)
def test_a_clear_phrase_makes_a_theme(text: str, theme: str) -> None:
    assert theme in found(text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("لم يبق أمام الحكومة هامش للمناورة في البحر السياسي.", "naval-drills"),
        ("هذه مناورة سياسية من الحزب قبل عودة القوات.", "military-drills"),
        ("ستنفذ القوات الجوية تمرينا جويا مشتركا فوق بحر العرب.", "naval-drills"),
        ("Oman hosts land drills. The drills end near the gulf coast.", "naval-drills"),
        ("عقوبات على مصنعي المسيرات الإيرانية بعد نقل مئات المسيرات.", "protests"),
        ("علقت عضوية البلاد بسبب قمع الاحتجاجات.", "protests"),
        ("غاب اللاعب عن تدريبات المنتخب مع قوات الدعم.", "military-drills"),
        ("ذكر الكاتب كلمة مناورة مرة واحدة.", "military-drills"),
        ("وفق المادة العاشرة من قانون العقوبات.", "sanctions"),
        ("عقدت {منظمة شنغهاي|org:SCO} مؤتمرا ثقافيا.", "sco-membership"),
        ("محطة نووية جديدة في {فرنسا|FRA} تعمل ببرنامج نووي سلمي.", "nuclear-file"),
        ("على مدار الساعة تبث القناة الفضائية.", "space"),
        ("أطلقت الشرطة الغاز المسيل للدموع.", "energy"),
        ("مر عبر {أفغانستان|AFG} في رحلته.", "afghanistan"),
        ("Investors have no room for manoeuvre at sea.", "naval-drills"),
    ],
)
def test_a_passing_or_another_word_makes_none(text: str, theme: str) -> None:
    assert theme not in found(text)


def test_a_naval_drill_is_no_military_drill_besides() -> None:
    assert "military-drills" not in found("تجري الدولتان مناورات عسكرية مشتركة في بحر العرب.")


def test_a_common_word_repeated_makes_none_and_the_score_says_how_much_of_the_article_it_is() -> None:
    filler = "كلام آخر هنا.\n" * 6
    once = "تحدث عن العقوبات وحدها.\n"
    assert "sanctions" not in found(filler + once * 3, "العقوبات")
    full = "فرض عقوبات جديدة.\n"
    low, high = found(filler + full)["sanctions"], found(filler + full + once * 3)["sanctions"]
    assert 0 < low < high < found(full + once * 3)["sanctions"] <= 1
    assert found(filler + full, "فرض عقوبات")["sanctions"] > low


def test_what_is_often_named_in_passing_needs_more_than_one_sentence_of_a_longer_article() -> None:
    filler, once = "كلام آخر هنا.\n" * 9, "دعت إلى حماية حقوق الإنسان.\n"
    assert "human-rights" in found(once)
    assert "human-rights" not in found(filler + once)
    assert "human-rights" in found(filler + once * 2)


def test_evidence_is_exact_and_without_clitics() -> None:
    doc, _ = read("تحدث عن وبمُناورات بحريّة، ثم عن التعاون العسكري وبالتعاون الدفاعي.")
    spans = {
        theme.id: [doc.text[item.start : item.end] for item in theme.evidence]
        for theme in themes.find([doc], load(), [])
    }
    assert spans["naval-drills"] == ["مُناورات بحريّة"]
    assert spans["defence-cooperation"] == ["التعاون العسكري", "التعاون الدفاعي"]


@pytest.mark.parametrize(
    ("cue", "text", "spans"),
    [
        ("أمن الملاحة", "بأمن الملاحة وأمن ملاحة", [(0, 2), (2, 4)]),
        ("مناور*", "المناورتين مناورة", [(0, 1), (1, 2)]),
        ("انضمام * إلى منظمة", "انضمام إيران رسميا إلى المنظمة", [(0, 5)]),
        ("انضمام * إلى منظمة", "انضمام إلى منظمة", []),
        ("بحرية", "حرية", []),
        ("حرية", "البحرية", []),
        ("S-400", "the S-400 system", [(1, 4)]),
    ],
)
def test_how_cues_match(cue: str, text: str, spans: list[tuple[int, int]]) -> None:
    trie: CueTrie[str] = CueTrie()
    trie.add(cue, cue)
    assert [(first, end) for first, end, _, _ in trie.find(analyse(text))] == spans
