-- One row is one year of submission: quantiles of individuals affected per report.
SELECT
    year(submitted_on) AS year,
    count(individuals_affected) AS reports,
    quantile_cont(individuals_affected, 0.10) AS p10,
    quantile_cont(individuals_affected, 0.25) AS p25,
    quantile_cont(individuals_affected, 0.50) AS p50,
    quantile_cont(individuals_affected, 0.75) AS p75,
    quantile_cont(individuals_affected, 0.90) AS p90,
    max(individuals_affected) AS largest_individuals
FROM filtered
WHERE individuals_affected IS NOT NULL
GROUP BY year
ORDER BY year;
