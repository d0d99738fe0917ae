"""One room while it is open: its state and answers in memory, every one of them on the disk first."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from narabe.ledger import Rooms
from narabe.ledger.as_json import from_json, to_json
from narabe.model.deck import StagedDeck, StagedStep
from narabe.model.problem import Problem
from narabe.model.room import (
    Act,
    Answer,
    Ballot,
    Form,
    Hands,
    KeptRoom,
    Phase,
    Question,
    RoomState,
    Said,
    Tally,
)
from narabe.room import ballots, tokens
from narabe.room.committing import Committer
from narabe.room.steering import SEEN, steered
from narabe.room.tallies import tally
from narabe.words import room_sentences as say

LONGEST_WAIT = 10.0
"""Seconds that closing waits for the disk."""


@dataclass(slots=True)
class _Heard:
    """What one step got in one round."""

    answers: dict[str, Answer] = field(default_factory=dict)
    hands: Hands | None = None


class LiveRoom:
    """Any thread may use it. Watchers are called after every act and must not wait.

    `moderated` counts decisions on texts and shows of hands: what is shown may differ after each. `gone` once the room
    was thrown away or swept.
    """

    def __init__(self, kept: KeptRoom, rooms: Rooms, committer: Committer) -> None:
        self.code = kept.code
        self.deck = from_json(kept.deck, StagedDeck)
        self._secret, self._key_mark = kept.secret, kept.key_mark
        self._rooms, self._committer = rooms, committer
        self._state = from_json(kept.state, RoomState)
        self._lock = threading.RLock()
        self._on_the_way = threading.Condition(self._lock)
        self._coming, self._closing = 0, False
        self._joined: set[str] = set()
        self._acting, self._watching = threading.Lock(), threading.Lock()
        self._watchers: list[Callable[[], None]] = []
        self.moderated, self.gone = 0, False
        self._heard = self._stored()

    @property
    def state(self) -> RoomState:
        return self._state

    @property
    def step(self) -> StagedStep:
        return self.deck.steps[self._state.step]

    @property
    def joined(self) -> int:
        """Phones that came back with what they were given, since the server began; and all that voted."""
        return len(self._joined)

    # Participants

    def join(self, token: str | None) -> str:
        """A participant's token, theirs where this room gave it; only who comes back with it counts as joined.
        Errors: Problem where the room is locked."""
        if token is not None and self.knows(token):
            self._joined.add(self._voter(token))
            return token
        if self._state.locked or self._state.ended:
            raise Problem(say.ENDED if self._state.ended else say.LOCKED)
        return tokens.new_token(self._secret)

    def knows(self, token: str) -> bool:
        """Whether this room gave the token."""
        return tokens.voter(self._secret, token) is not None

    def form_token(self, token: str, step: int) -> str:
        """Stands in the form of a participant for a step in its present round."""
        return tokens.form_token(self._secret, step, self._state.round(step), self._voter(token))

    def vote(self, token: str, step: int, proof: str, sent: list[str]) -> Answer:
        """Take an answer; it is on the disk when this returns. Errors: Problem that says why it is not taken;
        OSError where it could not be stored."""
        voter = self._voter(token)
        with self._arriving(step, voter, proof) as (question, round):
            answer = ballots.read(question, sent)
            heard = self._of(step, round)
            ballot = Ballot(self.code, step, round, voter, ballots.as_text(answer))
            try:
                stored = self._committer.put(ballot, then=lambda: heard.answers.update({voter: answer}))
            except Problem as problem:  # of the ledger: nothing a participant could mend
                raise OSError(str(problem)) from problem
            if not stored:
                raise Problem(say.NO_ROOM)
            self._joined.add(voter)
            return answer

    def answer(self, token: str, step: int) -> Answer | None:
        """What a participant answered last."""
        return self._of(step, self._state.round(step)).answers.get(self._voter(token))

    @contextmanager
    def _arriving(self, step: int, voter: str, proof: str) -> Iterator[tuple[Question, int]]:
        """While an answer is on its way to the disk; closing waits for it."""
        with self._lock:
            if self.gone:
                raise Problem(say.NO_ROOM)
            state = self._state
            round = state.round(step)
            question = self._question(step)
            if not tokens.fits(proof, tokens.form_token(self._secret, step, round, voter)):
                raise Problem(say.ASKED_ANEW)
            open_now = step == state.step and state.phase() is Phase.OPEN and not self._closing
            if question is None or state.ended or not open_now:
                raise Problem(say.NOT_OPEN)
            self._coming += 1
        try:
            yield question, round
        finally:
            with self._lock:
                self._coming -= 1
                self._on_the_way.notify_all()

    def _voter(self, token: str) -> str:
        voter = tokens.voter(self._secret, token)
        if voter is None:
            raise Problem(say.NOT_JOINED)
        return voter

    # Facilitators

    def steers(self, key: str) -> bool:
        """Whether this key steers the room."""
        return tokens.fits(tokens.key_mark(self._secret, key), self._key_mark)

    def wall_proof(self, key: str) -> str:
        """Stands on a wall that steers: only a page we gave to the holder of the key has it."""
        return tokens.form_token(self._secret, -1, 0, key)

    def act(self, act: Act, to: int | None = None, since: int | None = None) -> RoomState:
        """Steer. `since` is the change the facilitator saw: a second press of the same key then does nothing.

        Errors: Problem where it cannot be done now.
        """
        with self._acting:
            if since is not None and since != self._state.change:
                return self._state
            made = steered(self._state, act, self.deck.kinds, to)
            if made == self._state:
                return made
            with self._counted(closing=made.phase(self._state.step) is not Phase.OPEN):
                self._rooms.set_state(self.code, to_json(made))
                self._state = made
        self._tell()
        return made

    @contextmanager
    def _counted(self, closing: bool) -> Iterator[None]:
        """While the state changes; where that closes a vote, what is on its way is counted first and nothing new comes."""
        with self._lock:
            self._closing = closing
            if closing:
                self._on_the_way.wait_for(lambda: self._coming == 0, timeout=LONGEST_WAIT)
        try:
            yield
        finally:
            self._closing = False

    def raise_hands(self, step: int, hands: Hands) -> None:
        """Count a show of hands in (it takes the place of an earlier one): before or while the phones vote, or after,
        but not once the room has seen the result. Errors: Problem where it is too late or does not add up."""
        with self._acting:
            if self._state.ended:
                raise Problem(say.ENDED)
            ballots.check_hands(self._question(step), hands)
            if self._state.phase(step) in SEEN:
                raise Problem(say.HANDS_TOO_LATE)
            round = self._state.round(step)
            self._rooms.set_hands(self.code, step, round, to_json(hands))
            self._of(step, round).hands = hands
            self.moderated += 1
        self._tell()

    def hands(self, step: int) -> Hands | None:
        """The show of hands counted last in the present round."""
        return self._of(step, self._state.round(step)).hands

    def answered(self, step: int) -> int:
        """How many answered a step in its present round; all that is told before the reveal."""
        heard = self._of(step, self._state.round(step))
        return len(heard.answers) + (heard.hands.people if heard.hands else 0)

    def result(self, step: int) -> Tally | None:
        """What the room answered; None before the reveal, for whoever asks."""
        question = self.deck.steps[step].question
        if question is None or self._state.phase(step) is not Phase.REVEALED:
            return None
        heard = self._of(step, self._state.round(step))
        given, hands = list(heard.answers.copy().values()), heard.hands
        texts = self.texts(step) if question.form is Form.TEXT else ()
        return tally(question, given, hands, texts)

    def texts(self, step: int) -> tuple[Said, ...]:
        """Texts of the present round for the moderator, in the order they came."""
        round = self._state.round(step)
        return tuple(
            Said(sent.place, body, sent.approved)
            for sent in self._rooms.sent(self.code)
            if (sent.ballot.step, sent.ballot.round) == (step, round)
            and isinstance(body := ballots.from_text(sent.ballot.answer), str)
        )

    def moderate(self, said: Said, approved: bool) -> None:
        """Let a text be shown, or keep it back. Errors: Problem where its writer changed it meanwhile."""
        if not self._rooms.approve(self.code, said.place, ballots.as_text(said.body), approved):
            raise Problem(say.CHANGED_MEANWHILE)
        self.moderated += 1
        self._tell()

    # Watchers

    def watch(self, told: Callable[[], None]) -> None:
        with self._watching:
            self._watchers.append(told)

    def unwatch(self, told: Callable[[], None]) -> None:
        with self._watching:
            self._watchers.remove(told)

    def vanish(self) -> None:
        """Nothing is left of this room on the disk: watchers are told."""
        self.gone = True
        self._tell()

    def _tell(self) -> None:
        with self._watching:
            watchers = list(self._watchers)
        for told in watchers:
            told()

    def _question(self, step: int) -> Question | None:
        """What a step asks; nothing where there is no such step."""
        return self.deck.steps[step].question if 0 <= step < len(self.deck.steps) else None

    def _of(self, step: int, round: int) -> _Heard:
        return self._heard.setdefault((step, round), _Heard())

    def _stored(self) -> dict[tuple[int, int], _Heard]:
        """What the disk holds of this room."""
        heard: dict[tuple[int, int], _Heard] = {}
        for sent in self._rooms.sent(self.code):
            at = (sent.ballot.step, sent.ballot.round)
            heard.setdefault(at, _Heard()).answers[sent.ballot.voter] = ballots.from_text(sent.ballot.answer)
            self._joined.add(sent.ballot.voter)
        for at, counted in self._rooms.hands(self.code).items():
            heard.setdefault(at, _Heard()).hands = from_json(counted, Hands)
        return heard
