"""The database's shape, one step after the other. Run by db.migrate."""
