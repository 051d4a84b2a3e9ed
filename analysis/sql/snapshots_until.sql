-- One row is one snapshot up to $as_of_day, oldest first.
SELECT snapshot_id
FROM snapshots
WHERE retrieved_on <= $as_of_day
ORDER BY sequence;
