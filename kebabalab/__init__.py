"""Kebabalab: the phone line that never loses an order."""
