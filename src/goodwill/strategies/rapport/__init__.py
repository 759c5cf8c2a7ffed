"""Build rapport before bargaining."""
