#!/usr/bin/env python3
"""Makes review histories at random and writes down what py-fsrs makes of them, for SchedulerOracleTests.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install fsrs==6.3.2
    /tmp/venv/bin/python Tests/KBStudyTests/Oracle/fsrs-histories.py 200 > Tests/KBStudyTests/Oracle/fsrs-histories.txt

More of them, with another seed, without touching the repository:

    /tmp/venv/bin/python Tests/KBStudyTests/Oracle/fsrs-histories.py 5000 7 > /tmp/histories.txt
    KB_FSRS_HISTORIES=/tmp/histories.txt ./test --filter SchedulerOracleTests

A history is a line `scheduler retention longest weights | learning steps | relearning steps` (weights are `-` for the
default ones, steps are seconds) and one line a review: seconds since the last review, grade, the draw of the fuzz (`-`
for none), then py-fsrs's answers: retrievability before the review, phase (L, R or X for relearning) with the step,
stability, difficulty, seconds until it is due.
"""
import random
import sys
from datetime import datetime, timedelta, timezone

import fsrs.scheduler
from fsrs import Card, Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

DAY = 86400


def weights(draw):
    if draw.random() < 0.6:
        return None
    if draw.random() < 0.5:  # Near the default ones, as an optimiser would find them.
        near = [w * draw.uniform(0.7, 1.4) for w in DEFAULT_PARAMETERS]
    else:  # Anywhere, ends included.
        near = [draw.choice([draw.uniform(a, b)] * 8 + [a, b])
                for a, b in zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)]
    bounded = zip(near, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)
    return [float(f"{min(max(w, a), b):.6g}") for w, a, b in bounded]


def steps(draw, usual):
    if draw.random() < 0.6:
        return usual
    # Whole even minutes keep half of a sum or of a step a whole number of seconds.
    return sorted(60 * draw.choice([1, 2, 5, 10, 15, 30, 60, 240, 720]) for _ in range(draw.randint(0, 3)))


def wait(draw, due_in):
    kind = draw.random()
    if kind < 0.45:  # When it is due, or a little later.
        return max(0, due_in) + draw.randint(0, 3600)
    if kind < 0.65:  # On the same day.
        return draw.randint(0, DAY - 1)
    if kind < 0.95:  # Early or late by a factor.
        return int(max(60, due_in) * draw.uniform(0.1, 4))
    if kind < 0.98:  # Exactly whole days.
        return DAY * draw.randint(0, 40)
    return draw.randint(0, 6 * 365 * DAY)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    for _ in range(count):
        own = weights(draw)
        retention = draw.choice([0.9, 0.9, 0.7, 0.8, 0.85, 0.95, 0.97, 0.99])
        longest = draw.choice([36500, 36500, 36500, 365, 30, 1])
        learning, relearning = steps(draw, [60, 600]), steps(draw, [600])
        fuzzed = draw.random() < 0.2
        scheduler = Scheduler(
            parameters=own or DEFAULT_PARAMETERS, desired_retention=retention, maximum_interval=longest,
            learning_steps=[timedelta(seconds=s) for s in learning],
            relearning_steps=[timedelta(seconds=s) for s in relearning], enable_fuzzing=fuzzed)
        print("scheduler", retention, longest, " ".join(map(str, own)) if own else "-",
              "|", *learning, "|", *relearning)
        now = datetime(2026, 1, 1, tzinfo=timezone.utc)
        card = Card(due=now)
        for _ in range(draw.randint(1, 12)):
            waited = wait(draw, int((card.due - now).total_seconds())) if card.last_review else 0
            if (now - datetime(2026, 1, 1, tzinfo=timezone.utc)).days > 200 * 365:
                break
            now += timedelta(seconds=waited)
            grade = draw.choices([1, 2, 3, 4], [2, 2, 5, 2])[0]
            fraction = float(f"{draw.random():.6f}")
            fsrs.scheduler.random = lambda: fraction
            recall = scheduler.get_card_retrievability(card, now)
            card, _ = scheduler.review_card(card, Rating(grade), now)
            phase = {State.Learning: "L", State.Review: "R", State.Relearning: "X"}[card.state]
            print(waited, grade, fraction if fuzzed else "-", f"{recall:.12g}",
                  phase + ("" if card.step is None else str(card.step)),
                  f"{card.stability:.12g}", f"{card.difficulty:.12g}", int((card.due - now).total_seconds()))


main()
