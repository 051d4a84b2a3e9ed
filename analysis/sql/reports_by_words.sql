-- One row is one report that the filters' words find; names before narratives, the largest first.
SELECT breach_id, entity_name, state, individuals_affected, submitted_on
FROM filtered
ORDER BY contains(lower(entity_name), lower($words)) DESC, individuals_affected DESC NULLS LAST,
    submitted_on DESC, breach_id
LIMIT $most;
