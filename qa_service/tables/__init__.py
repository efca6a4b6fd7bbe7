"""The tables of a document: read cell by cell, checked, given out."""
