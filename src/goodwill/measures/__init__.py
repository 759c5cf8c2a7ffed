"""The numbers: arrays in, arrays out, one measure a file; no ledger, no party, no clock."""
