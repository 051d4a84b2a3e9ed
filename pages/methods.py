"""Methods: can I trust it?"""

import streamlit as st

from analysis import methods
from analysis.captions import methods as captions
from analysis.database import shared_database
from analysis.explorer import schema
from analysis.filters import Filters
from analysis.verification import published_beside_computed
from charts import methods as charts
from ui.context import page_context
from ui.data import answer
from ui.dictionary import dictionary
from ui.facts import fact_list, fact_table
from ui.panel import link_to, panel

here = page_context("Can I trust it?")
# What stands here is of all the data, whatever the filters.
everything = Filters()
snapshots = answer(methods.snapshots, everything)
here.lead(captions.lead(here.data, snapshots))


def table(words) -> None:
    """A table whose cells are words already."""
    fact_table(list(words.columns), words.to_numpy().tolist())


st.header("What the words mean", anchor="definitions")
fact_list(list(captions.DEFINITIONS.items()))

st.header("What to keep in mind", anchor="caveats")
st.markdown("\n".join(f"* {caveat}" for caveat in captions.CAVEATS))

st.header("Where the figures come from", anchor="sources")
table(captions.snapshot_table(snapshots))

figures = answer(published_beside_computed, everything)
compared = figures[(figures["published"] > 0) & (figures["computed"] > 0)]
if len(compared):
    panel(
        "reconciliation",
        captions.reconciliation(figures),
        charts.reconciliation(compared),
        figures,
    )
unexplained = captions.unexplained(figures)
if len(unexplained):
    with st.expander("Those that differ without a known reason"):
        table(unexplained)

st.header("How well narratives are read", anchor="narratives")
accuracy = methods.narrative_accuracy()
here.remark(captions.narratives(accuracy))
table(captions.narrative_table(accuracy))
with st.expander("What was read instead"):
    table(captions.confusion_table(methods.narrative_confusion()))

st.header("How reports are recognised from export to export", anchor="linkage")
linked = methods.linkage_accuracy()
here.remark(captions.linkage(linked))
table(captions.linkage_table(linked))
with st.expander("Rows recognised by each rule"):
    table(captions.rules_table(answer(methods.links, everything)))

st.header("Every table and column", anchor="dictionary")
dictionary(answer(schema, everything), key="table")

st.header("How to cite", anchor="cite")
cited = (here.data, shared_database().version, link_to())
st.code(captions.citation(*cited), language=None, wrap_lines=True)
st.code(captions.bibtex(*cited), language=None, wrap_lines=True)
