"""Who may ask: API keys with scopes and expiry, and how many requests a client may send."""
