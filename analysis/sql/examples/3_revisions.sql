-- Counts that were raised most
SELECT
    entity_name,
    old_value::BIGINT AS old_count,
    new_value::BIGINT AS new_count,
    previous_seen_on,
    seen_on
FROM revisions
JOIN breaches USING (breach_id)
WHERE field = 'individuals_affected'
ORDER BY new_count - old_count DESC NULLS LAST
LIMIT 20
