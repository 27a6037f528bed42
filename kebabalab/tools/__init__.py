"""What the assistant can do: plain functions from state, arguments and facts to an outcome. No clock, no I/O."""
