"""Answers in JSON, as every world gives them."""

import json

from werkzeug import Response


def told(value, status=200, **headers):
    """A value; `X_Total_Count=...` is the header of that name."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(json.dumps(value), status, named, content_type="application/json; charset=utf-8")
