-- One row is one changed field of one report, up to the page's day: the largest change of a count
-- first; of other fields, those of the largest reports first.
WITH ledger AS (
    SELECT
        revisions.*,
        filtered.entity_name,
        filtered.individuals_affected,
        CASE WHEN field = 'individuals_affected' THEN
            abs(coalesce(new_value::BIGINT, 0) - coalesce(old_value::BIGINT, 0))
        END AS size_of_change
    FROM revisions
    JOIN filtered USING (breach_id)
    WHERE seen_on <= $as_of_day AND ($field = 'all' OR field = $field)
)
SELECT breach_id, entity_name, field, old_value, new_value, previous_seen_on, seen_on
FROM ledger
ORDER BY
    size_of_change DESC NULLS LAST,
    individuals_affected DESC NULLS LAST,
    seen_on DESC,
    breach_id,
    field
LIMIT $rows OFFSET $skip;
