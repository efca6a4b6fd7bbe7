"""The service as tools that a language model calls: the Model Context Protocol, over stdio and HTTP."""
