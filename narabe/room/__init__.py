"""Live voting without the web: what a room is asked, how it is steered, and what it answered."""
