-- One row is one case, by name, with the report that speaks for it (NULL where none is in the data).
SELECT cases.*, case_reports.breach_id
FROM cases
LEFT JOIN case_reports ON case_reports.slug = cases.slug AND case_reports.role = 'principal'
ORDER BY cases.title;
