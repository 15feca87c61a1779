"""Does every word of the lexicon matter? Takes words out and reads the sentences they are in.

    python -m tests.mutation.lexicon                  300 words of all tables
    python -m tests.mutation.lexicon -n 0             all words
    python -m tests.mutation.lexicon zh.change.verb   all words of one table

Each word has a sentence in `tests/quantities/test_lexicon_meaning.py`. A word is noticed if its
sentence is read otherwise once the word is gone; what none notices says what other words say too,
and is listed as `table: word`. Words are taken out in batches, each in a process of its own; those
that a batch does not notice are tried again alone. POSIX only.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections.abc import Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

from tests.mutation.faults import ROOT

Word = tuple[str, str, str]
"""Language, category, word."""
BATCH = 24
"""Words that are taken out at once; few of them say what another of them says too."""
_NAME = "viewer.quantities.lexicon"
_PLACEHOLDER = "\ue000"


def words(tables: Sequence[str]) -> list[Word]:
    """The words of some tables (`zh.change.verb`), of all where none is named."""
    return [
        (language, category, word)
        for language, categories in _lexicon().GROUPS.items()
        for category, groups in categories.items()
        if not tables or f"{language}.{category}" in tables
        for group in groups
        for word in group[0].split("\n")
    ]


def unnoticed(taken: Sequence[Word]) -> list[Word]:
    """Which of the words nothing notices when all of them are gone."""
    whole, without = _readings(taken, gone=False), _readings(taken, gone=True)
    if len(whole) != len(taken):
        raise RuntimeError(f"the sentences of {taken} cannot be read")
    if len(without) != len(whole):
        return list(taken) if len(taken) > 1 else []  # without it a sentence ends the process
    pairs = zip(taken, whole, without, strict=True)
    return [word for word, before, after in pairs if before == after]


def _readings(taken: Sequence[Word], *, gone: bool) -> list[str]:
    """How the sentences of some words are read, with or without them, in a process of its own."""
    reader, writer = os.pipe()
    process = os.fork()
    if not process:
        code = 70
        try:
            with os.fdopen(writer, "w") as pipe:
                pipe.write("\n".join(_read(taken, gone=gone)))
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        found = pipe.read().splitlines()
    os.waitpid(process, 0)
    return found


def _lexicon() -> Any:
    """The compiled lexicon, loaded ahead of the package whose modules read it as they load."""
    if _NAME not in sys.modules:
        spec = spec_from_file_location(_NAME, ROOT / "viewer" / "quantities" / "lexicon.py")
        assert spec is not None and spec.loader is not None
        sys.modules[_NAME] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[_NAME])
    return sys.modules[_NAME]


def _read(taken: Sequence[Word], *, gone: bool) -> Iterator[str]:
    lexicon = _lexicon()
    said: dict[Word, Any] = {
        (language, category, word): group[1:]
        for language, categories in lexicon.GROUPS.items()
        for category, groups in categories.items()
        for group in groups
        for word in group[0].split("\n")
    }
    if gone:
        _take_out(taken)
    from tests.quantities.test_lexicon_meaning import is_read, text_of
    from viewer.quantities import as_record, labelled, scan
    from viewer.quantities.vocabulary import Entry

    for one in taken:
        entry = Entry._make((one[2], *said[one], one[1]))
        text, language = text_of(one[:2], entry), "en" if one[0] == "en" else "zh-CN"
        records = [as_record(found) for found in labelled(text, scan(text), language)]
        yield json.dumps([is_read(one[:2], entry), records])


def _take_out(taken: Sequence[Word]) -> None:
    """Take words out of the lexicon, before anything has read it."""
    _lexicon().DIGEST = ""  # no expression that the build compiled with the words is used
    for language, categories in _lexicon().GROUPS.items():
        for category, groups in categories.items():
            gone = {one[2] for one in taken if one[:2] == (language, category)}
            if gone:
                left = tuple(_left(group, gone) for group in groups)
                # a table of no words has no expression: what stands for them is in no text
                categories[category] = tuple(one for one in left if one[0]) or (
                    (_PLACEHOLDER, groups[0][1], (), (), ""),
                )


def _left(group: tuple[Any, ...], gone: set[str]) -> tuple[Any, ...]:
    """A group without some words."""
    return "\n".join(word for word in group[0].split("\n") if word not in gone), *group[1:]


def survivors(chosen: Sequence[Word]) -> Iterator[Word]:
    """The words that nothing notices."""
    for at in range(0, len(chosen), BATCH):
        for word in unnoticed(chosen[at : at + BATCH]):
            yield from unnoticed([word])


def main(argv: Sequence[str] | None = None) -> int:
    """Take the words out; 0 when each of them is noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("tables", nargs="*", help="tables such as zh.change.verb")
    parser.add_argument("-n", type=int, default=300, help="how many words, 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(argv)
    chosen = words(given.tables)
    random.Random(given.seed).shuffle(chosen)
    chosen = chosen if given.tables or not given.n else chosen[: given.n]
    missed = 0
    for language, category, word in survivors(chosen):
        missed += 1
        print(f"{language}.{category}: {word}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} words noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
