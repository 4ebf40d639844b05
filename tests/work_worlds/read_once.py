"""One reading for all tests that change nothing of a world."""


class ReadOnce:
    """What a reading of a world as it is comes to."""

    def __init__(self, reading):
        self._pages = list(reading.pages())

    def pulls(self):
        """By `owner/name#12`."""
        return {f"{one.repository}#{one.number}": one for page in self._pages for one in page.pulls}

    def tickets(self):
        """By key."""
        return {one.key: one for page in self._pages for one in page.tickets}
