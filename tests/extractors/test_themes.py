"""Themes: what makes one, what does not, and where it shows."""

from __future__ import annotations

import pytest

from dashboard.clean.document import analyse
from dashboard.extractors import themes
from dashboard.lexicon import load
from dashboard.lexicon.cues import CueTrie
from tests.every import every

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


@every(
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
    ]
)
def test_a_clear_phrase_makes_a_theme(text: str, theme: str) -> None:
    assert theme in found(text)


@every(
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
    ]
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
    filler, once = "كلام آخر هنا.\n" * 12, "دعت إلى حماية حقوق الإنسان.\n"
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


@every(
    [
        ("ستجري قوات المظلات في الأردن ومصر تدريبا مشتركا في صحراء الزرقاء.", "military-drills"),
        ("تنفذ وحدات المشاة الجبلية من البلدين تمرينا ميدانيا في سلسلة الأطلس.", "military-drills"),
        ("وقال السفير إن مقاتلات من البلدين ستتدرب معا فوق الصحراء في الخريف.", "military-drills"),
        ("قال إن المدفعية الجزائرية والتونسية ستنفذ رمايات مشتركة بالذخيرة الحية قرب تبسة.", "military-drills"),
        ("Rwandan and Tanzanian paratroopers will train together near Arusha in May.", "military-drills"),
        ("The three air forces will hold an aerial exercise over the Kalahari next spring.", "military-drills"),
        ("Border guards of both states will hold joint mountain warfare training in June.", "military-drills"),
        ("ستجري القوات الخاصة الصربية والمجرية مناورة ليلية على ضفاف الدانوب.", "military-drills"),
        ("ستنفذ بحريات الدول الثلاث تدريبا على البحث والإنقاذ في خليج عدن.", "naval-drills"),
        ("قال إن سفنا حربية من البلدين ستشارك في مناورات قبالة سواحل موريتانيا.", "naval-drills"),
        ("Frigates from the three countries will drill together in the Gulf of Guinea.", "naval-drills"),
        ("Kenya and Tanzania will stage a naval manoeuvre off Zanzibar.", "naval-drills"),
        ("تعتزم الدول الثلاث تنظيم تمرين لمكافحة القرصنة قبالة الصومال.", "naval-drills"),
        ("ولم يستبعد بيع طائرات تدريب لبلاده.", "arms-sales"),
        ("وتجري مفاوضات لشراء ست مروحيات من روسيا.", "arms-sales"),
        ("كشف عن اتفاق لتوريد ذخائر مدفعية إلى أوكرانيا.", "arms-sales"),
        ("باعت تركيا مالي طائرات مسيرة من طراز بيرقدار.", "arms-sales"),
        ("تسلمت القاهرة أول دفعة من مقاتلات رافال.", "arms-sales"),
        ("وافقت الخارجية الأميركية على صفقة محتملة لبيع صواريخ جافلين لقطر.", "arms-sales"),
        ("Talks on the sale of two corvettes are under way.", "arms-sales"),
        ("He denied that Moscow was selling the junta helicopters.", "arms-sales"),
        ("Serbia has ordered Chinese air defence batteries.", "arms-sales"),
        ("Ankara will deliver 12 drones to Chad.", "arms-sales"),
        ("South Africa may buy armoured personnel carriers from Jordan.", "arms-sales"),
        ("ورفع الاتحاد الأفريقي عقوباته عن مالي في يناير 2024.", "sanctions"),
        ("انتهت العقوبات المفروضة على السودان في 2017.", "sanctions"),
        ("وعلق الاتحاد الأوروبي عقوباته على بوروندي.", "sanctions"),
        ("أنهى مجلس الأمن حظر السلاح عن الصومال.", "sanctions"),
        ("The United States ended its sanctions on Burundi in November 2021.", "sanctions"),
        ("ECOWAS suspended the sanctions on Guinea.", "sanctions"),
        ("The Security Council let the arms embargo on Iran expire.", "sanctions"),
        ("هاجم مسلحون من جماعة نصرة الإسلام والمسلمين ثكنة قرب الحدود وقتلوا 14 جنديا.", "counter-terrorism"),
        ("Al-Shabaab fighters attacked a base in Lower Shabelle, killing 14 soldiers.", "counter-terrorism"),
        ("اعتقلت الشرطة خلية كانت تخطط لاعتداء باسم تنظيم داعش.", "counter-terrorism"),
        ("بحث الوزيران التعاون في محاربة الجماعات المتشددة في الساحل.", "counter-terrorism"),
        ("وقع وزيرا الدفاع مذكرة تفاهم لتدريب الطيارين.", "defence-cooperation"),
        ("اتفق رئيسا الأركان على تبادل المعلومات الاستخبارية حول الحدود.", "defence-cooperation"),
        ("The two defence ministers signed a memorandum on training pilots.", "defence-cooperation"),
        ("Kenya will host a Polish military training mission under a defence pact.", "defence-cooperation"),
        ("سيرت البحريتان دوريات مشتركة في مضيق ملقا لمكافحة القرصنة.", "maritime-security"),
        ("احتجز خفر السواحل الإيراني ناقلة نفط في الخليج.", "maritime-security"),
        ("Pirates seized a bulk carrier off Somalia.", "maritime-security"),
        ("The navies agreed to patrol the Mozambique Channel against smugglers.", "maritime-security"),
        ("تبادلت القوات الأرمينية والأذربيجانية إطلاق النار على الحدود وقتل ثلاثة جنود.", "armed-conflict"),
        ("سيطر المتمردون على بلدة ساكي بعد معارك مع الجيش.", "armed-conflict"),
        ("قصفت مسيرات قوات الدعم السريع مطار الخرطوم.", "armed-conflict"),
        ("أوقع القصف على مخيم زمزم 31 قتيلا.", "armed-conflict"),
        ("Rebels overran the town after two days of fighting with the army.", "armed-conflict"),
        ("Artillery pounded the outskirts of Khartoum as paramilitary forces advanced.", "armed-conflict"),
        ("At least 12 people were killed when jets bombed a market.", "armed-conflict"),
        ("دخلت هدنة حيز التنفيذ في السودان.", "ceasefires"),
        ("اتفق الجانبان على وقف القتال سبعة أيام.", "ceasefires"),
        ("توصل الطرفان إلى اتفاق على وقف فوري للنار.", "ceasefires"),
        ("Both armies agreed to halt fighting for 72 hours.", "ceasefires"),
        ("أغرقت السيول مدنا في ليبيا وقتلت آلافا وشردت عشرات الآلاف.", "humanitarian"),
        ("The quake killed 2,000 people and left thousands homeless.", "humanitarian"),
        ("فر آلاف السكان من المدينة ونزحوا إلى تشاد.", "humanitarian"),
        ("Thousands fled across the border into Chad.", "humanitarian"),
        ("احتشد آلاف المتظاهرين في ساحة التحرير.", "protests"),
        ("خرج الآلاف في باماكو مطالبين برحيل القوات الفرنسية.", "protests"),
        ("Tens of thousands marched in Tbilisi against the law.", "protests"),
        ("فاز المعارض بالانتخابات الرئاسية في السنغال من الدورة الأولى.", "elections-government"),
        ("Parliament voted to remove the prime minister.", "elections-government"),
        ("كلف الرئيس خبيرا اقتصاديا تشكيل الحكومة.", "elections-government"),
        ("استؤنف تدفق الغاز عبر خط يامال.", "energy"),
        ("Russia halted gas to Poland.", "energy"),
        ("اتفقت أوبك بلس على زيادة الإنتاج 400 ألف برميل يوميا.", "energy"),
        ("طلبت باريس من ثلاثة دبلوماسيين ماليين مغادرة البلاد.", "diplomatic-crises"),
        ("استدعت مدريد سفيرتها في الجزائر للتشاور.", "diplomatic-crises"),
        ("Mali gave the French ambassador 72 hours to leave.", "diplomatic-crises"),
        ("عرضت أنقرة التوسط بين إثيوبيا والصومال.", "mediation"),
        ("Angola's president will mediate between Kinshasa and Kigali.", "mediation"),
        ("رفعت الصين الرسوم على النبيذ الأسترالي.", "trade-disputes"),
        ("China scrapped tariffs on Australian wine.", "trade-disputes"),
        ("يعقد قادة مجموعة بريكس قمتهم في قازان.", "summits"),
        ("Leaders of the bloc hold their annual summit in Kazan.", "summits"),
        ("أطلقت بيونغ يانغ صاروخين قصيري المدى.", "missiles"),
        ("The North fired two short-range missiles.", "missiles"),
        ("حكمت محكمة في تونس على معارض بالسجن 12 عاما.", "human-rights"),
        ("A Minsk court jailed the opposition leader for 18 years.", "human-rights"),
        ("بحث الوزيران فتح ممر لنقل البضائع عبر القوقاز.", "trade-corridors"),
        ("The railway will carry freight from Xinjiang to Uzbekistan through Kyrgyzstan.", "trade-corridors"),
        ("أوقفت برلين رجلا بتهمة التجسس لحساب موسكو.", "espionage-cyber"),
        ("Estonia blamed Russian hackers for the attack on its networks.", "espionage-cyber"),
        ("اتهمت واشنطن موسكو باستخدام غاز الكلوروبيكرين ضد القوات الأوكرانية وهو سلاح كيميائي.", "chemical-weapons"),
    ]
)
def test_a_sentence_tells_of_its_theme_by_verb_noun_product_or_casualties(text: str, theme: str) -> None:
    assert theme in found(text)


@every(
    [
        ("قال إن الحصار غير المعلن انتهى وإن بلاده ستبيع طائرات مسيرة.", "armed-conflict"),
        ("تأجل التمرين بسبب الفيضانات.", "humanitarian"),
        ("The exercise was postponed because of a cyclone.", "humanitarian"),
        ("امتنعت روسيا عن التصويت في مجلس الأمن على مشروع القرار.", "elections-government"),
        ("قال المرصد السوري لحقوق الإنسان إن ثلاث غارات أصابت المطار.", "human-rights"),
        ("The Syrian Observatory for Human Rights said the strikes hit a depot.", "human-rights"),
        ("The nuclear deal let Iran resume deliveries of oil, and missiles were not part of it.", "arms-sales"),
        ("عقد الوزير اجتماعا حول السلاح.", "arms-sales"),
        ("القوات الخاصة ستقيم تدريبات مشتركة على ساحل بحر قزوين.", "naval-drills"),
        ("Special forces will hold a joint exercise on the Caspian Sea coast.", "naval-drills"),
        ("أعطت المحكمة الحكومة هامش مناورة.", "military-drills"),
        ("The minister said the right to exercise their vote was sacred.", "military-drills"),
        ("دورة تدريبية للصحفيين بالتعاون مع الجيش.", "military-drills"),
        ("وافقت تركيا على بيع مسيرات.", "protests"),
        ("قدمت باريس مذكرة احتجاج.", "protests"),
        ("نص قانون العقوبات على السجن.", "sanctions"),
        ("أعلن وزير التجارة هدنة تجارية مع بكين.", "ceasefires"),
        ("ارتفع خام غرب تكساس الوسيط.", "mediation"),
        ("استقبل اللاعب بحماس من الجماهير الإسرائيلية.", "palestine-israel"),
        ("تفقد وزير الدفاع السيول الاصطناعية.", "humanitarian"),
        ("The two sides agreed on power-sharing.", "energy"),
        ("صور الأقمار الصناعية أظهرت القاعدة.", "space"),
        ("أزمة اقتصادية في لبنان.", "diplomatic-crises"),
        ("وصل المتسلق إلى قمة جبل إيفرست.", "summits"),
        ("يستخدم الجيش القاعدة العسكرية الجديدة في العملية.", "counter-terrorism"),
    ]
)
def test_words_that_only_look_like_a_theme(text: str, theme: str) -> None:
    assert theme not in found(text)


def test_a_sentence_with_two_cues_counts_more_than_a_passing_word() -> None:
    filler = "كلام آخر هنا.\n" * 11
    assert "protests" in found(filler + "تظاهر الآلاف أمام البرلمان احتجاجا على النتائج.\n")
    assert "protests" not in found(filler + "وتحدث عن احتجاجات سابقة.\n")
