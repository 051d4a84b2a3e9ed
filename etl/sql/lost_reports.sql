-- One row: reports of the published database, and how many of them the new one no longer shows.
SELECT count(*) AS known, count(*) FILTER (shown.breach_id IS NULL) AS lost
FROM published.breaches AS before
LEFT JOIN candidate.breach_aliases AS renamed ON renamed.alias = before.breach_id
LEFT JOIN candidate.breaches AS shown
    ON shown.breach_id = coalesce(renamed.breach_id, before.breach_id)
WHERE before.listing = 'hipaa';
