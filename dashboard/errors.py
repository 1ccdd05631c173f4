"""The error tree: one base, a handful below it. Every message is written for the person who reads it."""


class MarsadError(Exception):
    """Base of every error that Marsad raises on purpose; its text is fit to be shown to a user."""


class LexiconError(MarsadError):
    """A file of `dashboard/data/` does not hold what it should; names the file and the entry."""


class WorkspaceError(MarsadError):
    """The workspace can't be opened, or was made by a newer Marsad."""


class UsageError(MarsadError):
    """What was asked for can't be done as asked (an unknown id, a bad date); exit status 2."""


class RejectedInput(MarsadError):
    """One input can't be read; the others go on.

    `origin` names the file and the record in it, `reason` what is wrong, `remedy` what would be accepted.
    """

    def __init__(self, origin: str, reason: str, remedy: str = "") -> None:
        self.origin, self.reason, self.remedy = origin, reason, remedy
        super().__init__(f"{origin}: {reason}" + (f" ({remedy})" if remedy else ""))
