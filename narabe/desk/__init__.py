"""The acts of people: what they give is checked here, then stored."""
