"""What is said of a setting that cannot be used."""

from outlay.presenters.tongue import tr
from outlay.settings import Fault


def fault_sentence(fault: Fault) -> str:
    """What stood in the settings file and what is used instead."""
    if not fault.default or fault.default in {"None", "()"}:
        return tr(
            "The setting {name} cannot be {value}, so it is left out.", name=fault.name, value=fault.value
        )
    return tr(
        "The setting {name} cannot be {value}, so {default} is used.",
        name=fault.name,
        value=fault.value,
        default=fault.default,
    )
