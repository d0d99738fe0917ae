"""Where phones can join."""

import ipaddress


def only_here(host: str) -> bool:
    """Whether a host means the very computer that asks, so that no phone reaches it."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
