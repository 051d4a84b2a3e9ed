-- One row is one rule and the number of rows that break it.
SELECT 'rows of the files that are neither observed nor refused' AS rule,
    (SELECT sum(row_count) FROM snapshots)
    - (SELECT count(*) FROM observations) - (SELECT count(*) FROM rejects) AS broken
UNION ALL
SELECT 'reports that stand twice in one snapshot',
    count(*) - count(DISTINCT (breach_id, snapshot_id)) FROM observations
UNION ALL
SELECT 'ids that stand twice among the reports', count(*) - count(DISTINCT breach_id) FROM breaches
UNION ALL
SELECT 'observations of an unknown snapshot', count(*)
FROM observations ANTI JOIN snapshots USING (snapshot_id)
UNION ALL
SELECT 'aliases of an unknown report', count(*)
FROM breach_aliases ANTI JOIN observations USING (breach_id)
UNION ALL
SELECT 'reports of the newest full export that are missing',
    coalesce((
        SELECT max_by(row_count - rejected_count, sequence)
        FROM snapshots
        WHERE coverage = 'both' AND listing = 'hipaa'
            AND sequence = (SELECT max(sequence) FROM snapshots WHERE listing = 'hipaa')
    ) - (SELECT count(*) FROM breaches WHERE listing = 'hipaa'), 0);
