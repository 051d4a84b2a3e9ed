-- One row is one count of individuals that occurs, the smallest first, and the reports that state it.
SELECT individuals_affected, count(*) AS reports
FROM filtered
WHERE individuals_affected IS NOT NULL
GROUP BY individuals_affected
ORDER BY individuals_affected;
