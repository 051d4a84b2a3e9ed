-- One row is one field: how often it was revised up to the page's day, on how many reports.
SELECT field, count(*) AS revisions, count(DISTINCT breach_id) AS reports
FROM revisions
JOIN filtered USING (breach_id)
WHERE seen_on <= $as_of_day
GROUP BY field
ORDER BY revisions DESC, field;
