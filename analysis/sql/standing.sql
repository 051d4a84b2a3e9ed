-- One row: how many reports there are, and the first and last day of submission.
SELECT count(*) AS reports, min(submitted_on) AS first_on, max(submitted_on) AS last_on
FROM filtered;
