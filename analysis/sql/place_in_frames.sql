-- One row is one frame (all, year, state, entity_type, breach_type) and the other reports in it that
-- were filed up to $until, set beside one report or case of $individuals. Where it $draws, `sizes` are at
-- most 101 of their counts, evenly spaced by rank: what is drawn does not grow with the data.
WITH others AS (
    SELECT
        entity_name,
        breach_id,
        individuals_affected AS size,
        list_filter([
            'all',
            CASE WHEN year(submitted_on) = $year THEN 'year' END,
            CASE WHEN state = $its_state THEN 'state' END,
            CASE WHEN entity_type = $its_entity_type THEN 'entity_type' END,
            CASE
                WHEN list_has_any(string_split(breach_type, ', '), $breach_types)
                THEN 'breach_type'
            END
        ], lambda frame: frame IS NOT NULL) AS frames
    FROM filtered
    WHERE individuals_affected IS NOT NULL
        AND submitted_on <= $until
        AND breach_id <> $breach_id
),
framed AS (SELECT * EXCLUDE (frames), unnest(frames) AS frame FROM others)
SELECT
    frame,
    count(*) AS others,
    count(*) FILTER (size > $individuals) AS larger,
    count(*) FILTER (size < $individuals) AS smaller,
    median(size) AS median_individuals,
    max(size) AS largest_individuals,
    max_by(entity_name, size) AS largest_entity_name,
    max_by(breach_id, size) AS largest_breach_id,
    list_sort(list_distinct(
        quantile_disc(size, [k / 100.0 FOR k IN range(101)]) FILTER ($draws)
    )) AS sizes
FROM framed
GROUP BY frame;
