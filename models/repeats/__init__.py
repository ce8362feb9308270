"""What is told more than once: reports of one remark are one utterance, documents on one event one story."""

from models.repeats.stories import Report, StoryIndex, group_stories
from models.repeats.utterances import Said, group_utterances

__all__ = ["Report", "Said", "StoryIndex", "group_stories", "group_utterances"]
