-- One row is one changed field of one report, up to the page's day: the newest first, and among
-- those of a day the largest change of a count first.
WITH ledger AS (
    SELECT
        revisions.*,
        filtered.entity_name,
        abs(
            coalesce(try_cast(new_value AS BIGINT), 0) - coalesce(try_cast(old_value AS BIGINT), 0)
        ) AS size_of_change
    FROM revisions
    JOIN filtered USING (breach_id)
    WHERE seen_on <= $as_of_day AND ($field = 'all' OR field = $field)
)
SELECT
    breach_id,
    entity_name,
    field,
    left(old_value, 160) AS old_value,
    left(new_value, 160) AS new_value,
    previous_seen_on,
    seen_on,
    count(*) OVER () AS all_rows
FROM ledger
ORDER BY size_of_change DESC, seen_on DESC, breach_id, field
LIMIT $rows OFFSET $skip;
