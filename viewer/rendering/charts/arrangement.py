"""Where the charts of a section stand: each laid out when it is first needed, before it estimated.

A section may hold thousands of charts, of which a screen shows a handful. Only what is seen, or
asked for by its key, is laid out; the heights of all others are estimated from those that are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from viewer.chart import Form, Scene
from viewer.chart.layout import Box, Placed
from viewer.model import Key
from viewer.rendering.charts.stack import shares, stacked

MARGIN = 20.0
BETWEEN = 14.0
EAGER = 24
"""So many charts are laid out at once: more than most sections have, so that these stand where
they will stay; and enough to estimate the others from."""
EAGER_MARKS = 300
"""But no more once they hold so many marks."""
UNKNOWN = 160.0
"""The height of a chart where none is known, in pixels."""

LayOut = Callable[[Scene, float], Placed]


class Arrangement:
    """The charts of a section at one width, in pixels before any zoom.

    `version` grows whenever a chart turns out to be higher or lower than it was estimated, so that
    the places of others have changed.
    """

    def __init__(self, scenes: Sequence[Scene], width: float, lay_out: LayOut) -> None:
        self.scenes = tuple(scenes)
        self.version = 0
        count, self.wide = shares(max(1.0, width - 2 * MARGIN), len(self.scenes), BETWEEN)
        self._lay_out = lay_out
        self._placed: dict[int, Placed] = {}
        self._chart_of: dict[Key, int] = {}
        for number, scene in enumerate(self.scenes):
            for key in scene.by_key:
                self._chart_of.setdefault(key, number)
        for number in range(_eager(self.scenes)):
            self._placed[number] = lay_out(self.scenes[number], self.wide)
        self._heights = self._estimated()
        columns = stacked(self._heights, count, BETWEEN)
        self._firsts = [0, *(n for n in range(1, len(columns)) if columns[n] != columns[n - 1])]
        self._tops: list[list[float]] = []
        self._sum_up()

    @property
    def height(self) -> float:
        """The height of all, with the margins."""
        return max((tops[-1] for tops in self._tops), default=MARGIN) - BETWEEN + MARGIN

    def placed(self, number: int) -> Placed:
        """A chart laid out."""
        return self._know((number,))[0]

    def place(self, number: int) -> tuple[float, float]:
        """The upper left corner of a chart's card."""
        column = self._column(number)
        left = MARGIN + column * (self.wide + BETWEEN)
        return left, self._tops[column][number - self._firsts[column]]

    def chart_of(self, key: Key) -> int | None:
        """The number of the first chart that shows `key`."""
        return self._chart_of.get(key)

    def box_of(self, key: Key) -> Box | None:
        """Where the first mark of `key` stands."""
        number = self.chart_of(key)
        if number is None:
            return None
        box = self.placed(number).box_of(key)
        left, top = self.place(number)
        return box and Box(left + box.x, top + box.y, box.width, box.height)

    def keys_of(self, number: int) -> tuple[Key, ...]:
        """The keys that a chart is the first to show, as a reader goes through its marks."""
        hits = sorted(self.placed(number).hits, key=lambda hit: (hit.box.y // 8, hit.box.x))
        return tuple(
            dict.fromkeys(hit.key for hit in hits if self._chart_of.get(hit.key) == number)
        )

    def keys_below(self, top: float) -> Iterator[Key]:
        """The keys of the charts that reach below a height, in order."""
        for column in range(len(self._firsts)):
            first, last = self._met(column, top, self.height)
            for number in range(first, last):
                yield from self.keys_of(number)

    def neighbour(self, key: Key, step: int) -> Key:
        """The key one `step` (1, -1) from another; of "", the first or last; "" beyond the end."""
        number = self.chart_of(key) if key else None
        if number is not None:
            keys = self.keys_of(number)
            place = keys.index(key) + step if key in keys else -1
            if 0 <= place < len(keys):
                return keys[place]
            number += step
        else:
            number = 0 if step > 0 else len(self.scenes) - 1
        while 0 <= number < len(self.scenes):
            keys = self.keys_of(number)
            if keys:
                return keys[0 if step > 0 else -1]
            number += step
        return ""

    def seen(self, top: float, bottom: float) -> tuple[int, ...]:
        """The charts between two heights, laid out."""
        while True:
            before = self.version
            found = [
                number
                for column in range(len(self._firsts))
                for number in range(*self._met(column, top, bottom))
            ]
            self._know(found)
            if self.version == before:
                return tuple(found)

    def anchor(self, top: float, bottom: float) -> int | None:
        """A chart between two heights to hold on to: one that is laid out, if there is any."""
        for column in range(len(self._firsts)):
            numbers = range(*self._met(column, top, bottom))
            if numbers:
                return next((n for n in numbers if n in self._placed), numbers[0])
        return None

    def _know(self, numbers: Sequence[int]) -> list[Placed]:
        """Lay out what is not yet; where a height was not as estimated, move what is below."""
        changed = False
        for number in numbers:
            if number not in self._placed:
                placed = self._lay_out(self.scenes[number], self.wide)
                self._placed[number] = placed
                changed = changed or placed.height != self._heights[number]
                self._heights[number] = placed.height
        if changed:
            self.version += 1
            self._sum_up()
        return [self._placed[number] for number in numbers]

    def _estimated(self) -> list[float]:
        """The height of every chart: its own, or the mean of those of its form, or of all."""
        by_form: dict[Form, list[float]] = {}
        for number, placed in self._placed.items():
            by_form.setdefault(self.scenes[number].form, []).append(placed.height)
        known = [height for heights in by_form.values() for height in heights]
        mean = sum(known) / len(known) if known else UNKNOWN
        means = {form: sum(heights) / len(heights) for form, heights in by_form.items()}
        return [
            self._placed[number].height if number in self._placed else means.get(scene.form, mean)
            for number, scene in enumerate(self.scenes)
        ]

    def _sum_up(self) -> None:
        """The top of every card, and at the end of each column where the next would stand."""
        ends = [*self._firsts[1:], len(self._heights)]
        self._tops = [
            list(accumulate((h + BETWEEN for h in self._heights[first:end]), initial=MARGIN))
            for first, end in zip(self._firsts, ends, strict=True)
        ]

    def _column(self, number: int) -> int:
        return bisect_right(self._firsts, number) - 1

    def _met(self, column: int, top: float, bottom: float) -> tuple[int, int]:
        """The first chart of a column that reaches below `top`, and the first beyond `bottom`."""
        first, tops = self._firsts[column], self._tops[column]
        count = len(tops) - 1
        low = max(0, bisect_right(tops, top) - 1)
        if low < count and tops[low + 1] - BETWEEN <= top:
            low += 1
        high = min(count, max(low, bisect_right(tops, bottom)))
        return first + low, first + high


def _eager(scenes: Sequence[Scene]) -> int:
    """How many charts are laid out at once: the first always."""
    first = scenes[:EAGER]
    before = accumulate((len(scene.marks) for scene in first), initial=0)
    return sum(marks < EAGER_MARKS for _, marks in zip(first, before, strict=False))
