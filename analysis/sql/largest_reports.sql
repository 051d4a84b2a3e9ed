-- One row is one report, the largest first; with $new_on only those that were first seen on that day.
SELECT
    breach_id, entity_name, state, entity_type, individuals_affected, submitted_on,
    breach_type
FROM filtered
WHERE individuals_affected IS NOT NULL AND first_seen_on = coalesce($new_on::DATE, first_seen_on)
ORDER BY individuals_affected DESC, submitted_on, breach_id
LIMIT $most;
