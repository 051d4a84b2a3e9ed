-- One row: how many reports pass the filters, how many of them stand in two snapshots or more up to
-- the page's day, how many of those ever changed their count; and of all these changes, how many went
-- up, down, or from or to no count at all.
WITH changes AS (
    SELECT
        breach_id,
        coalesce(old_value::BIGINT, 0) AS old_count,
        coalesce(new_value::BIGINT, 0) AS new_count
    FROM revisions
    JOIN filtered USING (breach_id)
    WHERE field = 'individuals_affected' AND seen_on <= $as_of_day
)
SELECT
    (SELECT count(*) FROM filtered) AS reports,
    (SELECT count(*) FROM filtered WHERE first_seen_on < last_seen_on) AS seen_twice,
    count(DISTINCT breach_id) AS revised,
    count(*) AS changes,
    count(*) FILTER (WHERE 0 < old_count AND old_count < new_count) AS raised,
    count(*) FILTER (WHERE 0 < new_count AND new_count < old_count) AS lowered,
    count(*) FILTER (WHERE old_count = 0 OR new_count = 0) AS without_one
FROM changes;
