-- One row is one case that the report belongs to, and how.
SELECT slug, title, summary, role
FROM case_reports
JOIN cases USING (slug)
WHERE breach_id = $breach_id
ORDER BY slug;
