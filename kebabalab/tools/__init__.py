"""What the assistant can do: plain functions from state, arguments and facts to an outcome; no clock, no storage, no network."""
