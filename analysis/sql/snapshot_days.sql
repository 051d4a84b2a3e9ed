-- One row is one day with a snapshot of the HIPAA listing, newest first, with the last one's source.
SELECT retrieved_on, max_by(source, sequence) AS source
FROM snapshots
WHERE listing = 'hipaa'
GROUP BY retrieved_on
ORDER BY retrieved_on DESC;
