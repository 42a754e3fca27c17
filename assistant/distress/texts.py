"""What is said to somebody in distress: fixed sentences, decided before anything is sought."""

DISTRESSED = {
    "danger": (
        "Det er godt, at du skriver det, og det skal du ikke være alene med. Jeg er et program og "
        "kan ikke hjælpe, men det kan mennesker: Ring 112, hvis der er fare for liv. Ring til "
        "Livslinien på 70 201 201, hvis du har brug for at tale med nogen, og sig det til en, du "
        "stoler på."
    ),
    "violence": (
        "Det er ikke i orden, og det skal du ikke stå alene med. Jeg er et program og kan ikke "
        "hjælpe, men det kan mennesker: Tal med din tillidsrepræsentant, din "
        "arbejdsmiljørepræsentant eller {contact}. Ring 112, hvis du eller andre er i fare."
    ),
    "wellbeing": (
        "Det er jeg ked af at høre, og det skal du ikke gå alene med. Jeg er et program og kender "
        "hverken dig eller dem, du arbejder sammen med. Tal med et menneske, du er tryg ved: en "
        "kollega, din leder, din tillidsrepræsentant, {contact} eller din læge."
    ),
}
"""What to say to somebody in distress, by a value of `Distress`; nothing is looked for."""

DISTRESSED_ENGLISH = {
    "danger": (
        "I am glad you wrote this. You should not be alone with it. Call 112 if a life is in "
        "danger, call Livslinien on 70 201 201 if you need to talk, and tell someone you trust. "
        "The same in Danish:"
    ),
    "violence": (
        "That is not all right, and you should not be alone with it. Talk to your union "
        "representative, your health and safety representative or HR. Call 112 if anyone is in "
        "danger. The same in Danish:"
    ),
    "wellbeing": (
        "I am sorry to hear that, and you should not be alone with it. Talk to someone you feel "
        "safe with: a colleague, your manager, your union representative, HR or your doctor. "
        "The same in Danish:"
    ),
}
"""The same to somebody who writes in English; the Danish follows."""

HELPER = "HR"
"""Whom somebody in distress can talk to where no contact is configured."""


def shown_phrases() -> tuple[str, ...]:
    """Return every phrase of these, with and without a contact to be filled in."""
    danish = DISTRESSED.values()
    bare = (said.replace("{contact}", HELPER) for said in danish)
    return (*danish, *bare, *DISTRESSED_ENGLISH.values())
