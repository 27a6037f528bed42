"""What became of a commit during which the server went away: asked as soon as it answers again.

"Say that again" has the model send the same words under a new id. Where the first ones were kept after all, that would
put a thing into the cart twice; so nobody is told that nothing was changed before that is known.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

from kebabalab.db import sessions
from kebabalab.db.connection import Database
from kebabalab.db.promises import SECONDS_BETWEEN_LOOKS, SECONDS_TO_SETTLE
from kebabalab.db.sessions import Visit
from kebabalab.models.errors import OutcomeUnknown, StoreUnavailable


def settle(database: Database, visit: Visit, saved: Sequence[str], patience: float = SECONDS_TO_SETTLE) -> None:
    """Return once it is certain that the answers with these ids were kept, and all else of their transaction with them.

    Raises StoreUnavailable when they certainly were not, OutcomeUnknown when that is not known within `patience`
    seconds, or can't be, as no answer has an id.
    """
    if not saved:
        raise OutcomeUnknown("it went away during a commit")
    ends = time.monotonic() + patience
    while True:
        try:
            kept = _are_kept(database, visit, saved)
        except StoreUnavailable as error:
            if time.monotonic() > ends:
                raise OutcomeUnknown("it went away during a commit") from error
        else:
            if kept:
                return
            raise StoreUnavailable("it went away before a commit")
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _are_kept(database: Database, visit: Visit, saved: Sequence[str]) -> bool:
    # The call's row is locked: a server that is still at work on the commit is waited for.
    with database.starting_with(partial(sessions.claim_anchor, visit=visit)) as started:
        return len(sessions.answered(started.connection, visit.key, saved)) == len(set(saved))
