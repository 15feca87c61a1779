from PySide6.QtWidgets import QGraphicsScene

from tests.chart.build import compiled, metric
from viewer.chart import Scene
from viewer.rendering.charts.item import ChartItem
from viewer.rendering.charts.item_pool import MOST, ItemPool
from viewer.rendering.style import Style


def scenes_of(name: str, count: int = 2) -> tuple[Scene, ...]:
    """As many charts, each of a unit of its own."""
    pairs = [
        metric(f"{name}{n}{side}", str(n + 1), f"{name}{n}") for n in range(count) for side in "xy"
    ]
    scenes = compiled(pairs)
    assert len(scenes) == count
    return scenes


def pool_on(stage: QGraphicsScene, style: Style) -> ItemPool:
    def make(number: int) -> ChartItem:
        item = ChartItem()
        item.apply_style(style)
        stage.addItem(item)
        return item

    return ItemPool(make)


def feed(pool: ItemPool, scenes: tuple[Scene, ...]) -> list[ChartItem]:
    items = pool.items_for(scenes)
    for item, scene in zip(items, scenes, strict=True):
        item.set_scene(scene, 400)
    return items


def test_who_comes_back_meets_the_items_that_were_left(style: Style) -> None:
    stage = QGraphicsScene()
    pool = pool_on(stage, style)
    here, there = scenes_of("a"), scenes_of("b", 3)
    first = feed(pool, here)
    feed(pool, there)
    assert feed(pool, here) == first


def test_only_the_items_of_the_scenes_are_seen(style: Style) -> None:
    stage = QGraphicsScene()
    pool = pool_on(stage, style)
    feed(pool, scenes_of("a", 3))
    shown = feed(pool, scenes_of("b"))
    assert [item for item in pool.items if item.isVisible()] == shown
    assert feed(pool, ()) == []
    assert not any(item.isVisible() for item in pool.items)


def test_no_more_items_are_kept_than_the_most_and_the_longest_unseen_go_first(
    style: Style,
) -> None:
    stage = QGraphicsScene()
    pool = pool_on(stage, style)
    sections = [scenes_of(name, 5) for name in "abcdefgh"]
    for scenes in sections:
        feed(pool, scenes)
    assert len(pool.items) <= MOST
    last = feed(pool, sections[-1])
    assert [item.scene_shown for item in last] == list(sections[-1])
    kept = {item.scene_shown.id for item in pool.items if item.scene_shown}
    assert sections[0][0].id not in kept or len(pool.items) < MOST


def test_a_section_with_more_charts_than_the_most_has_all_of_them(style: Style) -> None:
    stage = QGraphicsScene()
    many = scenes_of("a", MOST + 3)
    shown = feed(pool_on(stage, style), many)
    assert len({id(item) for item in shown}) == MOST + 3
