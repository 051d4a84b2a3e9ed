-- One row: what the snapshot of $as_of_day changed against the one before it, among the reports that
-- pass the filters. NULL previous_on where there is none before.
WITH previous AS (
    SELECT max(retrieved_on) AS previous_on
    FROM snapshots
    WHERE retrieved_on < $as_of_day AND listing = 'hipaa'
),
counts AS (
    SELECT breach_id, old_value::BIGINT AS old_count, new_value::BIGINT AS new_count
    FROM revisions
    WHERE field = 'individuals_affected' AND seen_on = $as_of_day
),
revised AS (
    SELECT counts.*, filtered.entity_name, new_count - coalesce(old_count, 0) AS change
    FROM counts
    JOIN filtered USING (breach_id)
)
SELECT
    (SELECT previous_on FROM previous) AS previous_on,
    (SELECT count(*) FROM filtered WHERE first_seen_on = $as_of_day) AS new_reports,
    (SELECT count(*) FROM revised) AS revised_counts,
    arg_max(breach_id, abs(change)) AS largest_breach_id,
    arg_max(entity_name, abs(change)) AS largest_entity_name,
    arg_max(old_count, abs(change)) AS largest_old_count,
    arg_max(new_count, abs(change)) AS largest_new_count
FROM revised;
