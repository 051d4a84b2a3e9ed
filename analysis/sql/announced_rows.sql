-- One row is one snapshot whose portal page announced a row count.
SELECT snapshot_id, retrieved_on, listing, announced_rows, row_count
FROM snapshots
WHERE announced_rows IS NOT NULL
ORDER BY sequence;
