"""Verbs: pure decisions on models. No clock, no words, no storage."""
