"""What answers import late is imported early where threads ask."""

import ast
from pathlib import Path

from outlay.app.early import LATE

ROOT = Path(__file__).parents[2] / "desktop" / "outlay"
ANSWERING = ("app/answers.py", "app/reviews.py", "use_cases/attributed.py", "use_cases/spend.py")


def late_imports(path):
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {
        node.module
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom)
    }


def test_the_list_holds_every_late_import_of_an_answer():
    found = set().union(*(late_imports(ROOT / name) for name in ANSWERING))
    assert {name for name in found if name and name.startswith("outlay.")} == set(LATE)
