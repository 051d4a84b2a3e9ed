"""The categories of OCR's breach reports, in the order in which pages show them."""

BREACH_TYPES = (
    "Hacking/IT Incident",
    "Unauthorized Access/Disclosure",
    "Theft",
    "Loss",
    "Improper Disposal",
    "Other",
    "Unknown",
)

LOCATIONS = (
    "Network Server",
    "Email",
    "Paper/Films",
    "Laptop",
    "Desktop Computer",
    "Other Portable Electronic Device",
    "Electronic Medical Record",
    "Other",
)

ENTITY_TYPES = (
    "Healthcare Provider",
    "Health Plan",
    "Business Associate",
    "Healthcare Clearing House",
)

MECHANISMS = {
    "ransomware": "Ransomware",
    "email_compromise": "E-mail compromise",
    "network_intrusion": "Network intrusion",
    "tracking_technology": "Tracking technology",
    "public_exposure": "Public exposure",
    "misdirected_communication": "Misdirected communication",
    "insider_misuse": "Insider misuse",
    "stolen_device_or_records": "Stolen device or records",
    "lost_device_or_records": "Lost device or records",
    "improper_disposal": "Improper disposal",
    "other_disclosure": "Other disclosure",
    "unclear": "Unclear",
}

STATES = {
    "AL": "Alabama",
    "AK": "Alaska",
    "AZ": "Arizona",
    "AR": "Arkansas",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "DC": "District of Columbia",
    "FL": "Florida",
    "GA": "Georgia",
    "HI": "Hawaii",
    "ID": "Idaho",
    "IL": "Illinois",
    "IN": "Indiana",
    "IA": "Iowa",
    "KS": "Kansas",
    "KY": "Kentucky",
    "LA": "Louisiana",
    "ME": "Maine",
    "MD": "Maryland",
    "MA": "Massachusetts",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MS": "Mississippi",
    "MO": "Missouri",
    "MT": "Montana",
    "NE": "Nebraska",
    "NV": "Nevada",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NY": "New York",
    "NC": "North Carolina",
    "ND": "North Dakota",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VT": "Vermont",
    "VA": "Virginia",
    "WA": "Washington",
    "WV": "West Virginia",
    "WI": "Wisconsin",
    "WY": "Wyoming",
    "AS": "American Samoa",
    "GU": "Guam",
    "MP": "Northern Mariana Islands",
    "PR": "Puerto Rico",
    "VI": "US Virgin Islands",
}

TERRITORIES = ("AS", "GU", "MP", "PR", "VI")

# The four regions of the US Census Bureau; territories belong to none.
REGIONS = {
    "Northeast": ("CT", "ME", "MA", "NH", "NJ", "NY", "PA", "RI", "VT"),
    "Midwest": ("IL", "IN", "IA", "KS", "MI", "MN", "MO", "NE", "ND", "OH", "SD", "WI"),
    "South": (
        *("AL", "AR", "DE", "DC", "FL", "GA", "KY", "LA", "MD", "MS"),
        *("NC", "OK", "SC", "TN", "TX", "VA", "WV"),
    ),
    "West": ("AK", "AZ", "CA", "CO", "HI", "ID", "MT", "NV", "NM", "OR", "UT", "WA", "WY"),
}

# Stands in filters for a report whose state the export does not name: mostly territories.
NO_STATE = "not stated"

# HHS publishes only reports of 500 or more individuals.
SMALLEST_PUBLISHED = 500
PLACEHOLDER_COUNTS = (500, 501)

# Groups below this many reports say so: their figures turn on single reports.
SMALL_GROUP = 10
