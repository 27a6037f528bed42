"""HTTP in, HTTP out. The only room that knows Flask."""
