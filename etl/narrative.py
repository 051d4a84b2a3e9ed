"""What happened, read from OCR's narrative by rules.

The rules stand in `etl/narrative_rules.py` in order of precedence: the first whose pattern occurs
in what the narrative says of the breach decides. They were written on one part of a set of labelled
narratives and measured on the rest (docs/narrative.md). No model, nothing learned: a reader can
follow each decision, and `basis` names it.
"""

import re
from dataclasses import dataclass

import pandas as pd

from analysis.vocabulary import MECHANISMS as _LABELS
from etl.narrative_rules import RULES

MECHANISMS = tuple(_LABELS)

# What OCR tells after the breach itself: whom the entity told, and what it mended. Words of these
# sentences (identity theft protection, stolen, encrypted) must not decide.
_AFTERMATH = (
    " notified ",
    "breach notification",
    " provided notification",
    "in response to ",
    "mitigation effort",
    "following the breach",
    "following this breach",
    "following the incident",
    "following this incident",
    "as a result of the breach",
    "as a result of this",
    "as a result of ocr",
    "to prevent ",
    "ocr obtained",
    "ocr provided",
    "ocr reviewed",
    "corrective action",
)
_NEGATED = re.compile(
    r"\b(?:no|not|without)\b(?: \w+){0,3} (?:evidence|indication|proof|signs?) (?:of|that)"
    r"[^.,;]{0,80}|\bnothing (?:was|were) \w+"
)
_DENIALS = ("evidence", "indication", "proof", "sign", "nothing")
# A case that was closed without a word on the breach: the filed type would be no reading.
_TELLS_NOTHING = re.compile(
    r"\bconsolidated\b|not (?:a |an )?(?:valid |\"|')?(?:covered entity|breach)|"
    r"no longer a covered|did not (?:occur|meet)|administratively closed|"
    r"web (?:summary|description)|\bduplicat"
)
_SETTLEMENT = re.compile(r"agreed to (?:pay|settle)|settlement|civil money penalty")
_REPORTED = re.compile(
    r"\b(?:breach report|reported|report (?:indicated|that|regarding)|notified|learned)\b"
)
_SHORTEST_TELLING = 110
# From the full stop backwards, since looking at every word is many times slower.
_FULL_STOPS = re.compile(
    r"\.(?:(?<=\b(?:dr|mr|ms|st|no|co)\.)|(?<=\b(?:inc|mrs|ltd|m\.d|p\.c|p\.a|d\.o|u\.s)\.)|"
    r"(?<=\bcorp\.)|(?<=\bl\.l\.c\.))"
)

_VENDOR = re.compile(
    r"\b(?:its|the ce's|the ces|their|a|former|third[- ]party) (?:former |third[- ]party )?"
    r"(?:business associate|ba|vendor|subcontractor|contractor)\b|\bbusiness associate \(ba\)|"
    r"\b(?:business associate|ba|vendor|subcontractor)(?:'s| of | and its)|"
    r"\bthird[- ]party (?:vendor|administrator|service provider|subcontractor|contractor|storage|"
    r"billing|software)|\bsubcontractor\b|\bvendor\b"
)
_QUOTES = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))

# A narrative in which no rule finds anything is read by what was filed, and says so.
_BY_FILED_TYPE = {
    "Theft": "stolen_device_or_records",
    "Loss": "lost_device_or_records",
    "Improper Disposal": "improper_disposal",
}


@dataclass(frozen=True)
class Reading:
    """What one narrative tells. All None where there is no narrative.

    `mechanism` is one of MECHANISMS; `basis` names the rule; `vendor_involved` says whether the
    narrative speaks of an incident at a vendor or business associate.
    """

    mechanism: str | None
    basis: str | None
    vendor_involved: bool | None


def read_narrative(text: str | None, breach_type: str | None = None) -> Reading:
    """Read one narrative; the filed type decides only where no rule applies."""
    if not text or not text.strip():
        return Reading(None, None, None)
    said = _plain(text)
    telling = _telling(said)
    vendor = _VENDOR.search(telling) is not None
    for part in dict.fromkeys((telling, said)):
        for rule in RULES:
            if rule.fits(part):
                return Reading(rule.mechanism, rule.basis, vendor)
    filed = _BY_FILED_TYPE.get((breach_type or "").split(", ")[0])
    if filed and not _TELLS_NOTHING.search(said):
        return Reading(filed, "filed type, since no rule applies", vendor)
    return Reading("unclear", "no rule applies", vendor)


def read_narratives(frame: pd.DataFrame) -> pd.DataFrame:
    """Read `web_description` with `breach_type`: mechanism, mechanism_basis and vendor_involved on
    the same index. Each distinct pair is read once."""
    pairs = frame[["web_description", "breach_type"]].astype(object)
    pairs = pairs.where(pairs.notna(), None)
    keys = list(zip(pairs["web_description"], pairs["breach_type"], strict=True))
    known = {key: read_narrative(*key) for key in dict.fromkeys(keys)}
    readings = [known[key] for key in keys]
    return pd.DataFrame(
        {
            "mechanism": pd.Series([r.mechanism for r in readings], frame.index, "str"),
            "mechanism_basis": pd.Series([r.basis for r in readings], frame.index, "str"),
            "vendor_involved": pd.Series(
                [r.vendor_involved for r in readings], frame.index, "boolean"
            ),
        }
    )


def _plain(text: str) -> str:
    """One line in small letters with plain quotes; abbreviations lose their full stop, since rules
    stop at the end of a sentence; what the narrative denies is taken out."""
    text = text.lower()
    for curly, plain in _QUOTES:
        text = text.replace(curly, plain)
    text = " ".join(text.split())
    text = _FULL_STOPS.sub("", text)
    return _NEGATED.sub(" ", text) if any(word in text for word in _DENIALS) else text


def _telling(text: str) -> str:
    """The sentences that tell the breach: up to what was done about it.

    The news of a settlement begins with what was paid, so only what was reported is read there.
    """
    if _SETTLEMENT.search(text[:600]):
        return ". ".join(part for part in text.split(". ") if _REPORTED.search(part)) or text
    begins = [text.find(word, _SHORTEST_TELLING) for word in _AFTERMATH]
    return text[: min((at for at in begins if at >= 0), default=len(text))]
