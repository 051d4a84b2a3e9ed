-- Types of breach, a report counted in each of its types
SELECT
    breach_types.breach_type,
    count(*) AS reports,
    median(individuals_affected)::BIGINT AS median_individuals
FROM breach_types
JOIN breaches USING (breach_id)
GROUP BY breach_types.breach_type
ORDER BY reports DESC
