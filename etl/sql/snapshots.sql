-- What was loaded, oldest first.
SELECT snapshot_id, retrieved_on, source, listing, coverage, row_count, rejected_count
FROM snapshots
ORDER BY sequence;
