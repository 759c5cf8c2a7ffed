"""Build rapport before bargaining: the rules with the letter R."""
