"""Gradio's theme: its colours are the style sheet's own, so light and dark stand there alone."""

from gradio.themes import Base

_FONT = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Arial", "sans-serif")
"""System fonts alone: nothing is fetched from elsewhere."""

_COLOURS = {
    "grund": (
        "body_background_fill", "background_fill_primary", "block_background_fill",
        "input_background_fill", "input_background_fill_focus", "input_background_fill_hover",
        "checkbox_background_color", "checkbox_label_background_fill",
        "block_label_background_fill", "block_title_background_fill", "table_even_background_fill",
        "button_secondary_background_fill", "button_primary_text_color",
        "button_primary_text_color_hover",
    ),
    "flade": (
        "background_fill_secondary", "panel_background_fill", "table_odd_background_fill",
        "button_secondary_background_fill_hover", "code_background_fill",
    ),
    "groen-flade": (
        "color_accent_soft", "checkbox_label_background_fill_hover",
        "checkbox_label_background_fill_selected", "table_row_focus",
    ),
    "blaek": (
        "body_text_color", "block_title_text_color", "block_label_text_color", "table_text_color",
        "button_secondary_text_color", "button_secondary_text_color_hover",
        "checkbox_label_text_color", "checkbox_label_text_color_selected", "accordion_text_color",
        "button_cancel_text_color", "button_cancel_text_color_hover",
    ),
    "svag": (
        "body_text_color_subdued", "block_info_text_color", "input_placeholder_color",
        "input_border_color", "checkbox_border_color", "checkbox_border_color_hover",
        "button_secondary_border_color", "button_cancel_border_color",
    ),
    "streg": ("border_color_primary", "block_border_color", "table_border_color"),
    "groen": (
        "link_text_color", "link_text_color_hover", "link_text_color_visited",
        "link_text_color_active", "button_primary_background_fill", "loader_color",
        "button_primary_background_fill_hover", "button_primary_border_color",
        "checkbox_background_color_selected", "checkbox_border_color_selected",
        "checkbox_border_color_focus", "input_border_color_focus", "border_color_accent",
        "button_secondary_border_color_hover", "slider_color",
    ),
}  # fmt: skip
"""Which of Gradio's colours each of the style sheet's is."""


def make_theme() -> Base:
    """Return the theme."""
    colours = {
        f"{name}{ending}": f"var(--{colour})"
        for colour, names in _COLOURS.items()
        for name in names
        for ending in ("", "_dark")
    }
    theme = Base(
        primary_hue="emerald",
        neutral_hue="gray",
        font=list(_FONT),
        font_mono=["ui-monospace", "monospace"],
    )
    return theme.set(
        **colours,
        color_accent="var(--groen)",
        input_border_width="1px",
        input_border_width_dark="1px",
        button_border_width="1px",
        button_border_width_dark="1px",
        checkbox_label_border_width="1px",
        checkbox_label_border_color="var(--streg)",
        checkbox_label_border_color_dark="var(--streg)",
    )
