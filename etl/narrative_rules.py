"""What a narrative says when a mechanism is meant, in order of precedence: the first that fits wins.

Patterns are read against one line in small letters with plain quotes. A gap such as `[^.]{0,80}`
never reaches into the next sentence. Ransomware stands before the phishing that let it in; a theft of
a device before its owner; a member of the workforce before the system they used.
"""

import re
from dataclasses import dataclass

from etl.narrative_words import (
    ACCOUNT,
    BY_MISTAKE,
    DEVICE,
    GOT_IN,
    MAIL,
    MESSAGE,
    ON_THE_NET,
    SENT,
    STRANGER,
    SYSTEM,
    TAKES,
    WORKER,
    WORKERS,
    WRONGLY,
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
        r"\bencrypted (?:file )?extension|\bencrypted (?:its|their|the) (?:server|system|network|files|data)",
        cues="ransom encrypt",
    ),
    _rule(
        "tracking_technology",
        "speaks of online tracking",
        r"\btracking (?:technolog|pixel|code|tool|script)|\bpixels?\b|\bgoogle analytics\b",
        r"\bonline tracker|\bweb beacon|\banaly(?:tic|sis) tools? on its web",
        cues="track pixel analy beacon",
    ),
    _rule(
        "email_compromise",
        "speaks of phishing",
        r"\bphish|\bspear-?phish|\bspoof(?:ed|ing)\b",
        rf"responded to an? (?:\w+ ){{0,2}}{MAIL}|{MAIL}[^.]{{0,60}}(?:appear|purport)\w* to (?:be|come) from",
        cues="phish spoof mail",
    ),
    _rule(
        "insider_misuse",
        "a member of the workforce sent records to themselves",
        rf"{WORKER}[^.]{{0,240}}(?:to|at|into) (?:\w+ ){{0,2}}(?:personal|private|gmail|yahoo)\b[^.]{{0,30}}"
        rf"(?:{MAIL}|account|cloud)|{WORKER}[^.]{{0,160}}to (?:himself|herself|themselves)\b",
        rf"{WORKER}[^.]{{0,120}}{MAIL}ed[^.]{{0,120}}\b(?:husband|wife|spouse|relative|friend)",
        rf"{WORKER}[^.]{{0,160}}\bher personal {MAIL}|{WORKER}[^.]{{0,200}}\bvia a personal {MAIL}",
        rf"{WORKER}[^.]{{0,200}}\bto (?:\w+ ){{0,2}}personal (?:\w+ )?(?:device|drive|computer|laptop|phone|storage)",
        cues="personal private gmail yahoo himself herself themselves husband wife spouse relative friend",
    ),
    _rule(
        "email_compromise",
        "someone got into an e-mail account",
        rf"{ACCOUNT}[^.]{{0,120}}{GOT_IN}|{GOT_IN}[^.]{{0,120}}{ACCOUNT}",
        rf"business {MAIL} compromise|\b{MAIL} (?:hack|scam|scheme|attack)|hack[^.]{{0,40}}{MAIL}s?\b",
        cues="email e-mail",
    ),
    _rule(
        "lost_device_or_records",
        "cannot tell a loss from a theft",
        r"\blost,? (?:or|and/or) (?:\w+ )?stolen\b|\bstolen or (?:\w+ )?lost\b|\bmissing or stolen\b",
        cues="stolen",
    ),
    _rule(
        "stolen_device_or_records",
        "says that it was stolen",
        rf"{DEVICE}\b[^.]{{0,120}}\b(?:was|were) stolen\b|\b(?:was|were) stolen from\b",
        cues="stolen",
    ),
    _rule(
        "improper_disposal",
        "speaks of disposal",
        r"\bdispos(?:ed|al|ing)\b|\bdiscard(?:ed|ing)\b|\bdumpsters?\b|\bgarbage\b|\btrash\b|\blandfill\b",
        r"\brecycl(?:ed|ing)\b|\bauctioned\b|\babandon(?:ed|ing|ment)\b|\bthr(?:own|ew) away\b|\bunshredded\b",
        r"improperly destroyed|sold [^.]{0,60}(?:without (?:removing|erasing|wiping)|decommissioned)|(?:sold|donated|purchased|surplus)[^.]{0,60}cabinet",
        r"without (?:first )?(?:deleting|removing|erasing|wiping|cleaning)",
        cues="destroyed sold donated purchased surplus without dispos discard dumpster garbage trash landfill recycl auction abandon away unshredded",
    ),
    _rule(
        "stolen_device_or_records",
        "a thing was stolen",
        rf"{DEVICE}\b[^.]{{0,120}}\b(?:was|were|been|being) (?:\w+ )?stolen\b",
        rf"\bstolen {DEVICE}\b|\bstolen from\b|\btheft of [^.]{{0,60}}{DEVICE}\b|\bburglar",
        r"\bbroke(?:n)? in(?:to)?\b|\bbreak-?in\b|\brobbed\b|\brobbery\b|\bthie(?:f|ves)\b",
        rf"\bstole [^.]{{0,40}}{DEVICE}\b|\bremoved from its (?:facility|office)|"
        r"\bentered (?:his|her|its|the) (?:\w+ )?office",
        cues="stole theft burglar broke break robb thief thieves removed entered",
    ),
    _rule(
        "public_exposure",
        "records were posted by mistake",
        rf"{BY_MISTAKE} (?:\w+ )?(?:posted|uploaded|published|made)\b[^.]{{0,160}}{ON_THE_NET}",
        rf"{BY_MISTAKE} (?:posted|uploaded|published)\b",
        cues="posted uploaded published made",
    ),
    _rule(
        "misdirected_communication",
        "a message was sent to the wrong address by mistake",
        rf"{SENT}\b[^.]{{0,160}}\b(?:wrong|incorrect|unintended|mismatch\w*|mis-?address\w*|previous address)",
        rf"{SENT}\b[^.]{{0,120}}\b(?:another|other) (?:\w+[' ]+)?(?:patient|member|client|individual|people|person|plan)",
        rf"{BY_MISTAKE} (?:\w+ ){{0,3}}{SENT}\b(?! (?:on|to) (?:the|a|its) (?:internet|web))",
        r"blind[- ](?:carbon )?cop|\bbcc\b|carbon copy|mail merge|mailing error|printing error",
        r"envelope window|visible through|on the (?:outside|front) of the envelope|pages? per envelope",
        cues="mail sent send fax forward transmit attach blind bcc carbon printing envelope visible",
    ),
    _rule(
        "insider_misuse",
        "a member of the workforce used access for something else",
        rf"{WORKER}[^.]{{0,240}}{WRONGLY} (?:and \w+ |or \w+ )?{TAKES}",
        rf"{WORKER}[^.]{{0,200}}(?:without (?:a |an |any |the )?(?:\w+ )?(?:authori[sz]ation|permission|legitimate|"
        r"business|job|work|valid|need)|in excess of|beyond the|snoop|curiosity|divert|misappropriat|"
        r"tax (?:return|refund|fraud)|identity theft|\bfraud|\bsold (?:the|it|them|this))",
        r"outside (?:of )?(?:the |her |his |their |its )?(?:\w+ ){0,2}(?:scope|job|duties)",
        rf"{WORKER}[^.]{{0,100}}\b(?:stole|took|taken|removed|copied|downloaded|sold|photograph\w*)\b"
        r"[^.]{0,60}(?:phi|records|information|lists?|data)\b",
        r"former (?:\w+ ){0,2}(?:employee|workforce member|physician|staff|contractor|provider|officer|director|"
        r"manager)[^.]{0,140}(?:access|obtain|download|breached|retain|solicit|disclosed|took|copied|copy)",
        rf"{WORKER}[^.]{{0,80}}\b(?:took|taken|brought|stored)\b[^.]{{0,80}}\b(?:home|residence)",
        rf"{WORKER}[^.]{{0,120}}\b(?:made (?:photo)?copies|photocop)|{WORKER}[^.]{{0,240}}\bphotograph",
        rf"{WORKER} (?:\w+ )?accessed\b",
        rf"{WORKER}[^.]{{0,120}}(?:arrest|indict|criminal|perpetrator|convicted|pleaded)",
        rf"\bperpetrator[^.]{{0,80}}{WORKER}",
        cues=WORKERS,
    ),
    _rule(
        "network_intrusion",
        "speaks of malicious software or hackers",
        r"\btrojan\b|\bmalware\b|\bvirus(?:es)?\b|\bhack(?:er|ed|ing)|\bcyber-?(?: )?(?:attack|security|crim)",
    ),
    _rule(
        "network_intrusion",
        "a stranger gained access",
        rf"{STRANGER} (?:\w+ ){{0,4}}?(?:gained|obtained|accessed|infiltrated|exfiltrated|acquired|logged)",
        rf"gained (?:\w+ ){{0,3}}access to [^.]{{0,60}}{SYSTEM}\b|\bfraudulent \w+ accounts",
        r"used (?:the )?(?:\w+ ){0,3}credentials|\bcredential stuffing|\bdark web|unlawfully accessed",
        rf"attempted to bypass[^.]{{0,80}}{SYSTEM}|foreign ip address|anomalous activity|suspicious (?:activity|pop-?up)",
        cues="gained obtained accessed infiltrated exfiltrated acquired logged credential dark fraudulent bypass foreign anomalous suspicious",
    ),
    _rule(
        "public_exposure",
        "records could be seen on the internet",
        r"(?:accessible|available|visible|view(?:able|ed)|posted|exposed|published|indexed|searchable|"
        rf"displayed|uploaded|cached|found|appear\w*|saved)[^.]{{0,90}}{ON_THE_NET}",
        r"publicly (?:accessible|available|viewable|exposed|posted)",
        rf"{SYSTEM}[^.]{{0,80}}(?:configur|unsecured|not (?:properly )?secured|left open|publicly)",
        r"misconfigur|firewall (?:was|had been) (?:disabled|turned off|down|inactive)",
        r"(?:portal|web ?site)[^.]{0,60}(?:error|glitch|flaw|defect|faulty)",
        r"unsecured (?:server|via|on|ftp|database|web)|google to index",
        r"(?:viewable|visible|accessible) (?:by|to) (?:other|unauthori[sz]ed|individuals|users|members|"
        r"employees|anyone)|users? (?:who )?[^.]{0,40}(?:were able to|could) (?:access|view|see)",
        r"(?:viewed|viewable|accessible|visible) by others\b",
        r"(?:error|glitch|flaw|defect)[^.]{0,60}(?:portal|web ?site|configur|settings)",
        r"able to (?:also )?(?:access|view|see) [^.]{0,60}\bothers?\b|enabled users to access",
        r"(?:cloud|storage)[^.]{0,100}(?:improperly set up|unsecured|not secured)|disclosed [^.]{0,60} on the internet",
        cues="internet online on-line web public google engine social facebook youtube github unsecured "
        "secured configur open firewall portal viewable visible accessible users able others cloud storage",
    ),
    _rule(
        "stolen_device_or_records",
        "speaks of a theft",
        r"\bstolen\b(?! (?:credential|password|login))|\bstole\b|\bthefts?\b(?<!identity theft)",
        cues="stolen stole theft",
    ),
    _rule(
        "misdirected_communication",
        "speaks of a message gone astray",
        rf"{MESSAGE}\w*[^.]{{0,200}}(?:wrong|incorrect|error|erroneous|another|other (?:patient|member|client|"
        r"individual|people|person)|unintended|inadvertent|mistake|mismatch|mis-?(?:mail|direct|sent|address|"
        r"rout|label)|not (?:the )?intended|visible|viewable|reveal|indicat|"
        r"to (?:an? |several |\d+ )?(?:unauthori[sz]ed|unknown|outside|external) (?:\w+ )?"
        r"(?:recipient|individual|person|part|entit))",
        r"\b(?:mailed|sent|mailing) (?:\w+ ){0,4}(?:postcard|letter|label)s?[^.]{0,120}(?:phi|protected health|social security)",
        r"post ?cards?[^.]{0,120}(?:phi|protected health|names)|on the mailing label",
        r"(?:wrong|incorrect|error|erroneous|inadvertent|mistaken|unintended|duplicat|accident)\w*[^.]{0,160}"
        r"(?:mail(?:ed|ing|ings)?\b|sent|fax|letter|postcard|envelope|e-?mailed|recipient)",
        r"mailing (?:error|incident)|programming error|mail merge|printing error|misdirected|mis-?mailed",
        rf"{MAIL}ed [^.]{{0,80}}(?:participants|members|patients|recipients|clients) (?:a|the) (?:\w+ )?"
        r"(?:spreadsheet|file|list|attachment)",
        rf"{MAIL}[^.]{{0,160}}{MAIL} addresses|\"to\" field|sent (?:an? )?unencrypted {MAIL}",
        rf"{MAIL}s? (?:that )?contain[^.]{{0,160}}(?:sent|unencrypted|without encrypt)",
        rf"{BY_MISTAKE} (?:disclosed|shared|provided|released|gave|given) [^.]{{0,160}}\b(?:to|with) "
        r"(?:an? |the |\d+ )?(?:unauthori|third|other|wrong|individual|patient|member|client)",
    ),
    _rule(
        "lost_device_or_records",
        "speaks of a loss",
        r"\blost\b|\bloss of\b|\bmissing\b|\bmisplaced?\b|\bmislaid\b|\bunaccounted\b|unable to (?:locate|find|account)",
        r"(?:could|can) ?not (?:be )?(?:locate|found|find|account)|never (?:arrived|received|delivered)",
        r"\bspill(?:ed|ing)\b|\bfell (?:out|off|from)\b|\bscattered\b|\btornado\b|\bhurricane\b",
        r"\bflood(?:ed|ing)?\b|\bfire\b|\bleft (?:\w+ ){0,2}(?:unattended|unsecured|behind|on|in|at|them)\b|\bin transit\b",
        rf"\bleft [^.]{{0,40}}{DEVICE}[^.]{{0,120}}\b(?:at|in|on|behind)\b|damaged (?:during|in|while|and opened)",
        cues="lost loss miss misplac mislaid damaged unaccount unable not never spill fell scatter tornado hurricane flood fire left transit",
    ),
    _rule(
        "network_intrusion",
        "an outsider got into a system",
        r"\bmalicious\b|\bspyware\b|\bkeylogger|\bbrute force|\bintru(?:sion|der)|\bvulnerabilit|\bexploit",
        r"\bcyber|\bhack|\bbackdoor\b|\bdenial of service|remote access|log-?in credentials",
        rf"(?:unauthori[sz]ed|unknown|outside|external|third|foreign|criminal)[^.]{{0,120}}(?:access|infiltrat|"
        rf"compromis|breach|acquir|exfiltrat|obtain)[^.]{{0,120}}{SYSTEM}\b",
        rf"{SYSTEM}\b[^.]{{0,100}}(?:compromis|breach|infiltrat|unauthori[sz]ed|infected|exfiltrat)",
        r"software (?:application )?[^.]{0,60}exposed|cyber-?attack",
        rf"(?:security|data|it) (?:incident|breach)[^.]{{0,60}}{SYSTEM}\b",
    ),
    _rule(
        "lost_device_or_records",
        "records turned up elsewhere",
        r"(?:found|discovered|recovered|turned in|returned)[^.]{0,80}\b(?:hard drive|computer drive|box(?:es)?|paper|"
        r"binder|folder|files|records|documents|charts)\b",
        cues="found discovered recovered turned",
    ),
    _rule(
        "other_disclosure",
        "speaks of a disclosure without authorisation",
        r"(?:impermissib|improper|inappropriate|inadvertent|unauthori[sz]ed|erroneous)\w* (?:\w+ ){0,2}"
        r"(?:disclos|us(?:e|ed|ing)\b|shar|provid|release|access|maintain)",
        r"\bdisclosed\b|\bwithout (?:proper |patient )?(?:authori[sz]ation|valid)|business associate agreement",
    ),
)
