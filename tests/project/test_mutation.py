"""The tool that makes faults makes them, and only where a test could notice."""

import ast

from tests.mutation.faults import chosen, faults_of, with_fault

SOURCE = "def f(a: int) -> bool:\n    return not a > 1 and a in (2, 3)\n"


def test_every_fault_changes_the_source() -> None:
    tree = ast.parse(SOURCE)
    made = set()
    for number, node in enumerate(ast.walk(tree)):
        if isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant):
            made.add(ast.unparse(with_fault(SOURCE, number)))
    assert len(made) == 7  # not, and, >, in, 1, 2, 3
    assert ast.unparse(tree) not in made


def test_the_faults_of_a_file_are_told_with_their_place() -> None:
    faults = list(faults_of("viewer/proof/measure.py"))
    assert "spread(points) > WIDEST -> spread(points) >= WIDEST" in {one.change for one in faults}
    assert all(fault.line > 0 and fault.column > 0 for fault in faults)


def test_the_same_faults_are_drawn_for_the_same_seed() -> None:
    assert chosen(["viewer/talk"], 5, 3) == chosen(["viewer/talk"], 5, 3)
