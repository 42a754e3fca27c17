"""What the server counts, for Prometheus: how often and how fast, never what was asked."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

CONTENT_TYPE = CONTENT_TYPE_LATEST
"""How the figures are written."""

_PREFIX = "ledelsesassistent"
_ANSWER_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
_REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Meter:
    """Counts of one server, from its start on."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._answers = Counter(
            f"{_PREFIX}_answers", "Answers by outcome.", ["status"], registry=self._registry
        )
        self._answer_seconds = Histogram(
            f"{_PREFIX}_answer_seconds",
            "How long an answer took.",
            ["status"],
            buckets=_ANSWER_SECONDS,
            registry=self._registry,
        )
        self._feedback = Counter(
            f"{_PREFIX}_feedback", "Ratings of answers.", ["helped"], registry=self._registry
        )
        self._requests = Counter(
            f"{_PREFIX}_requests",
            "Requests by route and status.",
            ["method", "route", "status"],
            registry=self._registry,
        )
        self._request_seconds = Histogram(
            f"{_PREFIX}_request_seconds",
            "How long it took until a response began.",
            ["route"],
            buckets=_REQUEST_SECONDS,
            registry=self._registry,
        )
        self._ready = Gauge(
            f"{_PREFIX}_ready", "1 while questions can be answered.", registry=self._registry
        )

    def count_answer(self, status: str, seconds: float) -> None:
        """Count an answer by its outcome."""
        self._answers.labels(status).inc()
        self._answer_seconds.labels(status).observe(seconds)

    def count_feedback(self, helped: bool) -> None:  # noqa: FBT001  the one thing it is told
        """Count a rating."""
        self._feedback.labels("yes" if helped else "no").inc()

    def count_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request by its route's name, never by what its address says.

        Args:
            method: How it was called.
            route: The name of its route.
            status: The status of its response.
            seconds: Until the response began: a stream may stay open for hours.
        """
        self._requests.labels(method, route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def set_ready(self, *, is_ready: bool) -> None:
        """Note whether questions can be answered."""
        self._ready.set(int(is_ready))

    def write(self) -> bytes:
        """Return the figures in Prometheus' text format."""
        return generate_latest(self._registry)
