"""Show answers and passages to a person: in colour on a terminal, plain in a pipe."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from ui import texts
from ui.number import with_comma
from ui.stream import write_line

if TYPE_CHECKING:  # the command line's help must not wait for these
    from collections.abc import Mapping, Sequence

    from assistant.answer import Answer, Trace
    from ui.finding import Finding

_STATUS_STYLES = {
    "answered": "bold green",
    "nearest": "bold yellow",
    "refused": "bold red",
    "meta": "",
}
_NEAREST = "nearest"
_MARKUP = re.compile(r"[\[<]")
_WIDEST = 100


def show_answer(answer: Answer, titles: Mapping[str, str], *, with_trace: bool = False) -> None:
    """Show an answer with its sources.

    Args:
        answer: To be shown.
        titles: The documents' titles by name; with several, each source names its own.
        with_trace: Whether to show how the answer came about.
    """
    after = _source_lines(answer, titles)
    if with_trace:
        after += ["", *_trace_lines(answer)]
    heading = texts.STATUS_HEADINGS[answer.status]
    if sys.stdout.isatty():
        _show_on_terminal(heading, answer, after)
        return
    before = [heading, ""] if heading else []
    for line in (*before, answer.text, *after):
        write_line(line)


def show_findings(findings: Sequence[Finding], titles: Mapping[str, str]) -> None:
    """Show ranked passages, best first."""
    if not findings:
        write_line(texts.NO_HITS)
    template = texts.HIT_IN_DOCUMENT if len(titles) > 1 else texts.HIT
    for rank, finding in enumerate(findings, start=1):
        if rank > 1:
            write_line()
        title = titles[finding.document]
        score = with_comma(finding.score, 2)
        write_line(template.format(rank=rank, label=finding.label, title=title, score=score))
        for line in finding.text.splitlines():
            write_line(f"   {line.strip()}")


def _show_on_terminal(heading: str, answer: Answer, after: Sequence[str]) -> None:
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.text import Text

    console = Console(highlight=False)
    width = min(console.width, _WIDEST)
    if heading:
        console.print(Text(heading, style=_STATUS_STYLES[answer.status]))
        console.print()
    # Escaped, no marker is taken for a link and no word of a quote for a tag.
    console.print(Markdown(_MARKUP.sub(r"\\\g<0>", answer.text)), width=width)
    for line in after:
        console.print(Text(line, style="dim"), width=width)


def _source_lines(answer: Answer, titles: Mapping[str, str]) -> list[str]:
    if not answer.citations:
        return []
    template = texts.SOURCE_IN_DOCUMENT if len(titles) > 1 else texts.SOURCE
    heading = texts.NEAREST_SOURCES if answer.status == _NEAREST else texts.SOURCES
    sources = [
        template.format(n=citation.n, label=citation.label, title=titles[citation.document])
        for citation in answer.citations
    ]
    return ["", heading, *sources]


def _trace_lines(answer: Answer) -> list[str]:
    trace = answer.trace
    lines = [texts.TRACE, trace.reason]
    lines.append(texts.TRACE_KIND.format(kind=texts.KINDS.get(trace.kind, texts.KIND_UNKNOWN)))
    if answer.standalone_question != answer.question:
        lines.append(texts.TRACE_STANDALONE.format(question=answer.standalone_question))
    return [*lines, *model_lines(trace), *_weighed_lines(answer), *_hit_lines(trace)]


def model_lines(trace: Trace) -> list[str]:
    """Return what a language model did, and what of it is not shown."""
    model = trace.model
    if model is None:
        return []
    line = texts.TRACE_MODEL.format(
        name=model.name,
        outcome=model.outcome,
        written=model.written,
        shown=model.shown,
        calls=model.calls,
        tokens=model.input_tokens + model.output_tokens,
    )
    cost = [] if model.cost is None else [texts.TRACE_COST.format(cost=with_comma(model.cost, 4))]
    removed = [texts.TRACE_REMOVED.format(reason=reason) for reason in model.removed]
    return [line, *cost, *removed]


def _weighed_lines(answer: Answer) -> list[str]:
    """Return what the outcome was weighed by; the probability alone, where nothing more is told."""
    trace = answer.trace
    if trace.explanation:
        return list(trace.explanation)
    if not trace.hits:
        return []
    probability, threshold = with_comma(answer.answerability, 2), with_comma(trace.threshold, 2)
    return [texts.TRACE_PROBABILITY.format(probability=probability, threshold=threshold)]


def _hit_lines(trace: Trace) -> list[str]:
    if not trace.hits:
        return []
    hits = [
        texts.SCORED.format(score=with_comma(hit.score, 2), label=hit.label) for hit in trace.hits
    ]
    return [texts.TRACE_HITS, *hits]
