-- One row is one report that a snapshot showed first or changed, newest snapshot first, the largest
-- of a day first.
WITH revised AS (
    SELECT
        breach_id,
        seen_on,
        list(
            {
                'field': field,
                'old_value': if(field = 'web_description', NULL, old_value),
                'new_value': if(field = 'web_description', NULL, new_value)
            }
            ORDER BY field
        ) AS changes
    FROM revisions
    GROUP BY breach_id, seen_on
),
told AS (
    SELECT breach_id, first_seen_on AS seen_on, true AS is_new, [] AS changes FROM filtered
    UNION ALL
    SELECT breach_id, seen_on, false AS is_new, changes FROM revised
)
SELECT
    told.breach_id, told.seen_on, told.is_new, told.changes,
    filtered.entity_name, filtered.state, filtered.entity_type, filtered.individuals_affected,
    filtered.submitted_on, filtered.breach_type, filtered.location
FROM told
JOIN filtered USING (breach_id)
ORDER BY
    told.seen_on DESC, filtered.individuals_affected DESC NULLS LAST, told.breach_id, told.is_new
LIMIT $most;
