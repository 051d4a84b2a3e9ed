-- One row is one other report of the same entity type, filed within a year of $submitted_on, nearest
-- in size by ratio.
SELECT
    breach_id, entity_name, state, individuals_affected, submitted_on, breach_type, location
FROM filtered
WHERE breach_id <> $breach_id
    AND entity_type = $its_entity_type
    AND individuals_affected > 0
    AND submitted_on BETWEEN $submitted_on - INTERVAL 1 YEAR AND $submitted_on + INTERVAL 1 YEAR
ORDER BY abs(ln(individuals_affected / greatest($individuals, 1))), submitted_on, breach_id
LIMIT $most;
