"""Methods: can I trust it?"""

import streamlit as st

from analysis import methods
from analysis.captions import methods as captions
from analysis.filters import Filters
from analysis.verification import published_beside_computed
from charts import methods as charts
from ui.context import page_context
from ui.data import answer
from ui.panel import panel
from ui.tables import column_settings

here = page_context("Can I trust it?")
# What stands here is of all the data, whatever the filters.
everything = Filters()
snapshots = answer(methods.snapshots, everything)
here.lead(captions.lead(here.data, snapshots))


def table(frame, name: str, height: int | str = "auto") -> None:
    """A plain table with readable columns."""
    st.dataframe(
        frame,
        hide_index=True,
        column_config=column_settings(frame),
        key=name,
        height=height,
        alt=name,
    )


st.header("What the words mean", anchor="definitions")
for word, meaning in captions.DEFINITIONS.items():
    st.markdown(f"**{word}.** {meaning}")

st.header("What to keep in mind", anchor="caveats")
st.markdown("\n".join(f"* {caveat}" for caveat in captions.CAVEATS))

st.header("Where the figures come from", anchor="sources")
table(captions.snapshot_table(snapshots), "Loaded exports")

figures = answer(published_beside_computed, everything)
compared = figures.dropna(subset="difference")
if len(compared):
    panel(
        "reconciliation",
        captions.reconciliation(figures, here.data),
        charts.reconciliation(compared),
        figures,
    )

st.header("How well narratives are read", anchor="narratives")
accuracy = methods.narrative_accuracy()
here.remark(captions.narratives(accuracy))
st.table(captions.narrative_table(accuracy).set_index("Question"))
with st.expander("What was read instead"):
    table(methods.narrative_confusion(), "Confusion table")

st.header("How reports are recognised from export to export", anchor="linkage")
st.markdown(
    "HHS gives reports no number. Rules compare name, state, date and what else agrees; what could "
    "be one of several stays apart. Precision and recall on pairs judged by reading:"
)
st.table(captions.linkage_table(methods.linkage_accuracy()).set_index("Pairs"))
with st.expander("Rows recognised by each rule"):
    table(answer(methods.links, everything), "Rules of linkage")

st.header("Every table and column", anchor="dictionary")
table(answer(methods.columns, everything), "Data dictionary", height=360)

st.header("How to cite", anchor="cite")
st.code(captions.citation(here.data), language=None, wrap_lines=True)
