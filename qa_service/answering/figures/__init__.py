"""Figures as answers: the cell of a table that a question asks for, or several of them."""
