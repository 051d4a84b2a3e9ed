-- One row is one entity type and one type of breach: reports, and their share of the entity type's
-- reports. A report of two types stands in both, so shares may add up to more than one.
WITH totals AS (
    SELECT entity_type, count(*) AS all_reports FROM filtered GROUP BY entity_type
),
pairs AS (
    SELECT entity_type, unnest(string_split(breach_type, ', ')) AS breach_type
    FROM filtered
    WHERE breach_type IS NOT NULL AND entity_type IS NOT NULL
)
SELECT entity_type, breach_type, count(*) AS reports, count(*) / any_value(all_reports) AS type_share
FROM pairs
JOIN totals USING (entity_type)
GROUP BY entity_type, breach_type
ORDER BY entity_type, reports DESC;
