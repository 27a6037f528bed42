"""Words in, words out. Knows the menu that it is handed, and no wire or store."""
