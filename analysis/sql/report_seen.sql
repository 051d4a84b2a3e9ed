-- One row is one snapshot that showed the report, oldest first, up to $until.
SELECT snapshots.retrieved_on, observations.* EXCLUDE (snapshot_id, file_name, line_number)
FROM observations
JOIN snapshots USING (snapshot_id)
WHERE breach_id = $breach_id AND snapshots.retrieved_on <= $until
ORDER BY snapshots.sequence;
