"""Say whose document it is, which edition, from when, and which version of its text."""

from ui.web import texts

_VERSION_SHOWN = 8
"""Hexadecimal digits of a document's hash, enough to tell two versions apart by eye."""


def describe_version(version: str) -> str:
    """Return a version as a reader sees it.

    >>> describe_version("sha256:fb12c3740aa")
    'tekstudgave fb12c374'
    """
    return texts.VERSION.format(hash=version.partition(":")[2][:_VERSION_SHOWN])


def describe_edition(*, owner: str, edition: str, date: str, version: str) -> str:
    """Return what is known of a document's edition, parted by commas.

    Args:
        owner: The organisation, or "".
        edition: As a reader names it, or "".
        date: When it was approved, or "".
        version: ``sha256:`` and the hash of the canonical text.
    """
    approved = texts.APPROVED.format(date=date) if date else ""
    return ", ".join(filter(None, (owner, edition, approved, describe_version(version))))
