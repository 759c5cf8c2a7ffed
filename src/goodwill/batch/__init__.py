"""The same measures over data that outgrow one machine."""
