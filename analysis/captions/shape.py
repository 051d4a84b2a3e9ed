"""Words of the fitted distribution: which curve describes the sizes, and where it fails."""

import math

from analysis.captions import Caption
from analysis.captions.words import counted, number, share, subtitle
from analysis.filters import Filters
from analysis.provenance import Provenance
from analysis.size import Shape
from analysis.statistics.tails import LEAST_REPORTS, SIGNIFICANT, TailFit
from analysis.vocabulary import SMALLEST_PUBLISHED


def shape(found: Shape | None, reports: int, filters: Filters) -> str:
    """Which distribution describes the sizes, and where it fails."""
    if filters.max is not None:
        return "No fit is attempted: the filters cut the largest reports off, and with them a tail."
    if found is None:
        return (
            f"No fit is attempted: that takes {LEAST_REPORTS} reports of known size, and of the "
            f"{counted(reports, 'report')} here the placeholders of 500 and 501 do not count."
        )
    if found.fit.lognormal is None:
        return (
            f"A power law describes these {found.fit.reports:,} counts as well as a lognormal "
            "could: the likeliest lognormal is one. No curve is drawn."
        )
    if not found.is_supported:
        return f"Neither curve describes these sizes: {_refused(found)}; {_tail(found.fit)}."
    return f"{_describes(found)}; {_tail(found.fit)}. {_fails(found.fit)}"


def fit(found: Shape, filters: Filters, data: Provenance) -> Caption:
    """How far the lognormal holds."""
    fitted = found.fit
    is_to_the_end = fitted.fits_to is None or not _above(found)
    title = (
        f"The lognormal holds for {share(found.covered_share)} of the reports"
        if is_to_the_end
        else f"The lognormal holds up to {number(fitted.fits_to)} individuals"
    )
    return Caption(
        title=title,
        subtitle=subtitle(
            "Reports of at least so many individuals: filed, and expected (log scales)",
            filters,
            data,
        ),
        alt=f"{title}. The line of the reports filed, in and out of the lognormal’s 95% range.",
        note=f"Left out: {counted(fitted.placeholders, 'placeholder')} of 500 and 501. One curve "
        "over changing times and filers; no forecast of the largest.",
    )


def _above(found: Shape) -> int:
    """How many reports are larger than the lognormal holds for."""
    larger = found.curve[found.curve["individuals_affected"] > (found.fit.fits_to or 0)]
    return int(larger["reports_at_least"].max()) if len(larger) else 0


def _describes(found: Shape) -> str:
    fitted = found.fit
    verb = "comes close to" if found.is_refused else "describes"
    text = (
        f"A lognormal cut off at {SMALLEST_PUBLISHED:,} {verb} the {fitted.reports:,} counts above "
        f"{math.floor(fitted.bound):,}"
    )
    goodness = fitted.lognormal_goodness
    if not found.is_refused:
        return f"{text} (goodness of fit {_p(goodness.p_value)})"
    return (
        f"{text}, at most {100 * goodness.distance:.1f} percentage points away, a gap that the "
        f"test still notices ({_p(goodness.p_value)})"
    )


def _refused(found: Shape) -> str:
    fitted = found.fit
    text = f"a lognormal is rejected ({_p(fitted.lognormal_goodness.p_value)})"
    if fitted.fits_from is None:
        return f"{text} and holds nowhere"
    return f"{text} and holds only from {number(fitted.fits_from)} to {number(fitted.fits_to)}"


def _tail(fitted: TailFit) -> str:
    """The power law, where it does best."""
    tail = fitted.tail
    where = f"from {number(tail.starts_at)} on, where a power law does best"
    p_value = _p(tail.comparison.p_value)
    if tail.comparison.better == "power law":
        return f"{where}, it is likelier ({p_value})"
    if tail.comparison.better == "lognormal":
        rejected = tail.goodness.p_value < SIGNIFICANT
        also = f" and the power law is rejected ({_p(tail.goodness.p_value)})" if rejected else ""
        return f"even {where}, a lognormal is likelier ({p_value}){also}"
    if tail.goodness.p_value < SIGNIFICANT:
        return f"{where}, the power law is rejected ({_p(tail.goodness.p_value)})"
    return f"{where}, the two cannot be told apart ({p_value})"


def _fails(fitted: TailFit) -> str:
    """The largest size at which the number of reports lies outside the lognormal's range."""
    outside = fitted.by_threshold[fitted.by_threshold["is_outside"].astype(bool)]
    if not len(outside):
        return "At no round size does it fail."
    at = outside.iloc[-1]
    return (
        f"It fails at {number(at['individuals_affected'])} or more: there it expects "
        f"{at['lognormal']:,.1f} reports, and {int(at['reports_at_least']):,} were filed."
    )


def _p(value: float) -> str:
    """p = 0.03; the least that the simulations can find is 0.005."""
    if value < 0.001:
        return "p below 0.001"
    return f"p = {value:.3f}".rstrip("0") if value < 0.01 else f"p = {value:.2f}"
