-- One row: totals, and the running year beside the same days of the year before.
WITH running AS (
    SELECT
        make_date(year($as_of_day::DATE), 1, 1) AS starts_on,
        $as_of_day::DATE AS ends_on
),
labelled AS (
    SELECT
        filtered.*,
        submitted_on BETWEEN starts_on AND ends_on AS is_now,
        submitted_on BETWEEN starts_on - INTERVAL 1 YEAR AND ends_on - INTERVAL 1 YEAR AS is_before
    FROM filtered, running
)
SELECT
    count(*) AS reports,
    coalesce(sum(individuals_affected), 0)::BIGINT AS individuals_affected,
    median(individuals_affected) AS median_individuals,
    max(individuals_affected) AS largest_individuals,
    count(*) FILTER (is_now) AS reports_now,
    count(*) FILTER (is_before) AS reports_before,
    coalesce(sum(individuals_affected) FILTER (is_now), 0)::BIGINT AS individuals_now,
    coalesce(sum(individuals_affected) FILTER (is_before), 0)::BIGINT AS individuals_before,
    median(individuals_affected) FILTER (is_now) AS median_now,
    median(individuals_affected) FILTER (is_before) AS median_before,
    count(*) FILTER (is_placeholder AND is_now) AS placeholders_now
FROM labelled;
