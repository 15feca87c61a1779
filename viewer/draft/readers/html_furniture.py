"""Which classes and ids name the furniture of a web page, and which the parts of a report."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

_ALWAYS = frozenset({
    "aside", "breadcrumb", "breadcrumbs", "consent", "cookie", "cookies", "crumb", "crumbs",
    "footer", "menu", "menus", "nav", "navbar", "navi", "navigation", "newsletter", "pagination",
    "paywall", "popup", "sidebar", "signup", "submenu", "subscribe", "toolbar",
})  # fmt: skip
"""Words that name furniture whatever stands beside them."""

_AMONG_LAYOUT = frozenset({
    "ad", "ads", "advert", "advertisement", "banner", "comment", "comments", "copyright", "discuss",
    "discussion", "hot", "login", "modal", "more", "promo", "rank", "ranking", "recommend",
    "recommendation", "recommendations", "recommended", "related", "share", "sharing", "sign",
    "tag", "tags",
})  # fmt: skip
"""Words that name furniture where only words of layout stand beside them: a report may have
sections on market share, related parties, the discussion by its managers."""

_LAYOUT = frozenset({
    "area", "article", "articles", "bar", "block", "body", "bottom", "box", "btn", "button",
    "buttons", "card", "cards", "center", "column", "container", "content", "count", "dialog",
    "div", "form", "from", "group", "head", "header", "icon", "icons", "in", "inner", "item",
    "items", "layout", "left", "link", "links", "list", "main", "module", "news", "notice", "outer",
    "page", "panel", "post", "posts", "read", "reading", "region", "right", "row", "section",
    "social", "stories", "story", "text", "thread", "title", "to", "tools", "top", "up", "us",
    "widget", "wrap", "wrapper",
})  # fmt: skip


_NOTES = frozenset({
    "bibliography", "endnote", "endnotes", "footnote", "footnotes", "reference", "references",
})  # fmt: skip
"""Words that name the notes below a report."""


def is_notes_name(names: str) -> bool:
    """Whether the classes, the id or the role of a node name it the notes of a report."""
    return not _NOTES.isdisjoint(word.lower() for word in _WORDS.findall(names))


def is_furniture_name(name: str) -> bool:
    """Whether one class, id or tag names furniture, judged by all the words in it."""
    words = [word.lower() for word in _WORDS.findall(name)]
    if any(word in _ALWAYS for word in words):
        return True
    others = (word for word in words if word not in _AMONG_LAYOUT)
    named = any(word in _AMONG_LAYOUT for word in words)
    return named and all(word in _LAYOUT or word.isdigit() for word in others)
