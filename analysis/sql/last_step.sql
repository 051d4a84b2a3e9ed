-- One row: what the snapshot of $as_of_day brought and changed among the filtered reports.
WITH revised AS (
    SELECT
        breach_id,
        field = 'individuals_affected' AS is_count,
        CASE WHEN is_count THEN old_value::BIGINT END AS old_count,
        CASE WHEN is_count THEN new_value::BIGINT END AS new_count
    FROM revisions
    JOIN filtered USING (breach_id)
    WHERE seen_on = $as_of_day
)
SELECT
    (SELECT count(*) FROM filtered WHERE first_seen_on = $as_of_day) AS new_reports,
    count(DISTINCT breach_id) AS revised_reports,
    count(DISTINCT breach_id) FILTER (WHERE is_count) AS revised_counts,
    count(*) FILTER (WHERE old_count IN (500, 501) AND new_count > 501) AS placeholders_raised,
    coalesce(sum(coalesce(new_count, 0) - coalesce(old_count, 0)), 0)::BIGINT AS individuals_added
FROM revised;
