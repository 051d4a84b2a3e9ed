-- One row is one loaded export, newest first, with the rows observed and refused.
SELECT
    snapshots.retrieved_on,
    snapshots.source,
    snapshots.listing,
    snapshots.coverage,
    snapshots.row_count,
    snapshots.rejected_count,
    count(observations.breach_id) AS observed_count
FROM snapshots
LEFT JOIN observations USING (snapshot_id)
GROUP BY ALL
ORDER BY snapshots.retrieved_on DESC;
