"""Text for Streamlit: what a filer typed must be shown, not read as markup."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|$:~])")
# Streamlit looks for :material/home: and :smile: after it has taken the escapes off.
_SHORT_CODE = re.compile(r":(?=[\w+-])")
_WORD_JOINER = "\u2060"


def escaped(text: str) -> str:
    """The text with every character that Markdown or Streamlit would read escaped, and a colon
    before a word parted from it by a character without width."""
    return _MARKUP.sub(r"\\\1", _SHORT_CODE.sub(f":{_WORD_JOINER}", text))
