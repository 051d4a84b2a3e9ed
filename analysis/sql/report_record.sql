-- At most one row: the report, all its observations, revisions and aliases as one JSON object.
WITH seen AS (
    SELECT list(seen ORDER BY seen.retrieved_on) AS observations
    FROM (
        SELECT snapshots.retrieved_on, snapshots.source, observations.* EXCLUDE (breach_id)
        FROM observations
        JOIN snapshots USING (snapshot_id)
        WHERE breach_id = $breach_id
    ) AS seen
),
changed AS (
    SELECT list(changed ORDER BY changed.seen_on, changed.field) AS revisions
    FROM (SELECT * EXCLUDE (breach_id) FROM revisions WHERE breach_id = $breach_id) AS changed
),
named AS (
    SELECT list(alias ORDER BY alias) AS aliases
    FROM breach_aliases
    WHERE breach_id = $breach_id
)
SELECT
    to_json({
        'breach_id': $breach_id,
        'page': '/report?id=' || $breach_id,
        'report': (SELECT breaches FROM breaches WHERE breach_id = $breach_id),
        'observations': observations,
        'revisions': coalesce(revisions, []),
        'aliases': coalesce(aliases, [])
    })::VARCHAR AS record
FROM seen, changed, named
WHERE observations IS NOT NULL;
