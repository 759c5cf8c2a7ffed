"""The only ways in: one file format a module, streaming, rejects kept with a reason; nothing is stored here."""
