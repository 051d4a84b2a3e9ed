-- named_cases
-- One row is one case file whose principal report passes the filters, with its place among them
-- (equal counts share the better place) and among those of its year of submission.
WITH named AS (
    SELECT
        cases.short_name,
        filtered.individuals_affected,
        filtered.breach_id,
        year(filtered.submitted_on) AS year
    FROM cases
    JOIN case_reports USING (slug)
    JOIN filtered USING (breach_id)
    WHERE filtered.individuals_affected IS NOT NULL AND case_reports.role = 'principal'
)
SELECT
    named.short_name,
    named.individuals_affected,
    named.breach_id,
    named.year,
    1 + count(*) FILTER (others.individuals_affected > named.individuals_affected) AS place,
    count(*) AS reports,
    1 + count(*) FILTER (
        others.individuals_affected > named.individuals_affected
        AND year(others.submitted_on) = named.year
    ) AS place_of_year,
    count(*) FILTER (year(others.submitted_on) = named.year) AS reports_of_year
FROM named
CROSS JOIN filtered AS others
WHERE others.individuals_affected IS NOT NULL
GROUP BY ALL
ORDER BY named.individuals_affected DESC, named.short_name;
