"""Texts while Twilio fails a third of the time and the workers are killed: each arrives once."""

from __future__ import annotations

from benchmarks.texts import Run, play


def test_every_text_arrives_once_however_often_twilio_fails_and_workers_are_killed() -> None:
    run = play(Run(texts=300, kills=4, patience=120.0))
    assert (run.twice, run.never, run.dead) == (0, 0, 0), run.report()
    assert (run.killed, run.at_the_moment) == (4, 2)
    assert run.asked["well"] < 300, run.report()
