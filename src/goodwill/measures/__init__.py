"""The numbers: arrays in, arrays out; no ledger, no party, no clock."""
