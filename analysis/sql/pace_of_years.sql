-- One row is one day of a year of submission on which a report was filed: how many reports the year
-- had until then. The last $years years.
WITH daily AS (
    SELECT year(submitted_on) AS year, submitted_on, count(*) AS filed
    FROM filtered
    WHERE year(submitted_on) > year($as_of_day::DATE) - $years
    GROUP BY submitted_on
)
SELECT
    year,
    submitted_on,
    dayofyear(submitted_on) AS day_of_year,
    sum(filed) OVER (PARTITION BY year ORDER BY submitted_on)::BIGINT AS reports_so_far
FROM daily
ORDER BY year, submitted_on;
