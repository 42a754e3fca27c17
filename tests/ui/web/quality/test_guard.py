import gradio as gr
import pytest

from ui.web.quality import texts
from ui.web.quality.guard import is_hr, require_hr


def test_hr_may_and_others_are_told_why_not(context, hr_request):
    require_hr(context, hr_request)
    assert is_hr(context, hr_request)
    assert not is_hr(context, None)
    with pytest.raises(gr.Error) as caught:
        require_hr(context, None)
    assert caught.value.message == texts.NOT_HR
