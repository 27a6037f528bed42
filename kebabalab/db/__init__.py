"""Storage. The only room that knows SQL or Redis."""
