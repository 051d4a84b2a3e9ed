-- The reports of 2014 as the first snapshot showed them
SELECT count(*) AS reports, sum(individuals_affected) AS individuals_affected
FROM breaches_as_of((SELECT min(retrieved_on) FROM snapshots))
WHERE year(submitted_on) = 2014
