"""Choose partners through the network and with due diligence: the rules with the letter N."""
