-- One row is one year of submission and one mechanism: narrated reports, and their share of the
-- year's narrated reports; and the year's share of reports that have a narrative at all.
WITH years AS (
    SELECT year(submitted_on) AS year, count(*) AS reports, count(mechanism) AS narrated
    FROM filtered
    GROUP BY year
),
found AS (
    SELECT year(submitted_on) AS year, mechanism, count(*) AS reports
    FROM filtered
    WHERE mechanism IS NOT NULL
    GROUP BY year, mechanism
)
SELECT
    found.year,
    mechanism,
    found.reports,
    found.reports / years.narrated AS mechanism_share,
    years.narrated,
    years.narrated / years.reports AS narrated_share
FROM found
JOIN years USING (year)
ORDER BY year, reports DESC, mechanism;
