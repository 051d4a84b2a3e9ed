-- Entities with the most reports
SELECT entity_name, state, count(*) AS reports, sum(individuals_affected) AS individuals_affected
FROM breaches
GROUP BY entity_name, state
ORDER BY reports DESC, entity_name
LIMIT 20
