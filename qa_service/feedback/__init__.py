"""What readers say of answers: kept, listed, and made into question sets."""
