-- The largest report of each year
SELECT
    year(submitted_on) AS year,
    max_by(entity_name, individuals_affected) AS entity_name,
    max(individuals_affected) AS individuals_affected
FROM breaches
GROUP BY year
ORDER BY year DESC
