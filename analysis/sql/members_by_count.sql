-- One row is one member of the chosen column and one count of individuals that occurs among its
-- reports, the smallest first, with the reports that state it.
SELECT member, individuals_affected, count(*) AS reports
FROM grouped
WHERE individuals_affected IS NOT NULL
GROUP BY member, individuals_affected
ORDER BY member, individuals_affected;
