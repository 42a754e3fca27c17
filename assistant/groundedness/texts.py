"""The Danish reasons for a verdict."""

VERBATIM = "Sætningen står ordret i teksten."
SUPPORTED = "Teksten siger det samme: »{nearest}«"
NO_EVIDENCE = "Der er ingen tekst at støtte sætningen på."
TOO_LONG = "Det er for langt til én sætning. Del det op, og kontrollér hver sætning for sig."
EMPTY = "Der er ingen sætning at kontrollere."
HOLLOW = "Sætningen siger ikke noget, der kan kontrolleres."
WRONG_QUOTE = "Citatet »{found}« står ikke sådan i teksten."
QUANTITY = "Teksten siger ikke »{found}«."
ACTOR = "Teksten siger det ikke om »{found}«."
NAME = "Teksten nævner ikke »{found}«."
ELSEWHERE = "Teksten står ikke i det afsnit, sætningen nævner."
OPPOSITE = "Sætningen siger »{said}«, hvor teksten siger »{stands}«."
TURNED = "Sætningen benægter noget, som teksten siger, eller omvendt: »{nearest}«"
UNSAID = "Teksten siger ikke noget om {found}."
CAUSE = "Teksten giver ikke den årsag: den siger ikke noget om {found}."
PHRASE = "Sætningen siger {found}, og det gør teksten ikke."
OTHERWISE = "Sætningen siger mere eller noget andet end teksten: »{nearest}«"

PHRASES = {
    "duty": "noget om en pligt",
    "advice": "noget om en anbefaling",
    "possibility": "noget om en mulighed",
    "choice": "noget om et frit valg",
    "universal": "noget, der gælder alt eller alle",
    "cause": "noget om en årsag",
    "condition": "noget om en betingelse",
    "purpose": "noget om et formål",
    "exclusive": "noget, der udelukker andet",
    "majority": "noget om de fleste",
    "few": "noget om få",
    "often": "noget om, at det sker ofte",
    "seldom": "noget om, at det sker sjældent",
    "hedge": "noget om et forbehold",
}
"""By class of expression; the others are not told."""

LONGEST_SHOWN = 160
"""Characters of the document that a reason quotes at most."""
