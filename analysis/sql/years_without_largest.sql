-- One row is one year of submission: individuals affected in all reports, and without the $most
-- largest reports of the whole selection.
WITH largest AS (
    SELECT breach_id
    FROM filtered
    WHERE individuals_affected IS NOT NULL
    ORDER BY individuals_affected DESC, breach_id
    LIMIT $most
),
marked AS (
    SELECT
        year(submitted_on) AS year,
        individuals_affected,
        breach_id IN (SELECT breach_id FROM largest) AS is_largest
    FROM filtered
)
SELECT
    year,
    count(*) AS reports,
    coalesce(sum(individuals_affected), 0)::BIGINT AS individuals_affected,
    coalesce(sum(individuals_affected) FILTER (NOT is_largest), 0)::BIGINT AS without_largest,
    count(*) FILTER (is_largest) AS largest_reports
FROM marked
GROUP BY year
ORDER BY year;
