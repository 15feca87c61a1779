import pytest

from viewer.design import palette
from viewer.i18n import load
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style


@pytest.fixture
def style(qapp) -> Style:
    return Style(load("zh_CN"), palette("light"), choose_faces(), motion=False)
