"""Names a person gives: of a dataset, of themselves."""

import re
import unicodedata

from narabe.desk.writing import faults_of_name, tidy
from narabe.model.imports import Signer
from narabe.model.problem import Problem
from narabe.model.text import EMPTY
from narabe.sources.practice import practice_names
from narabe.words import import_sentences as say
from narabe.words import labels, remark_sentences

DATASET = re.compile(r"[\w\-]{1,60}")


def dataset_name(given: str) -> str:
    """A name in one spelling. Errors: Problem for one that cannot be part of an id, or is that of our fictional answers."""
    name = unicodedata.normalize("NFKC", given).strip()
    if not DATASET.fullmatch(name):
        raise Problem(say.bad_dataset_name(given), say.DATASET_RULE)
    if name in practice_names():
        raise Problem(say.practice_name(name), say.ANOTHER_NAME)
    return name


def checked_signer(signer: Signer) -> Signer:
    """Names without odd characters. Errors: Problem naming what is missing or too long."""
    found = Signer(tidy(signer.department), tidy(signer.author))
    wrong = [
        *faults_of_name(labels.DEPARTMENT, found.department, remark_sentences.NO_DEPARTMENT),
        *faults_of_name(labels.AUTHOR, found.author, remark_sentences.NO_AUTHOR),
    ]
    if wrong:
        raise Problem(sum(wrong, EMPTY))
    return found


def checked_author(author: str) -> str:
    """A name of one line. Errors: Problem saying what is wrong with it."""
    name = tidy(author)
    wrong = faults_of_name(labels.AUTHOR, name, remark_sentences.NO_AUTHOR)
    if wrong:
        raise Problem(sum(wrong, EMPTY))
    return name
