"""The catalogue of every sentence the program says, in Chinese and in English, read without Qt."""

from viewer.i18n.messages import (
    LANGUAGES,
    Words,
    doubts_in,
    load,
    requested_language,
    system_language,
    translate_argparse,
)
from viewer.i18n.quotation_marks import inner

__all__ = [
    "LANGUAGES",
    "Words",
    "doubts_in",
    "inner",
    "load",
    "requested_language",
    "system_language",
    "translate_argparse",
]
