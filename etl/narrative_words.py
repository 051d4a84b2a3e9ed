"""The words of narratives that rules are made of: regular expressions for people, things and deeds."""

MAIL = r"e-?mail"
DEVICE = (
    r"(?:laptop|computer|device|drive|tape|disc|disk|server|phone|tablet|ipad|camera|usb|bag|backpack|"
    r"briefcase|records?|files?|documents?|binder|paperwork|equipment|boxes|charts?)s?"
)
WORKER = (
    r"\b(?:employee|workforce member|staff member|physician|nurse|doctor|staff|contractor|worker|technician|"
    r"clerk|volunteer|resident physician|medical resident|student|intern|therapist|pharmacist|dentist|"
    r"optometrist|secretar(?:y|ie)|scheduler|receptionist|faculty member|one of its (?:\w+ ){0,2}provider|"
    r"former (?:\w+ ){0,3}(?:provider|officer|director|manager|associate|resident|member))s?(?:\(s\))?\b"
)
WRONGLY = (
    r"(?:impermissib|improper|inappropriate|unlawful|illegal|wrongful|intentional|fraudulent)\w*"
)
TAKES = (
    r"(?:access|view|obtain|us|took|tak|copi|remov|download|retain|acquir|retriev|shar|stole|disclos|"
    r"print)"
)
WORKERS = (
    "employee workforce physician nurse doctor staff contractor worker technician clerk volunteer "
    "resident student intern therapist pharmacist dentist optometrist secretar scheduler receptionist "
    "faculty provider former"
)
ACCOUNT = rf"{MAIL}s? (?:account|box|system|server|inbox)"
GOT_IN = r"(?:compromis|hack|unauthori[sz]ed|gained access|accessed|breach|intru|infiltrat)"
SYSTEM = (
    r"(?:server|network|system|database|computer|application|platform|portal|web ?site|workstation|"
    r"environment|cloud|remote desktop|account|software|laptop)s?"
)
ON_THE_NET = (
    r"(?:internet|online|on-line|web ?sites?|web ?pages?|web ?portal|\bpublic\b|google|search engine|"
    r"social media|facebook|youtube|github)"
)
MESSAGE = (
    r"(?:mail|sent|send|fax|letter|postcard|envelope|statement|notice|invoice|printed|packet|"
    r"newsletter|survey|questionnaire|check|card|bill)"
)
SENT = rf"\b(?:{MAIL}ed|mailed|mailing|sent|sends?|sending|faxed|forwarded|transmitted|attached)"
BY_MISTAKE = r"\b(?:inadvertent|mistaken|erroneous|accident|unintention|improper)\w*"
STRANGER = (
    r"\b(?:unauthori[sz]ed|unknown|unidentified|outside|external|third|foreign|criminal) "
    r"(?:\w+[ -]){0,2}?(?:individual|person|part(?:y|ies)|user|actor|intruder|entit(?:y|ies))s?(?:\(s\))?"
)
