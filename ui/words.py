"""Text for Streamlit: what a filer typed must be shown, not read as markup."""

_MARKUP = frozenset(r"\`*_{}[]<>#|$:~")


def escaped(text: str) -> str:
    """The text with every character that Markdown or Streamlit would read escaped."""
    return "".join(f"\\{letter}" if letter in _MARKUP else letter for letter in text)
