-- One row is one case file whose principal report passes the filters, with its place among them
-- (equal counts share the better place) and among those of its year of submission.
WITH counted AS (
    SELECT individuals_affected AS size, year(submitted_on) AS year, count(*) AS reports
    FROM filtered
    WHERE individuals_affected IS NOT NULL
    GROUP BY ALL
),
named AS (
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
    1 + coalesce(sum(reports) FILTER (size > individuals_affected), 0)::BIGINT AS place,
    sum(reports)::BIGINT AS reports,
    1 + coalesce(
        sum(reports) FILTER (size > individuals_affected AND counted.year = named.year), 0
    )::BIGINT AS place_of_year,
    (sum(reports) FILTER (counted.year = named.year))::BIGINT AS reports_of_year
FROM named
CROSS JOIN counted
GROUP BY ALL
ORDER BY named.individuals_affected DESC, named.short_name;
