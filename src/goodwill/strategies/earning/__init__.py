"""Earn trust with kept promises and labelled concessions, and repair it: the rules with the letter E."""
