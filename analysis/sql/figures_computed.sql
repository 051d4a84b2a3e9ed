-- One row is one published figure, computed from the reports as HHS showed them on $day.
WITH due AS (
    SELECT * FROM published_figures WHERE figure_id = ANY($figure_ids)
),
periods AS (
    SELECT
        due.figure_id,
        shown.individuals_affected,
        CASE due.group_column
            WHEN 'none' THEN true
            WHEN 'breach_type'
                THEN list_has_any(string_split(shown.breach_type, ', '), string_split(group_value, '|'))
            WHEN 'location'
                THEN list_has_any(string_split(shown.location, ', '), string_split(group_value, '|'))
            WHEN 'entity_type' THEN list_contains(string_split(group_value, '|'), shown.entity_type)
            WHEN 'state' THEN list_contains(string_split(group_value, '|'), shown.state)
            WHEN 'business_associate_present'
                THEN shown.business_associate_present = (lower(group_value) IN ('true', 'yes'))
        END AS in_group
    FROM due
    JOIN breaches_as_of($day) AS shown
        ON shown.listing = 'hipaa'
        AND shown.submitted_on >= coalesce(due.from_on, DATE '2009-01-01')
        AND shown.submitted_on <= coalesce(due.to_on, $day)
        AND (due.min_individuals IS NULL OR shown.individuals_affected >= due.min_individuals)
)
SELECT
    figure_id,
    count(*) FILTER (in_group) AS reports,
    sum(individuals_affected) FILTER (in_group) AS individuals,
    avg(individuals_affected) FILTER (in_group) AS mean,
    median(individuals_affected) FILTER (in_group) AS median,
    count(*) FILTER (in_group) / count(*) AS share_reports,
    sum(individuals_affected) FILTER (in_group) / sum(individuals_affected) AS share_individuals
FROM periods
GROUP BY figure_id;
