"""The shape of what comes in: read tolerantly, answered strictly."""
