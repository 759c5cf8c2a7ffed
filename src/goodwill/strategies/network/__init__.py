"""Choose partners through the network and with due diligence."""
