import pytest

from viewer.look import palette
from viewer.paint.faces import choose_faces
from viewer.paint.style import Style
from viewer.words import load


@pytest.fixture
def style(qapp) -> Style:
    return Style(load("zh_CN"), palette("light"), choose_faces(), motion=False)
