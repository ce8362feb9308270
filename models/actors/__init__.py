"""Who is meant: the catalogue of actors and people with dates of office, and the mentions of them in a text."""

from models.actors.catalogue import Catalogue, load_catalogue
from models.actors.mentions import Mention, actor_spans, find_mentions
from models.actors.people import Actor, Person, Post

__all__ = ["Actor", "Catalogue", "Mention", "Person", "Post", "actor_spans", "find_mentions", "load_catalogue"]
