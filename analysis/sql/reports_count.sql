-- One row: how many reports there are.
SELECT count(*) AS reports
FROM filtered;
