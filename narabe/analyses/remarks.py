"""What do the departments say? Remarks belong to no version, so they are read anew for every page.

`internal`: whether those for the city's own eyes are among them; no, unless asked for.
"""

from itertools import groupby
from types import MappingProxyType

from narabe.ledger import Remarks
from narabe.model.remark import Latest, Remark
from narabe.settings import store


def remarks_on(subject: str, internal: bool = False) -> tuple[Remark, ...]:
    """The remarks on one subject, withdrawn ones too: the newest act first, within an act as on the form."""
    acts = groupby(Remarks(store()).on(subject), key=lambda remark: remark.written_at)
    written = (remark for _moment, act in acts for remark in reversed(tuple(act)))
    return tuple(remark for remark in written if internal or not remark.internal)


def latest_remarks(internal: bool = False) -> Latest:
    """The newest remark that stands, for each subject and kind."""
    oldest_first = reversed(Remarks(store()).standing())
    return MappingProxyType(
        {(each.subject, each.kind): each for each in oldest_first if internal or not each.internal}
    )
