"""The right end of names by language, persons by what stands beside them, and places and states that are none."""

from __future__ import annotations

import itertools

import pytest

from dashboard import extract
from tests.every import every

FRAMES = (
    "قال وزير الخارجية {} إن بلاده ترفض القرار.",
    "وأكد {}، وزير الدفاع، أن المحادثات ستتواصل.",
    "والتقى رئيس الأركان {} الثلاثاء في العاصمة وفدا رفيعا.",
    "وأعلن {} أن المحادثات بدأت أمس الاثنين.",
    "أعلن المتحدث باسم الحكومة، {}، من جنيف بدء الجولة.",
    "وأجرى الضابط محادثات مع نظيره {} تناولت تدريب الطيارين.",
)
NAMES = """
يونس بيك يفكوروف، غريغوري كاراسين، كيريلو بودانوف، جينبيك كولوباييف، سراج الدين مهر الدين، آرارات ميرزويان،
إيراكلي كوباخيدزه، ألب أرسلان بيرقدار، نعمان قورتولموش، كاظم غريب آبادي، علي رضا تنكسيري، مجيد تخت روانجي،
آلدار خليل، قباد طالباني، يسرائيل كاتس، تساحي هنغبي، راندهير جايسوال، أنيل تشوهان، ممتاز زهرا بلوش، شفيق العالم،
فيجيتا هيراث، قوه جيا كون، تشن بين هوا، هوا تشون ينغ، لي جونغ سوب، تشو تاي يول، تشوي سانغ موك، شيغيرو إيشيبا،
جين ناكاتاني، بوي ثانه سون، فام مينه تشينه، لوهوت بنسار بانجايتان، زامبري عبد القادر، إدواردو آنو، هون مانيت،
نهو ريبادو، محمد بدارو أبو بكر، غيديون تيموثيوس، عبد السلام عبدي علي، أحمد معلم فقي، موساليا مودافادي،
أوليفييه ندوهونغيريهي، تيريز كاييكوامبا فاغنر، باكاري ياو سانغاري، سيلفي بايبو تيمون، رونالد لامولا،
خوسيه مانويل ألباريس، راندي أوكامبو دياز، جوزيه موسيو مونتيرو، جوزيبي كافو دراغوني، سيلفان فور، بوريس بيستوريوس،
هانكي بروينز سلوت، ماريا مالمر ستينرغارد، كاستوتيس بودريس، إلمدين كوناكوفيتش، دونيكا غيرفالا، نيكوس ديندياس،
بات رايدر، أليس دورستون، عوض الكريم الطيب حمدان، تاج السر محجوب، محمد سالم ولد مرزوك، ضيف الله الفايز
"""


@every(zip(itertools.cycle(FRAMES), [name.strip() for name in NAMES.replace("\n", " ").split("،")]))
def test_the_whole_name(frame: str, name: str) -> None:
    record = extract(frame.format(name), published="2024-05-07").to_dict()
    assert [m["text"] for m in record["mentions"] if m["kind"] == "person"] == [name]


def persons(text: str) -> dict[str, tuple[str | None, str | None]]:
    found = extract(text, published="2024-05-07").to_dict()["mentions"]
    return {m["text"]: (m["role"], m["country"]) for m in found if m["kind"] == "person"}


@pytest.mark.parametrize(("text", "name"), [
    ("وقال محمد جلال قاسم: نحن هنا.", "محمد جلال قاسم"),
    ("أعلن كبير مستشاري الرئيس، عبدي فارح جامع، من أنقرة بدء العمل.", "عبدي فارح جامع"),
    ("وقال العميد نبيل عبد الله علي إن الجيش تقدم إلى المدينة.", "نبيل عبد الله علي"),
    ("وأعلن الوزير محمد حسين أن الاتفاق كامل.", "محمد حسين"),
    ("وقال وزير الدفاع محمد حسن على هامش القمة إنه راض.", "محمد حسن"),
    ("وأشاد الوزير علي سعيد بجهود الوسطاء.", "علي سعيد"),
    ("دعا النائب السابق باسم السبع إلى الحوار.", "باسم السبع"),
    ("وقال زانغ يوسوي، المتحدث باسم البرلمان الصيني، إن بلاده ترفض ذلك.", "زانغ يوسوي"),
    ("كان الإماراتي خليفة أحمد العامري في غاية السعادة.", "خليفة أحمد العامري"),
    ("وزار الرئيس فلاديمير لينين وجوزيف البيت.", "فلاديمير لينين"),
    ("دفع المدرب زين الدين زيدان بالجناح الويلزي أساسيا.", "زين الدين زيدان"),
])  # fmt: skip
def test_where_a_name_ends(text: str, name: str) -> None:
    assert name in persons(text)


@pytest.mark.parametrize("text", [
    "ورد نتنياهو على ذلك.", "وأضاف بيان سانا أن القوات تقدمت.", "وقال المتحدث باسم السفارة إن الرفض تام.",
    "وعقد مؤتمر جامع وجدي في المدينة.", "طلب السفارة وصل.",
    "رصدت القوات طائرة بدون طيار معادية حوثية بخصائص ومواصفات جديدة.",
])  # fmt: skip
def test_words_beside_verbs_are_no_names(text: str) -> None:
    assert set(persons(text)) <= {"نتنياهو"}


def test_the_owner_of_an_office() -> None:
    text = "وقال الرئيس التركي رجب طيب أردوغان إن وزير خارجيته كمال بيرقدار أوغلو سيزور بغداد."
    assert persons(text)["كمال بيرقدار أوغلو"] == ("وزير خارجيته", "TUR")
    assert persons("وأعلنت مالي أن وزير دفاعها ساليف كونيه سيسافر.")["ساليف كونيه"] == ("وزير دفاعها", "MLI")
    assert persons("ووقع عن كينشاسا المبعوث الخاص للرئيس سومبو سيتا مامبو.")["سومبو سيتا مامبو"][1] == "COD"


@pytest.mark.parametrize(("text", "name", "role"), [
    ("Hamish Mali, a grower in Geelong, said he would plant more.", "Hamish Mali", "grower in Geelong"),
    ("Jordan Baptiste of the aid group Clear Water said cholera could spread.", "Jordan Baptiste", None),
    ("Chad Okafor, a teacher in Lagos, said the road was closed.", "Chad Okafor", "teacher in Lagos"),
    ("Jorge Belaunde, who was convicted, was flown out.", "Jorge Belaunde", None),
    ("Romania's Angel Tilvar, also at the ceremony, thanked his hosts.", "Angel Tilvar", None),
    ("The farmer Kwame Asante told reporters he would appeal.", "Kwame Asante", "farmer"),
    ("Kenya's high commissioner to Tanzania, retired Colonel Peter Wambua, said so.", "Peter Wambua",
     "Kenya's high commissioner to Tanzania, retired Colonel"),
    ("Chinese commerce ministry spokesperson Shu Jueting gave no date for wine.", "Shu Jueting",
     "Chinese commerce ministry spokesperson"),
])  # fmt: skip
def test_english_persons(text: str, name: str, role: str | None) -> None:
    found = persons(text)
    assert list(found) == [name]
    assert found[name][0] == role


@pytest.mark.parametrize("text", [
    "India Today reported the talks.", "Kenya Airways said it would cut flights.", "She is a professor in Cuenca.",
    "The group Clear Water said boats and water had come.", "Jordan Valley farmers said they would plant more.",
])  # fmt: skip
def test_english_runs_that_are_no_persons(text: str) -> None:
    assert persons(text) == {}


def states(text: str) -> list[str]:
    return [c["id"] for c in extract(text, published="2024-05-07").to_dict()["countries"]]


@pytest.mark.parametrize(("text", "wanted"), [
    ("وأدان البيان انتهاك اتفاقية فيينا.", []),
    ("وأعلنت فيينا أنها وقعت الاتفاقية.", ["AUT"]),
    ("It condemned any violation of the Vienna Convention.", []),
    ("The Treaty of Rome was signed.", []),
    ("Vienna said it would sign the convention.", ["AUT"]),
    ("ويبلغ قطر أنبوبه 24 بوصة.", []),
    ("وأعلنت قطر أنها ستشارك.", ["QAT"]),
])  # fmt: skip
def test_states_of_accords_and_diameters(text: str, wanted: list[str]) -> None:
    assert states(text) == wanted


@every([
    ("وصلوا من بلدة أدري التشادية أمس.", [("أدري", "TCD")]),
    ("وصلوا من بلدة كفرناسو السورية أمس.", [("كفرناسو", "SYR")]),
    ("سقط على مسافة 57 كيلومترا من مدينة دانبوشو.", [("دانبوشو", None)]),
    ("وقصفت مسيرة موقعا قرب موتيفيرا.", [("موتيفيرا", None)]),
    ("They met near Dorvash, and the town of Kelvara was hit in May.", [("Dorvash", None), ("Kelvara", None)]),
    ("She wrote it in English and spoke in Parliament on Monday.", []),
    ("فاز المنتخب بلقب كأس آسيا أمس.", []),
    ("بلدة تقع قرب الحدود في مدينة كبيرة.", []),
    ("وصل إلى قرية يسكنها لاجئون قرب نهاية الشهر.", []),
    ("قرب محمد الوصول.", []),
    ("في منطقة خاضعة لنفوذ جارتها.", []),
    ("في إقليم مشتعل لا يهدأ.", []),
    ("في منطقة تبعد خمسة أميال.", []),
    ("تضم منطقة لمحاكاة الحياة هناك.", []),
    ("مصدر قلق من ناحية غسيل الأموال.", []),
])  # fmt: skip
def test_places_that_no_list_knows(text: str, wanted: list[tuple[str, str | None]]) -> None:
    found = extract(text, published="2024-05-07").to_dict()["mentions"]
    assert [(m["text"], m["country"]) for m in found if m["kind"] == "place"] == wanted
