-- One row is one entity type: reports, individuals, how many had a business associate involved.
SELECT
    entity_type AS member,
    count(*) AS reports,
    coalesce(sum(individuals_affected), 0)::BIGINT AS individuals_affected,
    max(individuals_affected) AS largest_individuals,
    count(*) FILTER (business_associate_present) AS with_associate,
    count(business_associate_present) AS stated_associate,
    count(*) FILTER (list_has_any(string_split(breach_type, ', '), ['Hacking/IT Incident'])) AS hacking
FROM filtered
WHERE entity_type IS NOT NULL
GROUP BY entity_type
ORDER BY reports DESC;
