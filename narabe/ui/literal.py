"""Words that came from outside (file names, headers) where Streamlit reads Markdown."""

SYNTAX = set("\\`*_{}[]<>()#+!|~$:&@^=\"'")


def literal(words: str) -> str:
    """The words as they are: no emphasis, link, colour or formula comes of them. One line."""
    line = " ".join(words.split())
    return "".join(f"&#{ord(letter)};" if letter in SYNTAX else letter for letter in line)
