"""The little CSS that Streamlit's theme cannot say: widths, rhythm, numbers set in columns."""

STYLE = """
<style>
.stMainBlockContainer { max-width: 1240px; margin: 0 auto; padding-top: 5rem; }
[data-testid="stMetricValue"], [data-testid="stDataFrame"], .stMarkdown, .stCaption {
  font-variant-numeric: tabular-nums lining-nums;
}
/* Streamlit's own grey for captions is too faint to read (axe: color-contrast). */
[data-testid="stCaptionContainer"] { color: inherit; opacity: .8; }
h1 { letter-spacing: -0.015em; text-wrap: balance; }
h2, h3 { letter-spacing: -0.01em; text-wrap: balance; padding-bottom: 0.15rem; }
.st-key-entity h2 { font-size: 1.45rem; }
.st-key-lead p { font-size: 1.15rem; line-height: 1.55; max-width: 46rem; text-wrap: pretty; }
[class*="st-key-panel-"] { margin-top: 1.6rem; gap: 0.35rem; }
[class*="st-key-panel-"] [data-testid="stCaptionContainer"] p { max-width: 52rem; }
[class*="st-key-scaled-"] { height: clamp(270px, 54vw, 600px); flex: none !important; }
[class*="st-key-scaled-"] .stPlotlyChart { height: 100% !important; }
.st-key-filter-bar {
  border-top: 1px solid rgba(128,140,152,.28); border-bottom: 1px solid rgba(128,140,152,.28);
  padding: .45rem 0; margin-bottom: .8rem;
}
.st-key-filter-bar p { font-size: .95rem; }
.st-key-doors a {
  border: 1px solid rgba(128,140,152,.35); border-radius: 6px; padding: .35rem .8rem;
}
.st-key-as-of {
  background: rgba(224,138,30,.16); border-left: 4px solid #e08a1e; border-radius: 4px;
  padding: .5rem .9rem; margin-bottom: .6rem;
}
[class*="st-key-notice-"] {
  background: rgba(20,138,163,.10); border-left: 4px solid #148aa3; border-radius: 4px;
  padding: .5rem .9rem; margin-bottom: .4rem;
}
[class*="st-key-notice-"] p { font-size: .92rem; }
.st-key-sql-text textarea {
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .88rem;
}
/* On a phone the search has a line of its own. */
.st-key-table-controls > :first-child { min-width: min(18rem, 100%); }
/* Search and download of the grid itself would mean the rows of one page only. */
.st-key-table [data-testid="stElementToolbar"] { display: none; }
.facts { font-size: .95rem; line-height: 1.5; margin: 0 0 .4rem; }
dl.facts {
  display: grid; grid-template-columns: min(13.5rem, 36%) 1fr; gap: .45rem 1.2rem; padding: 0;
}
dl.facts dt {
  opacity: .72; margin: 0; padding: 0; grid-column: 1; overflow-wrap: break-word;
}
dl.facts dd { margin: 0; padding: 0; grid-column: 2; max-width: 46rem; overflow-wrap: anywhere; }
table.facts { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
table.facts th { text-align: left; font-weight: 400; opacity: .72; font-size: .85rem; }
table.facts th, table.facts td {
  border-bottom: 1px solid rgba(128,140,152,.28); padding: .4rem .9rem .4rem 0;
  vertical-align: top; overflow-wrap: break-word;
}
table.facts .number { text-align: right; white-space: nowrap; }
.facts-prose { max-width: 42rem; overflow-wrap: break-word; }
.facts-prose p { margin: 0 0 .8rem; }
.facts a { color: inherit; text-decoration-color: #148aa3; text-underline-offset: .2em; }
@media (max-width: 640px) {
  dl.facts { grid-template-columns: 1fr; gap: .1rem; }
  dl.facts dt, dl.facts dd { grid-column: 1; }
  dl.facts dd { margin-bottom: .6rem; }
  table.facts thead { display: none; }
  table.facts tr {
    display: block; border-bottom: 1px solid rgba(128,140,152,.28); padding: .4rem 0;
  }
  table.facts td { display: block; border: 0; padding: .05rem 0; text-align: left !important; }
  table.facts td:empty { display: none; }
  table.facts td::before { content: attr(data-name) ": "; opacity: .72; }
}
/* Plotly's ticks in Streamlit's grey are too faint to read, too; this follows the theme. */
.js-plotly-plot g[class*="tick"] text {
  fill: currentColor !important; fill-opacity: .74 !important;
}
.st-key-footer {
  border-top: 1px solid rgba(128,140,152,.28); margin-top: 3rem; padding-top: .8rem;
}
</style>
"""
