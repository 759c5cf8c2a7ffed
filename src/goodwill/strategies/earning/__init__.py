"""Earn trust with kept promises and labelled concessions, and repair it."""
