"""Where phones can join."""

import ipaddress
from urllib.parse import urlsplit


def joining(page: str) -> tuple[str, bool]:
    """Where phones join, by the address a page was opened with, and whether they can reach it."""
    here = urlsplit(page)
    address = f"{here.scheme or 'http'}://{here.netloc or 'localhost'}/r"
    return address, not only_here(here.hostname or "localhost")


def only_here(host: str) -> bool:
    """Whether a host means the very computer that asks, so that no phone reaches it."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
