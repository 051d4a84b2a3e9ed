"""Causes: how do breaches happen?"""

from analysis import causes
from analysis.captions import causes as captions
from analysis.vocabulary import BREACH_TYPES, LOCATIONS, MECHANISMS
from charts import causes as charts
from ui.context import page_context
from ui.controls import choose
from ui.data import answer
from ui.panel import panel

here = page_context("How do breaches happen?")
pairs = answer(causes.types_by_location, here.filters)
here.stop_if_empty(len(pairs))

panel(
    "type-by-location",
    captions.heat_map(pairs, here.filters, here.data),
    charts.heat_map(pairs, BREACH_TYPES, LOCATIONS),
    pairs,
)

shares = answer(causes.shares_by_year, here.filters)
panel(
    "replaced-theft",
    captions.replaced_theft(shares, here.filters, here.data),
    charts.replaced_theft(shares, running_year=here.running_year),
    shares,
)

years = answer(causes.mechanisms_by_year, here.filters)
if len(years):
    panel(
        "mechanisms",
        captions.mechanisms(years, here.filters, here.data),
        charts.mechanisms(years, MECHANISMS, as_of=here.data.as_of, little=causes.LITTLE_COVERAGE),
        years,
    )
    vendors = answer(causes.vendors_by_year, here.filters)
    panel(
        "vendors",
        captions.vendors(vendors, here.filters, here.data),
        charts.vendors(vendors, little=causes.LITTLE_COVERAGE, running_year=here.running_year),
        vendors,
    )
else:
    here.remark(
        "What happened is read from OCR’s narratives, and none of these reports has one: they come "
        "with the portal’s own exports, for closed cases."
    )

by = choose(
    "Sizes by",
    {"breach_type": "Type of breach", "location": "Location", "mechanism": "What happened"},
    key="sizes",
)
members = answer(causes.sizes_by_member, here.filters, by=by)
if len(members):
    panel(
        "sizes",
        captions.sizes(members, here.filters, here.data),
        charts.sizes(members, by, MECHANISMS),
        members,
    )
