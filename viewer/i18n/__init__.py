"""The catalogue of every sentence the program says, in Chinese and in English, read without Qt."""

from viewer.i18n.messages import (
    DOUBT_COMMAS,
    LANGUAGES,
    Words,
    asked_language,
    load,
    system_language,
    translate_argparse,
)
from viewer.i18n.quotation_marks import inner

__all__ = [
    "DOUBT_COMMAS",
    "LANGUAGES",
    "Words",
    "asked_language",
    "inner",
    "load",
    "system_language",
    "translate_argparse",
]
