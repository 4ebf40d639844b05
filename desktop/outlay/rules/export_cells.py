"""What a value is in a cell of a CSV file."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What spreadsheets take for the start of a formula, the full-width forms among them. Source: OWASP, CSV injection."""


def cell_of(value: object) -> object:
    """A value as a cell: unknown is empty; a text that a spreadsheet would run gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
