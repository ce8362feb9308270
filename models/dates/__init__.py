"""Days: reading them from text and names, and the day on which a statement was said."""

from models.dates.days import find_days, parse_date
from models.dates.said import resolve_date

__all__ = ["find_days", "parse_date", "resolve_date"]
