-- What was loaded
SELECT retrieved_on, source, coverage, row_count, rejected_count
FROM snapshots
ORDER BY retrieved_on
