-- One row is one report, the largest first.
SELECT
    breach_id, entity_name, state, entity_type, individuals_affected, submitted_on,
    breach_type
FROM filtered
WHERE individuals_affected IS NOT NULL
ORDER BY individuals_affected DESC, submitted_on, breach_id
LIMIT $most;
