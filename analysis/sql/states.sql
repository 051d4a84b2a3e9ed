-- One row is one state of filers (NULL: not stated): reports, individuals, and residents at the
-- middle of the period, on the straight line through the censuses of 2010 and 2020.
WITH period AS (
    SELECT min(submitted_on) + ((max(submitted_on) - min(submitted_on)) // 2)::INTEGER AS middle_on
    FROM filtered
),
censuses AS (
    SELECT
        state,
        min(census_day) AS first_on,
        max(census_day) AS last_on,
        arg_min(resident_population, census_day) AS first_population,
        arg_max(resident_population, census_day) AS last_population
    FROM state_population
    GROUP BY state
),
residents AS (
    SELECT
        state,
        first_population + (last_population - first_population)
            * (middle_on - first_on) / (last_on - first_on) AS residents
    FROM censuses, period
),
counted AS (
    SELECT
        state,
        count(*) AS reports,
        coalesce(sum(individuals_affected), 0)::BIGINT AS individuals_affected,
        median(individuals_affected) AS median_individuals,
        arg_max(entity_name, individuals_affected) AS largest_entity_name
    FROM filtered
    GROUP BY state
)
SELECT
    counted.state,
    reports,
    individuals_affected,
    median_individuals,
    largest_entity_name,
    round(residents)::BIGINT AS residents,
    reports / (residents / 1e6) AS reports_per_million
FROM counted
LEFT JOIN residents ON residents.state = counted.state
ORDER BY reports DESC, counted.state;
