-- One row: the day of the newest export of both views up to $until that no longer shows the report;
-- NULL where there is none.
SELECT max(retrieved_on) AS missing_on
FROM snapshots
WHERE coverage = 'both'
    AND retrieved_on <= $until
    AND listing = $its_listing
    AND retrieved_on > $last_seen_on;
