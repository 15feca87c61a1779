"""The chart pane: the section's charts in a column, linked to the words by key."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QScrollArea, QWidget

from viewer.briefing import Key, ViewerError
from viewer.chart import Scene
from viewer.look import Palette
from viewer.paint.charts import Lit
from viewer.paint.charts.column import ChartColumn
from viewer.paint.charts.hint import Hint
from viewer.paint.charts.taking import TAKINGS, AskPath, Taking
from viewer.paint.style import Style
