-- One row is one field: how often it was revised among the filtered reports up to the page's day
-- ($as_of_day), on how many reports, and on how many by the snapshot of that day (`last_…`). What
-- follows is of counts of individuals; `raised` and `lowered` ones have a count on both sides. Each row
-- repeats the numbers of filtered reports; where nothing was revised, they stand in one row of no field.
WITH revised AS (
    SELECT
        breach_id,
        field,
        seen_on = $as_of_day AS is_last,
        CASE WHEN field = 'individuals_affected' THEN coalesce(old_value::BIGINT, 0) END AS old_count,
        CASE WHEN field = 'individuals_affected' THEN coalesce(new_value::BIGINT, 0) END AS new_count
    FROM revisions
    JOIN filtered USING (breach_id)
    WHERE seen_on <= $as_of_day
),
fields AS (
    SELECT
        field,
        count(*) AS revisions,
        count(DISTINCT breach_id) AS reports,
        count(*) FILTER (WHERE is_last) AS last_reports,
        count(*) FILTER (WHERE 0 < old_count AND old_count < new_count) AS raised,
        count(*) FILTER (WHERE 0 < new_count AND new_count < old_count) AS lowered,
        count(*) FILTER (WHERE is_last AND old_count IN (500, 501) AND new_count > 501)
            AS last_placeholders_raised,
        coalesce(sum(new_count - old_count) FILTER (WHERE is_last), 0)::BIGINT
            AS last_individuals_added
    FROM revised
    GROUP BY field
),
passing AS (
    SELECT
        count(*) AS filtered_reports,
        count(*) FILTER (WHERE first_seen_on < last_seen_on) AS seen_twice,
        count(*) FILTER (WHERE first_seen_on = $as_of_day) AS new_reports,
        count(*) FILTER (
            WHERE breach_id IN (SELECT breach_id FROM revisions WHERE seen_on = $as_of_day)
        ) AS revised_last
    FROM filtered
)
SELECT *
FROM passing
LEFT JOIN fields ON true
ORDER BY revisions DESC, field;
