-- One row is one change of a report's count between two snapshots, up to the page's day, the largest
-- change first. Only reports that pass the filters.
WITH changes AS (
    SELECT
        breach_id,
        old_value::BIGINT AS old_count,
        new_value::BIGINT AS new_count,
        previous_seen_on,
        seen_on
    FROM revisions
    WHERE field = 'individuals_affected' AND seen_on <= $as_of_day
)
SELECT
    changes.breach_id,
    filtered.entity_name,
    filtered.state,
    filtered.submitted_on,
    old_count,
    new_count,
    previous_seen_on,
    seen_on,
    abs(coalesce(new_count, 0) - coalesce(old_count, 0)) AS size_of_change
FROM changes
JOIN filtered USING (breach_id)
ORDER BY size_of_change DESC, breach_id, seen_on
LIMIT $most;
