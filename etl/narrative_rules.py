"""What a narrative says when a mechanism is meant, in order of precedence: the first that fits wins.

Patterns are read against one line in small letters with plain quotes. A gap such as `[^.]{0,80}`
never reaches into the next sentence. Ransomware stands before the phishing that let it in; a theft of
a device before its owner; a member of the workforce before the system they used.
"""

import re
from dataclasses import dataclass

_DEVICE = (
    r"(?:laptop|computer|device|drive|tape|disc|disk|server|phone|tablet|ipad|camera|usb|bag|backpack|"
    r"briefcase|records?|files?|documents?|binder|paperwork|equipment|boxes|charts?)s?"
)
_WORKER = (
    r"(?:employee|workforce member|physician|nurse|doctor|staff|provider|contractor|worker|technician|"
    r"clerk|volunteer|resident|student|intern|therapist|pharmacist)s?\b"
)
_WRONGLY = (
    r"(?:impermissib|improper|inappropriate|unlawful|illegal|wrongful|intentional|fraudulent)\w*"
)
_TAKES = (
    r"(?:access|view|obtain|us|took|tak|copi|remov|download|retain|acquir|retriev|shar|stole|disclos|"
    r"print)"
)
_WORKERS = (
    "employee workforce physician nurse doctor staff provider contractor worker technician clerk "
    "volunteer resident student intern therapist pharmacist"
)
_MAIL = r"e-?mail"
_ACCOUNT = rf"{_MAIL}s? (?:account|box|system|server|inbox)"
_GOT_IN = r"(?:compromis|hack|unauthori[sz]ed|gained access|accessed|breach|intru|infiltrat)"
_SYSTEM = (
    r"(?:server|network|system|database|computer|application|platform|portal|web ?site|workstation|"
    r"environment|cloud|remote desktop|account|software|laptop)s?"
)
_ON_THE_NET = (
    r"(?:internet|online|on-line|web ?sites?|web ?pages?|web ?portal|\bpublic\b|google|search engine|"
    r"social media|facebook|youtube|github)"
)
_MESSAGE = (
    r"(?:mail|sent|send|fax|letter|postcard|envelope|statement|notice|invoice|printed|packet|report|"
    r"newsletter|survey|questionnaire|check|card|bill)"
)


@dataclass(frozen=True)
class Rule:
    """One rule: the mechanism it finds, the reason it gives, and the words it looks for."""

    mechanism: str
    basis: str
    pattern: re.Pattern
    # Nothing fits without one of these: looking for them first spares most of the work.
    cues: tuple[str, ...] = ("",)

    def fits(self, text: str) -> bool:
        return any(cue in text for cue in self.cues) and self.pattern.search(text) is not None


def _rule(mechanism: str, basis: str, *patterns: str, cues: str = "") -> Rule:
    return Rule(mechanism, basis, re.compile("|".join(patterns)), tuple(cues.split()) or ("",))


RULES = (
    _rule(
        "ransomware",
        "speaks of ransomware",
        r"\bransom(?:ware|ed|s)?\b",
        r"(?:attack|hacker|intruder|malware|virus|actor|unauthori[sz]ed)\w*[^.]{0,80}\bencrypt(?:ed|ing)\b"
        r"(?! (?:laptop|device|e-?mail|drive|computer))",
        cues="ransom encrypt",
    ),
    _rule(
        "tracking_technology",
        "speaks of online tracking",
        r"\btracking (?:technolog|pixel|code|tool|script)|\bpixels?\b|\bgoogle analytics\b",
        r"\bonline tracker|\bweb beacon",
        cues="track pixel analytics beacon",
    ),
    _rule(
        "email_compromise",
        "speaks of phishing",
        r"\bphish|\bspear-?phish|\bspoof(?:ed|ing)\b",
        cues="phish spoof",
    ),
    _rule(
        "email_compromise",
        "someone got into an e-mail account",
        rf"{_ACCOUNT}[^.]{{0,120}}{_GOT_IN}|{_GOT_IN}[^.]{{0,120}}{_ACCOUNT}",
        rf"business {_MAIL} compromise|\b{_MAIL} (?:hack|scam|scheme|attack)|hack[^.]{{0,40}}{_MAIL}s?\b",
        cues="email e-mail",
    ),
    _rule(
        "lost_device_or_records",
        "cannot tell a loss from a theft",
        r"\blost,? (?:or|and/or) (?:\w+ )?stolen\b|\bstolen or (?:\w+ )?lost\b|\bmissing or stolen\b",
        cues="stolen",
    ),
    _rule(
        "improper_disposal",
        "speaks of disposal",
        r"\bdispos(?:ed|al|ing)\b|\bdiscard(?:ed|ing)\b|\bdumpsters?\b|\bgarbage\b|\btrash\b|\blandfill\b",
        r"\brecycl(?:ed|ing)\b|\bauctioned\b|\babandon(?:ed|ing|ment)\b|\bthr(?:own|ew) away\b|\bunshredded\b",
        cues="dispos discard dumpster garbage trash landfill recycl auction abandon away unshredded",
    ),
    _rule(
        "stolen_device_or_records",
        "a thing was stolen",
        rf"{_DEVICE}\b[^.]{{0,120}}\b(?:was|were|been|being) (?:\w+ )?stolen\b",
        rf"\bstolen {_DEVICE}\b|\bstolen from\b|\btheft of [^.]{{0,60}}{_DEVICE}\b|\bburglar",
        r"\bbroke(?:n)? in(?:to)?\b|\bbreak-?in\b|\brobbed\b|\brobbery\b|\bthie(?:f|ves)\b",
        rf"\bstole [^.]{{0,40}}{_DEVICE}\b",
        cues="stole theft burglar broke break robb thief thieves",
    ),
    _rule(
        "insider_misuse",
        "a member of the workforce sent records to themselves",
        rf"{_WORKER}[^.]{{0,200}}\b(?:personal|private|gmail|yahoo)\b[^.]{{0,30}}(?:{_MAIL}|account|cloud)",
        rf"{_WORKER}[^.]{{0,120}}{_MAIL}ed[^.]{{0,120}}\b(?:husband|wife|spouse|relative|friend)",
        cues="mail account cloud",
    ),
    _rule(
        "insider_misuse",
        "a member of the workforce used access for something else",
        rf"{_WORKER}[^.]{{0,160}}{_WRONGLY} (?:and \w+ )?{_TAKES}",
        rf"{_WORKER}[^.]{{0,160}}(?:without (?:a |any )?(?:authori[sz]ation|permission|legitimate|business|"
        r"job|work|valid|proper)|outside (?:of )?(?:\w+ ){0,3}(?:scope|job|duties|normal)|snoop|curiosity|"
        r"tax (?:return|refund|fraud)|identity theft|fraudulent)",
        rf"{_WORKER}[^.]{{0,100}}\b(?:stole|took|taken|removed|copied|downloaded|sold|photograph\w*)\b"
        r"[^.]{0,60}(?:phi|records|information|lists?|data)\b",
        r"former (?:employee|workforce member|physician|staff|contractor)[^.]{0,100}"
        r"(?:access|obtain|download|breached|retain|solicit)",
        rf"{_WORKER} (?:\w+ )?accessed\b",
        rf"{_WORKER}[^.]{{0,120}}(?:arrest|indict|criminal|perpetrator|convicted|pleaded)",
        rf"\bperpetrator[^.]{{0,80}}{_WORKER}",
        cues=_WORKERS,
    ),
    _rule(
        "network_intrusion",
        "speaks of malicious software or hackers",
        r"\btrojan\b|\bmalware\b|\bvirus(?:es)?\b|\bhack(?:er|ed|ing)|\bcyber-?(?: )?(?:attack|security|crim)",
    ),
    _rule(
        "public_exposure",
        "records could be seen on the internet",
        r"(?:accessible|available|visible|view(?:able|ed)|posted|exposed|published|indexed|searchable|"
        rf"displayed|uploaded|cached|found|appear\w*|saved)[^.]{{0,90}}{_ON_THE_NET}",
        r"publicly (?:accessible|available|viewable|exposed|posted)",
        rf"{_SYSTEM}[^.]{{0,80}}(?:configur|unsecured|not (?:properly )?secured|left open|publicly)",
        r"misconfigur|firewall (?:was|had been) (?:disabled|turned off|down|inactive)",
        r"(?:portal|web ?site)[^.]{0,60}(?:error|glitch|flaw|defect|faulty)",
        r"unsecured (?:server|via|on|ftp|database|web)|google to index",
        r"(?:viewable|visible|accessible) (?:by|to) (?:other|unauthori[sz]ed|individuals|users|members|"
        r"employees|anyone)|users? (?:who )?[^.]{0,40}(?:were able to|could) (?:access|view|see)",
    ),
    _rule(
        "stolen_device_or_records",
        "speaks of a theft",
        r"\bstolen\b(?! (?:credential|password|login))|\bstole\b|\bthefts?\b",
    ),
    _rule(
        "misdirected_communication",
        "speaks of a message gone astray",
        rf"{_MESSAGE}\w*[^.]{{0,200}}(?:wrong|incorrect|error|erroneous|another|other (?:patient|member|client|"
        r"individual|people|person)|unintended|inadvertent|mistake|mismatch|mis-?(?:mail|direct|sent|address|"
        r"rout|label)|not (?:the )?intended|visible|through the (?:envelope )?window|outside of the envelope|"
        r"blind[- ](?:carbon )?cop|\bbcc\b|unauthori[sz]ed (?:recipient|individual|person|part)|carbon cop|"
        r"reveal|indicat)",
        r"(?:wrong|incorrect|error|erroneous|inadvertent|mistaken|unintended|duplicat|accident)\w*[^.]{0,160}"
        r"(?:mail(?:ed|ing|ings)?\b|sent|fax|letter|postcard|envelope|e-?mailed|recipient)",
        r"mailing (?:error|incident)|programming error|mail merge|printing error|misdirected|mis-?mailed",
        rf"{_MAIL}[^.]{{0,160}}{_MAIL} addresses|\"to\" field|sent (?:an? )?unencrypted {_MAIL}",
    ),
    _rule(
        "lost_device_or_records",
        "speaks of a loss",
        r"\blost\b|\bloss of\b|\bmissing\b|\bmisplaced?\b|\bunaccounted\b|unable to (?:locate|find|account)",
        r"(?:could|can) ?not (?:be )?(?:locate|found|find|account)|never (?:arrived|received|delivered)",
        r"\bspill(?:ed|ing)\b|\bfell (?:out|off|from)\b|\bscattered\b|\btornado\b|\bhurricane\b",
        r"\bflood(?:ed|ing)?\b|\bfire\b|\bleft (?:unattended|behind|on|in|at|them)\b|\bin transit\b",
        cues="lost loss miss misplac unaccount unable not never spill fell scatter tornado hurricane flood fire left transit",
    ),
    _rule(
        "network_intrusion",
        "an outsider got into a system",
        r"\bmalicious\b|\bspyware\b|\bkeylogger|\bbrute force|\bintru(?:sion|der)|\bvulnerabilit|\bexploit",
        r"\bcyber|\bhack|\bbackdoor\b|\bdenial of service|remote access|log-?in credentials",
        rf"(?:unauthori[sz]ed|unknown|outside|external|third|foreign|criminal)[^.]{{0,120}}(?:access|infiltrat|"
        rf"compromis|breach|acquir|exfiltrat|obtain)[^.]{{0,120}}{_SYSTEM}\b",
        rf"{_SYSTEM}\b[^.]{{0,100}}(?:compromis|breach|infiltrat|unauthori[sz]ed|infected|exfiltrat)",
        r"software (?:application )?[^.]{0,60}exposed|cyber-?attack",
        rf"(?:security|data|it) (?:incident|breach)[^.]{{0,60}}{_SYSTEM}\b",
    ),
    _rule(
        "other_disclosure",
        "speaks of a disclosure without authorisation",
        r"(?:impermissib|improper|inappropriate|inadvertent|unauthori[sz]ed|erroneous)\w* (?:\w+ ){0,2}"
        r"(?:disclos|us(?:e|ed|ing)\b|shar|provid|release|access|maintain)",
        r"\bdisclosed\b|\bwithout (?:proper |patient )?(?:authori[sz]ation|valid)|business associate agreement",
    ),
)
