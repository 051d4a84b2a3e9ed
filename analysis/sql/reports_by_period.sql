-- One row is one period of submission (first day of it), oldest first; periods without a report
-- between the first and the last are there with zero.
WITH counted AS (
    SELECT
        date_trunc($period, submitted_on)::DATE AS period_on,
        count(*) AS reports,
        coalesce(sum(individuals_affected), 0)::BIGINT AS individuals_affected,
        median(individuals_affected) AS median_individuals,
        coalesce(max(individuals_affected), 0) AS largest_individuals,
        arg_max(entity_name, individuals_affected) AS largest_entity_name,
        arg_max(breach_id, individuals_affected) AS largest_breach_id
    FROM filtered
    GROUP BY period_on
),
periods AS (
    SELECT unnest(generate_series(min(period_on), max(period_on), to_months($months)))::DATE AS period_on
    FROM counted
)
SELECT
    period_on,
    coalesce(reports, 0) AS reports,
    coalesce(individuals_affected, 0) AS individuals_affected,
    median_individuals,
    coalesce(largest_individuals, 0) AS largest_individuals,
    largest_entity_name,
    largest_breach_id
FROM periods
LEFT JOIN counted USING (period_on)
ORDER BY period_on;
