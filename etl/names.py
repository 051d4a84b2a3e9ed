"""Names of organisations, made comparable."""

import re
from functools import lru_cache

_APOSTROPHES = re.compile(r"['’`]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Lower-case words and digits of a name: what stays when punctuation is typed differently.

    "St. Mary's Hospital & Clinics" and "ST MARYS HOSPITAL AND CLINICS" have one key.
    """
    lowered = _APOSTROPHES.sub("", name.casefold().replace("&", " and "))
    return _NOT_WORD.sub(" ", lowered).strip()
