"""Numbers about numbers: intervals, tails, rarity. NumPy arrays and small frames in, facts out.

A count is the individuals affected of one report, as reported; NaN where the report states none.
How each method was chosen and measured: `docs/statistics.md`.
"""
