"""Every Danish sentence of the report on where to draw the line for refusing."""

TITLE = "Hvor skal grænsen for at afvise ligge?"
EXPLANATION = (
    "Assistenten regner ud, hvor sandsynligt det er, at dokumentet svarer på spørgsmålet, og "
    "afviser det, når sandsynligheden ligger under en grænse. Tabellerne viser, hvor mange af "
    "spørgsmålene uden svar den afviser, hvis grænsen sættes, så højst 5, 10 eller 20 % af "
    "spørgsmålene med svar bliver afvist uden grund. »Grænsen i brug« er den, assistenten følger "
    "i dag.",
    "Svarer assistenten trods lav sandsynlighed, for eksempel fordi spørgsmålet nævner en af "
    "dokumentets lister, eller fordi et sted i dokumentet retter en forkert antagelse, tæller det "
    "som et svar under »Grænsen i brug«, men under de andre grænser tæller kun sandsynligheden.",
)
PARTS = {"test": "Prøvedelen", "dev": "Udviklingsdelen, krydsvalideret"}
CHOSEN = {
    "test": (
        "De tre grænser er fundet på prøvedelens egne spørgsmål med svar, så tallene viser, hvad "
        "der kunne nås. Kun »Grænsen i brug« er valgt uden at kende spørgsmålene."
    ),
    "dev": (
        "Hver grænse er valgt på fire femtedele af spørgsmålene og prøvet på den sidste femtedel. "
        "Det gøres fem gange, så hvert spørgsmål bliver prøvet én gang på en grænse, det ikke selv "
        "har været med til at vælge. Derfor kan lidt flere end tilladt blive afvist uden grund. "
        "»Grænsen i brug« er derimod valgt blandt andet på disse spørgsmål, så her er dens tal "
        "lidt for pæne."
    ),
}
TOLD = (
    "Grænsen i brug afviser {rightly} af spørgsmålene uden svar og, uden grund, {wrongly} af "
    "spørgsmålene med svar."
)
CAPTION = "{part}: andel af spørgsmålene, der bliver afvist"
GROUP = "Spørgsmål"
LEVEL = "Højst {level} uden grund"
IN_USE = "Grænsen i brug"
UNANSWERABLE = "Alle uden svar i dokumentet"
UNANSWERABLE_EXPLAINED = "De bliver afvist med rette. Nedenfor står de efter slags."
ANSWERABLE = "Alle med svar i dokumentet"
ANSWERABLE_EXPLAINED = "De bliver afvist uden grund. Jo lavere, jo bedre."
