import json

from viewer.commands.schema import run
from viewer.i18n import load
from viewer.resources import resource


def test_the_schema_is_printed_as_it_travels(capsys):
    assert run([], load("en")) == 0
    out = capsys.readouterr().out
    assert out == resource("briefing.schema.json").read_text(encoding="utf-8")
    assert json.loads(out)["title"] == "Briefing 1"
