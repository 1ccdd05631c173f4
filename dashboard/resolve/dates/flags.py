"""What a careful reader should check about an article's dates, in both languages."""

from __future__ import annotations

from ...clean.document import Document
from ...model import Flag
from ...timex import TimeExpression

_MESSAGES = {
    "weekday-date": ("The weekday named is not that date's.", "يوم الأسبوع المذكور لا يوافق هذا التاريخ."),
    "relative-conflict": (
        "The adverb (today, yesterday, tomorrow) does not agree with the day named beside it: one of them, or "
        "the day of publication, is wrong.",
        "الظرف (اليوم، أمس، غدًا) لا يتفق مع اليوم المذكور بجانبه: أحدهما، أو يوم النشر، غير صحيح.",
    ),
    "calendar-mismatch": (
        "Two calendars are given for one day, but they are not the same day.",
        "ورد اليوم بتقويمين لا يتفقان.",
    ),
    "date-order": ("The interval ends before it starts.", "الفترة تنتهي قبل أن تبدأ."),
}


def located_flag(kind: str, doc: Document, expression: TimeExpression, start: int | None = None) -> Flag:
    """A flag on an expression; `start` where it begins earlier, with the expression it contradicts."""
    message, message_ar = _MESSAGES[kind]
    begin = expression.start if start is None else start
    return Flag(
        start=begin, end=expression.stop, field=doc.field, sentence=doc.sentence_at(begin), rule=f"dates:{kind}",
        kind=kind, message=message, message_ar=message_ar,
    )  # fmt: skip


def article_flag(waiting: int) -> Flag:
    """The flag on an article without a publication date, with how many relative expressions stay open for it."""
    message = "The publication date is unknown, so relative dates stay open"
    message_ar = "تاريخ النشر غير معروف، فتبقى التواريخ النسبية مفتوحة"
    if waiting:
        message, message_ar = f"{message} ({waiting} of them here)", f"{message_ar} (عددها هنا {waiting})"
    return Flag(
        start=None, end=None, sentence=None, rule="dates:no-publication-date", kind="no-publication-date",
        message=message + ".", message_ar=message_ar + ".",
    )  # fmt: skip
