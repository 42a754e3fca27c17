from hypothesis import given
from hypothesis import strategies as st

from ui.web.meter import Meter


def figures(meter):
    """Return the figures by name, without comments."""
    lines = meter.write().decode().splitlines()
    return dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))


def test_answers_and_ratings_are_counted_by_outcome():
    meter = Meter()
    meter.count_answer("answered", 0.02)
    meter.count_answer("answered", 0.2)
    meter.count_answer("refused", 3)
    meter.count_feedback(True)
    meter.count_feedback(False)
    read = figures(meter)
    assert read['ledelsesassistent_answers_total{status="answered"}'] == "2.0"
    assert read['ledelsesassistent_answers_total{status="refused"}'] == "1.0"
    assert read['ledelsesassistent_answer_seconds_bucket{le="0.025",status="answered"}'] == "1.0"
    assert read['ledelsesassistent_feedback_total{helped="yes"}'] == "1.0"
    assert read['ledelsesassistent_feedback_total{helped="no"}'] == "1.0"


def test_requests_are_counted_by_route_and_status():
    meter = Meter()
    meter.count_request("POST", "/gradio_api/call", 200, 0.01)
    name = 'ledelsesassistent_requests_total{method="POST",route="/gradio_api/call",status="200"}'
    assert figures(meter)[name] == "1.0"


def test_two_servers_in_one_process_count_apart():
    first, second = Meter(), Meter()
    first.count_answer("answered", 1)
    assert not any("answers_total{" in name for name in figures(second))


def test_readiness_is_a_figure():
    meter = Meter()
    meter.set_ready(is_ready=True)
    assert figures(meter)["ledelsesassistent_ready"] == "1.0"


@given(st.lists(st.floats(0, 100), max_size=20))
def test_every_answer_is_counted_once(seconds):
    meter = Meter()
    for each in seconds:
        meter.count_answer("nearest", each)
    counted = figures(meter).get('ledelsesassistent_answer_seconds_count{status="nearest"}', "0")
    assert float(counted) == len(seconds)
