-- One row is one change of a report's count from one number to another between two snapshots, up to
-- the page's day, the largest change first.
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
    seen_on
FROM changes
JOIN filtered USING (breach_id)
WHERE old_count > 0 AND new_count > 0
ORDER BY abs(new_count - old_count) DESC, breach_id, seen_on
LIMIT $most;
