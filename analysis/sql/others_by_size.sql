-- One row is one count of individuals, the smallest first, and the other reports that state it and
-- were filed up to $until, apart by whether they share a year, state, entity type and type of breach
-- with the one that they are set beside. Its rows do not grow with the data, as reports would.
SELECT
    individuals_affected AS size,
    coalesce(year(submitted_on) = $year, false) AS year,
    coalesce(state = $its_state, false) AS state,
    coalesce(entity_type = $its_entity_type, false) AS entity_type,
    coalesce(list_has_any(string_split(breach_type, ', '), $breach_types), false) AS breach_type,
    count(*) AS reports,
    min(entity_name) AS entity_name
FROM filtered
WHERE individuals_affected IS NOT NULL
    AND submitted_on <= $until
    AND breach_id <> $breach_id
GROUP BY ALL
ORDER BY size, entity_name DESC;
