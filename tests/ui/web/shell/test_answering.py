from ui.web.shell.answering import make_refusal, wants_page


def scope(method="GET", accept="text/html,*/*"):
    return {"type": "http", "method": method, "headers": [(b"accept", accept.encode())]}


def test_a_person_gets_a_page_in_danish():
    response = make_refusal(scope(), 404, "Siden <findes> ikke.")
    assert response.media_type == "text/html"
    assert b'<html lang="da">' in response.body
    assert b"Siden &lt;findes&gt; ikke." in response.body


def test_a_page_that_may_come_later_is_asked_for_again():
    response = make_refusal(scope(), 503, "Vent.", {"Retry-After": "2"})
    assert b'http-equiv="refresh" content="2"' in response.body


def test_a_programme_gets_json():
    response = make_refusal(scope(accept="application/json"), 400, "Nej.")
    assert response.body == b'{"error":"Nej.","detail":"Nej."}'
    assert not wants_page(scope("POST"))
