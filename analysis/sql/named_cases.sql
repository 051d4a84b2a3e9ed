-- One row is one case file whose principal report passes the filters, with its place among them
-- (equal counts share the better place) and among those of its year of submission.
WITH sizes AS MATERIALIZED (
    SELECT individuals_affected, year(submitted_on) AS year, count(*) AS reports
    FROM filtered
    WHERE individuals_affected IS NOT NULL
    GROUP BY ALL
),
named AS MATERIALIZED (
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
    named.*,
    1 + coalesce(sum(sizes.reports) FILTER (is_larger), 0)::BIGINT AS place,
    sum(sizes.reports)::BIGINT AS reports,
    1 + coalesce(sum(sizes.reports) FILTER (is_larger AND is_of_year), 0)::BIGINT AS place_of_year,
    sum(sizes.reports) FILTER (is_of_year)::BIGINT AS reports_of_year
FROM named
CROSS JOIN sizes
CROSS JOIN LATERAL (
    SELECT
        sizes.individuals_affected > named.individuals_affected AS is_larger,
        sizes.year = named.year AS is_of_year
)
GROUP BY ALL
ORDER BY named.individuals_affected DESC, named.short_name;
