-- One row is one report, the last submitted first.
SELECT
    breach_id, entity_name, state, entity_type, individuals_affected, submitted_on,
    breach_type, location
FROM filtered
ORDER BY submitted_on DESC, individuals_affected DESC NULLS LAST, breach_id
LIMIT $most;
