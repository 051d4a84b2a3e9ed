-- One row is one rule of record linkage: how many rows of the loaded exports it recognised.
SELECT link_rule AS rule, count(*) AS rows_linked
FROM observations
GROUP BY link_rule
ORDER BY rows_linked DESC;
