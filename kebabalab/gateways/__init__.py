"""The outside world; used by the worker and at start-up, never by a tool."""
