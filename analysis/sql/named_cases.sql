-- One row is one case file whose principal report passes the filters.
SELECT cases.short_name, filtered.individuals_affected, filtered.breach_id
FROM cases
JOIN case_reports USING (slug)
JOIN filtered USING (breach_id)
WHERE filtered.individuals_affected IS NOT NULL AND case_reports.role = 'principal'
ORDER BY filtered.individuals_affected DESC;
