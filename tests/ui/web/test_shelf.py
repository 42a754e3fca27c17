from assistant.answer import Answer, Status
from ui.web.shelf import AnswerShelf


def answer(text):
    return Answer("Hvad?", "Hvad?", Status.META, text)


def test_an_answer_is_found_by_its_token_alone():
    shelf = AnswerShelf()
    first, second = shelf.put(answer("a"), None), shelf.put(answer("b"), None)
    assert first.token != second.token
    assert shelf.get(first.token).answer.text == "a"
    assert shelf.get("noget andet") is None


def test_the_oldest_answers_are_forgotten():
    shelf = AnswerShelf(most=2)
    tokens = [shelf.put(answer(str(n)), None).token for n in range(3)]
    assert shelf.get(tokens[0]) is None
    assert shelf.get(tokens[2]).answer.text == "2"
