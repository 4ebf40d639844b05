"""Hears a signal: a list that grows with what each of its tellings carried."""


def heard(signal):
    found = []
    signal.connect(lambda *told: found.append(told))
    return found
