"""What a request says: its language, its form, and whether it comes from our own page."""

from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request

from narabe.model.problem import Problem
from narabe.model.text import Lang
from narabe.words import room_sentences

A_DAY = 24 * 60 * 60
"""How long our cookies last: as long as a room nobody steers."""
LONGEST_FORM = 8_000
MOST_FIELDS = 100
MOST_DIGITS = 10


def language(request: Request) -> Lang:
    """As the address asks, else as the reader chose before, else as the browser prefers; Japanese unless English."""
    asked = request.query_params.get("lang") or request.cookies.get("narabe_lang")
    if asked in ("ja", "en"):
        return "en" if asked == "en" else "ja"
    preferred = request.headers.get("accept-language", "").lower()
    return "en" if preferred and not _speaks_japanese(preferred) else "ja"


def in_its_language(address: str, request: Request) -> str:
    """Another address, in the language this one asks for."""
    lang = request.query_params.get("lang")
    return f"{address}{'&' if '?' in address else '?'}lang={lang}" if lang in ("ja", "en") else address


async def form(request: Request) -> dict[str, list[str]]:
    """The fields of a form. Errors: Problem where it is longer than any of ours can be."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise Problem(room_sentences.FORM_TOO_LONG)
    try:
        return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise Problem(room_sentences.FORM_TOO_LONG) from None


def whole_number(typed: str) -> int | None:
    """A small number as our own forms send it; None for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) < MOST_DIGITS else None


def from_our_page(request: Request) -> bool:
    """Whether the browser says that a page of this very host sent the form."""
    origin = request.headers.get("origin") or request.headers.get("referer", "")
    return bool(origin) and urlsplit(origin).netloc == request.headers.get("host")


def _speaks_japanese(preferred: str) -> bool:
    first = preferred.split(",", maxsplit=1)[0].strip()
    return first.startswith("ja") or not first.startswith("en")
