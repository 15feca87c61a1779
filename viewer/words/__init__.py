"""The catalogue of every sentence the program says, in Chinese and in English, read without Qt."""

from viewer.words.catalogue import LANGUAGES, Words, asked_language, load, system_language
from viewer.words.quoting import inner

__all__ = ["LANGUAGES", "Words", "asked_language", "inner", "load", "system_language"]
