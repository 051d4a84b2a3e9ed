-- One row is one type of breach and one location: reports that were filed with both. Both are sets,
-- so a report stands in every pair of its types and locations.
WITH pairs AS (
    SELECT
        unnest(string_split(breach_type, ', ')) AS breach_type,
        location,
        individuals_affected
    FROM filtered
    WHERE breach_type IS NOT NULL AND location IS NOT NULL
),
split AS (
    SELECT breach_type, unnest(string_split(location, ', ')) AS location, individuals_affected
    FROM pairs
)
SELECT
    breach_type,
    location,
    count(*) AS reports,
    median(individuals_affected) AS median_individuals
FROM split
GROUP BY breach_type, location
ORDER BY reports DESC, breach_type, location;
