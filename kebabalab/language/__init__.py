"""Words in, words out. Knows the menu that it is handed, and no wire or store."""

from kebabalab.language.catalogue import catalogue_reader

__all__ = ["catalogue_reader"]
