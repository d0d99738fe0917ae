"""Codes and tokens."""

from narabe.room import tokens


def test_a_code_however_it_is_typed() -> None:
    assert tokens.plain_code(" ｋ７m-2 q4 ") == "K7M2Q4"
    assert tokens.plain_code(tokens.new_code().lower())


def test_codes_hold_no_letter_that_reads_as_another() -> None:
    assert not set("01OIL") & set(tokens.LETTERS)
    assert {len(tokens.new_code()) for _ in range(50)} == {6}


def test_only_the_room_that_gave_a_token_knows_it() -> None:
    secret, other = tokens.new_secret(), tokens.new_secret()
    token = tokens.new_token(secret)
    assert tokens.voter(secret, token)
    assert tokens.voter(other, token) is None
    assert tokens.voter(secret, "x" + token) is None
    assert tokens.voter(secret, "") is None
    assert tokens.voter(secret, "日本.語") is None


def test_the_mark_of_a_voter_does_not_hold_the_token() -> None:
    secret = tokens.new_secret()
    token = tokens.new_token(secret)
    mark = tokens.voter(secret, token)
    assert mark
    assert mark not in token
    assert token.split(".")[0] not in mark


def test_a_form_belongs_to_one_participant_step_and_round() -> None:
    secret = tokens.new_secret()
    proof = tokens.form_token(secret, 1, 0, "a")
    assert proof == tokens.form_token(secret, 1, 0, "a")
    others = [(1, 0, "b"), (2, 0, "a"), (1, 1, "a")]
    assert all(proof != tokens.form_token(secret, *other) for other in others)
