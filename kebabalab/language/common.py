"""Ordinary English words: never taken for a misheard word of the menu."""

COMMON = frozenset(["cake", "land", "lame", "burger", "cheeseburger", "change", "coffee", "pizza", "parking", "front"])
