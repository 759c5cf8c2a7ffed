"""The desk: the only place where doors, store, reader and rules meet."""
