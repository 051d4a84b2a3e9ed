-- One row is one report that an export of both views up to the page's day proves gone: as it was last
-- seen.
WITH last_full AS (
    SELECT max(sequence) AS sequence
    FROM snapshots
    WHERE coverage = 'both' AND listing = 'hipaa' AND retrieved_on <= $as_of_day
),
last_seen AS (
    SELECT observations.*, snapshots.retrieved_on, snapshots.sequence
    FROM observations
    JOIN snapshots USING (snapshot_id)
    WHERE snapshots.listing = 'hipaa' AND snapshots.retrieved_on <= $as_of_day
    QUALIFY row_number() OVER (PARTITION BY breach_id ORDER BY snapshots.sequence DESC) = 1
)
SELECT
    breach_id, entity_name, state, individuals_affected, submitted_on, retrieved_on AS last_seen_on
FROM last_seen, last_full
WHERE last_seen.sequence < last_full.sequence
ORDER BY individuals_affected DESC NULLS LAST, breach_id
LIMIT $most;
