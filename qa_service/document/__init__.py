"""From source files to documents: passages that can be cited, sections and editions."""
