-- Everything that follows from observations and snapshots.

INSERT INTO breaches
SELECT *
FROM breaches_as_of((SELECT max(retrieved_on) FROM snapshots))
ORDER BY submitted_on, breach_id;

INSERT INTO breach_types
SELECT breach_id, unnest(string_split(breach_type, ', ')) FROM breaches WHERE breach_type IS NOT NULL;

INSERT INTO breach_locations
SELECT breach_id, unnest(string_split(location, ', ')) FROM breaches WHERE location IS NOT NULL;

INSERT INTO revisions
WITH filed AS (
    SELECT
        breach_id, sequence, retrieved_on,
        entity_name, state, entity_type,
        individuals_affected::VARCHAR AS individuals_affected,
        submitted_on::VARCHAR AS submitted_on,
        breach_type, location,
        CASE WHEN business_associate_present THEN 'Yes' WHEN NOT business_associate_present THEN 'No' END
            AS business_associate_present,
        status, web_description
    FROM observations
    JOIN snapshots USING (snapshot_id)
),
fields AS (
    FROM filed
    UNPIVOT INCLUDE NULLS (
        value FOR field IN (
            entity_name, state, entity_type, individuals_affected, submitted_on, breach_type,
            location, business_associate_present, status, web_description
        )
    )
),
-- Quotes, accents and spacing that an export lost or gained are no revision, nor is another order
-- of a set, nor a status that an export did not tell.
keyed AS (
    SELECT
        *,
        CASE
            WHEN field IN ('breach_type', 'location')
                THEN array_to_string(list_sort(string_split(value, ', ')), ', ')
            ELSE regexp_replace(lower(strip_accents(value)), '[^a-z0-9]', '', 'g')
        END AS key
    FROM fields
    WHERE NOT (field = 'status' AND value IS NULL)
),
paired AS (
    SELECT
        breach_id, field, value, key, retrieved_on, sequence,
        lag(value) OVER seen AS old_value,
        lag(key) OVER seen AS old_key,
        lag(retrieved_on) OVER seen AS previous_seen_on
    FROM keyed
    WINDOW seen AS (PARTITION BY breach_id, field ORDER BY sequence)
)
SELECT breach_id, field, old_value, value, previous_seen_on, retrieved_on
FROM paired
WHERE previous_seen_on IS NOT NULL AND key IS DISTINCT FROM old_key
ORDER BY retrieved_on, breach_id, field;
