"""Actors, and the people who speak for them in posts with dates of office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["country", "organisation", "bloc", "collective"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A country, organisation, bloc or unnamed collective that can take a position.

    `leader` is the office that "its leader" means.
    """

    name: str
    kind: ActorKind
    code: str | None = None
    blocs: tuple[str, ...] = ()
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """An office that a person holds for an actor, from `first` until the day before `until`."""

    actor: str
    office: str
    first: dt.date | None = None
    until: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        """Whether the post is held on `day`: on the day of a handover the new holder counts."""
        return (self.first is None or self.first <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks for an actor; the posts are in the order of time.

    `surname` says whether the surname alone means this person in a text that has not named them before.
    """

    name: str
    aliases: tuple[str, ...]
    posts: tuple[Post, ...]
    surname: bool = True

    def actor(self, day: dt.date | None) -> str:
        """Whom the person speaks for on `day`: by the post held then, else by the last one before, else the first."""
        if day is None:
            return self.posts[-1].actor
        held = [post for post in self.posts if post.covers(day)]
        past = [post for post in self.posts if post.first is None or post.first <= day]
        return (held or past or list(self.posts[:1]))[-1].actor

    def in_post(self, day: dt.date) -> bool:
        """Whether the person holds any post on `day`."""
        return any(post.covers(day) for post in self.posts)

    def holds(self, actor: str, office: str, day: dt.date) -> bool:
        """Whether the person holds this office of this actor on `day`."""
        return any(post.actor == actor and post.office == office and post.covers(day) for post in self.posts)

    def served(self, actor: str) -> bool:
        """Whether the person ever held a post for `actor`."""
        return any(post.actor == actor for post in self.posts)
