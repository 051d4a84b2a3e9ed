-- One row is one year of submission: individuals affected in all reports, and without the $most
-- largest reports of the whole selection.
WITH ranked AS (
    SELECT
        year(submitted_on) AS year,
        individuals_affected,
        row_number() OVER (ORDER BY individuals_affected DESC NULLS LAST, breach_id) AS place
    FROM filtered
)
SELECT
    year,
    count(*) AS reports,
    coalesce(sum(individuals_affected), 0)::BIGINT AS individuals_affected,
    coalesce(sum(individuals_affected) FILTER (place > $most), 0)::BIGINT AS without_largest,
    count(*) FILTER (place <= $most) AS largest_reports
FROM ranked
GROUP BY year
ORDER BY year;
