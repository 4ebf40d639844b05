"""Addresses of forges and trackers, as the owner types them."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def clean_address(address: str) -> str | None:
    """An address as an account keeps it: with its scheme, without login, query, fragment and closing slash.

    None for one that names no host or has a scheme other than http and https.
    """
    written = address.strip()
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    is_plain = written.isprintable() and not {" ", "\\"} & set(written)
    if parts.scheme not in {"http", "https"} or not host or not is_plain:
        return None
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}{parts.path}".rstrip("/")


def is_this_machine(host: str) -> bool:
    """Whether a host is the loopback of this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
