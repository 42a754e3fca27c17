"""Gradio's own words in Danish: it ships none, so they stand in for those of every language."""

import gradio as gr

_WORDS = {
    "blocks.connection_can_break": (
        "På en telefon kan forbindelsen blive afbrudt, hvis du skifter til en anden side."
    ),
    "blocks.long_requests_queue": "Mange spørger lige nu. Vent lidt.",
    "blocks.lost_connection": "Forbindelsen blev afbrudt. Prøver igen …",
    "blocks.waiting_for_inputs": "Vent, til filerne er hentet, og prøv igen.",
    "chatbot.edit": "Ret",
    "chatbot.retry": "Prøv igen",
    "chatbot.undo": "Fortryd",
    "chatbot.submit": "Send",
    "chatbot.cancel": "Annullér",
    "chatbot.clear": "Ryd",
    "chatbot.complete": "Færdig",
    "chatbot.copy_message": "Kopiér",
    "chatbot.copied_message": "Kopieret",
    "chat_interface.chatbot": "Samtale",
    "chat_interface.conversation": "Samtale",
    "common.clear": "Ryd",
    "common.download": "Hent",
    "common.edit": "Ret",
    "common.empty": "Tom",
    "common.error": "Fejl",
    "common.loading": "Henter",
    "common.or": "eller",
    "common.progress": "Fremskridt",
    "common.remove": "Fjern",
    "common.run": "Kør",
    "common.submit": "Send",
    "common.undo": "Fortryd",
    "dropdown.dropdown": "Vælg",
    "label.label": "Navn",
    "number.number": "Tal",
    "plot.plot": "Graf",
    "radio.radio": "Vælg",
    "slider.slider": "Skyder",
    "checkbox.checkbox": "Afkrydsning",
    "checkbox.checkbox_group": "Afkrydsninger",
    "status.queue_position": "I kø: nummer {position} af {size}",
    "upload_text.click_to_upload": "Klik for at vælge en fil",
    "upload_text.drop_file": "Slip filen her",
}

_LANGUAGES = (
    "ar", "ca", "da", "de", "en", "es", "et", "eu", "fa", "fi", "fr", "he", "hi", "id", "ja", "ko",
    "lt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sv", "ta", "th", "tr", "uk", "ur", "uz",
    "zh-CN", "zh-TW",
)  # fmt: skip
"""Those that Gradio 6.31 knows, whatever a visitor's browser asks for."""


def speak_danish() -> gr.I18n:
    """Return Gradio's translations, the same for every language."""
    return gr.I18n(**{language: dict(_WORDS) for language in _LANGUAGES})
