"""The catalogue of topics, and which of them a sentence may bear on."""

from models.topics.catalogue import Topic, load_topics
from models.topics.search import TopicSearch

__all__ = ["Topic", "TopicSearch", "load_topics"]
