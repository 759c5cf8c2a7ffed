"""goodwill keeps books on trust: dated evidence, what it supports, and what to do next."""
