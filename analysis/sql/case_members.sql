-- One row is one report of a case as the filters' day shows it; `role` says how it belongs to it.
SELECT
    breach_id, entity_name, state, individuals_affected, submitted_on, case_reports.role
FROM filtered
JOIN case_reports USING (breach_id)
WHERE case_reports.slug = $slug
ORDER BY case_reports.role <> 'principal', submitted_on, breach_id;
