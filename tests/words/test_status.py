"""The word for a figure without a value depends on where it comes from."""

import pytest

from narabe.model.status import Origin, Status
from narabe.model.text import Text
from narabe.words import labels


@pytest.mark.parametrize("origin", [Origin.IMPORTED, Origin.FICTIONAL])
def test_a_file_without_a_value_states_none(origin: Origin) -> None:
    assert labels.status(Status.NOT_PUBLISHED, origin) == Text("記載なし", "not stated")
    assert labels.status(Status.PRINTED, origin) == labels.STATUS[Status.PRINTED]


def test_a_document_without_a_value_does_not_publish_it() -> None:
    assert labels.status(Status.NOT_PUBLISHED, Origin.PUBLISHED) == Text("公表なし", "not published")
