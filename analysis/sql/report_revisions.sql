-- One row is one changed field of the report, oldest first, up to $until.
SELECT field, old_value, new_value, previous_seen_on, seen_on
FROM revisions
WHERE breach_id = $breach_id AND seen_on <= $until
ORDER BY seen_on, field;
