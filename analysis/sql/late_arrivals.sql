-- One row is one month of submission: reports that a snapshot showed for the first time although an
-- earlier snapshot of both views was made more than a month after they were submitted. HHS shows a
-- report some weeks after its submission, so a month is no delay.
WITH full_days AS (
    SELECT DISTINCT retrieved_on FROM snapshots WHERE coverage = 'both' AND listing = 'hipaa'
),
missed AS (
    SELECT
        filtered.breach_id,
        filtered.submitted_on,
        filtered.individuals_affected,
        max(full_days.retrieved_on) AS absent_on
    FROM filtered
    JOIN full_days
        ON full_days.retrieved_on > filtered.submitted_on + INTERVAL 31 DAY
        AND full_days.retrieved_on < filtered.first_seen_on
    GROUP BY filtered.breach_id, filtered.submitted_on, filtered.individuals_affected
)
SELECT
    date_trunc('month', submitted_on)::DATE AS period_on,
    count(*) AS reports,
    count(*) FILTER (WHERE absent_on - submitted_on > 365) AS over_a_year,
    coalesce(sum(individuals_affected), 0)::BIGINT AS individuals_affected
FROM missed
GROUP BY period_on
ORDER BY period_on;
