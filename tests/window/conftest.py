from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.window.whole import wire_whole
from viewer.design import palette
from viewer.i18n import load
from viewer.pipeline import Opened, open_briefing
from viewer.rendering.faces import choose_faces
from viewer.rendering.style import Style
from viewer.resources import bundled
from viewer.settings import Settings, load_settings
from viewer.window.appearance import WindowAppearance
from viewer.window.wiring import Wired

SAMPLE = "shandong-2020.yaml"

SMALL = """\
briefing: 1
title: 小报
sections:
  - id: one
    title: 第一节
    passage: |
      𠮷市出台39 份文件，视频侦查同步上案率达80% 以上。

      抓获嫌疑人 1.6万名。
    metrics:
      - {id: papers, label: 文件, value: 39, unit: 份, cite: 出台39 份文件}
      - {id: rate, label: 上案率, value: 80, unit: "%", qualifier: at_least, cite: 上案率达80% 以上}
      - {id: caught, label: 嫌疑人, value: 1.6万, unit: 名, cite: 抓获嫌疑人 1.6万名}
  - id: two
    title: 第二节
    passage: |
      建成中心203个，八成已启用。
    metrics:
      - {id: centres, label: 中心, value: 203, unit: 个, cite: 建成中心203个}
"""


@pytest.fixture
def style(qapp) -> Style:
    return Style(load("zh_CN"), palette("light"), choose_faces(), motion=False)


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def _small_read(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    path = tmp_path_factory.mktemp("small") / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return open_briefing(path)


@pytest.fixture
def small(small_file: Path, _small_read: Opened) -> Opened:
    """The small briefing as it is read from its file, read and proven once for all tests."""
    return _small_read._replace(path=small_file)


@pytest.fixture(scope="session")
def sample() -> Opened:
    return open_briefing(bundled(SAMPLE))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(tmp_path / "settings.json")


@pytest.fixture
def appearance(qapp, settings: Settings) -> Iterator[WindowAppearance]:
    """The appearance of a window in the light theme; the application's own comes back after it."""
    appearance = WindowAppearance(qapp, settings, choose_faces(), load("zh_CN"), "light")
    yield appearance
    appearance.undress()


@pytest.fixture
def wired(qtbot, appearance: WindowAppearance, settings: Settings, small: Opened) -> Wired:
    """The whole window, shown with the small briefing."""
    wired = wire_whole(appearance, settings)
    qtbot.addWidget(wired.window)
    wired.workspace.take(small)
    wired.window.resize(1200, 800)
    wired.window.show()
    qtbot.waitExposed(wired.window)
    QApplication.processEvents()
    return wired


@pytest.fixture(autouse=True)
def _without_network(no_sockets: None) -> None:
    """The window needs no network: a socket that reaches out fails the test."""
