-- One row is one report that an export of both views up to the page's day proves gone, as it was last
-- seen, the largest first. `all_rows` counts them all, `since_previous` those that the snapshot of
-- $previous_on still showed.
WITH known AS (
    SELECT *
    FROM snapshots
    WHERE listing = 'hipaa' AND retrieved_on <= $as_of_day
),
last_seen AS (
    SELECT breach_id, max(sequence) AS sequence
    FROM observations
    JOIN known USING (snapshot_id)
    GROUP BY breach_id
)
SELECT
    breach_id,
    observations.entity_name,
    observations.state,
    observations.individuals_affected,
    observations.submitted_on,
    known.retrieved_on AS last_seen_on,
    count(*) OVER () AS all_rows,
    count(*) FILTER (WHERE known.retrieved_on >= $previous_on) OVER () AS since_previous
FROM last_seen
JOIN known USING (sequence)
JOIN observations USING (breach_id, snapshot_id)
WHERE last_seen.sequence < (SELECT max(sequence) FROM known WHERE coverage = 'both')
ORDER BY observations.individuals_affected DESC NULLS LAST, breach_id
LIMIT $most;
