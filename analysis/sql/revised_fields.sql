-- One row is one field: how often it was revised among the filtered reports up to the page's day
-- ($as_of_day), on how many reports, and on how many in the snapshot of that day (`last_…`). NULL is
-- all fields together. The other columns are of counts of individuals; `raised` and `lowered` ones
-- have a count on both sides. Each row repeats the numbers of filtered reports.
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
        count(DISTINCT breach_id) FILTER (WHERE is_last) AS last_reports,
        count(*) FILTER (WHERE 0 < old_count AND old_count < new_count) AS raised,
        count(*) FILTER (WHERE 0 < new_count AND new_count < old_count) AS lowered,
        count(*) FILTER (WHERE old_count = 0 OR new_count = 0) AS without_one,
        count(*) FILTER (WHERE is_last AND old_count IN (500, 501) AND new_count > 501)
            AS last_placeholders_raised,
        coalesce(sum(new_count - old_count) FILTER (WHERE is_last), 0)::BIGINT
            AS last_individuals_added
    FROM revised
    GROUP BY GROUPING SETS ((field), ())
),
passing AS (
    SELECT
        count(*) AS filtered_reports,
        count(*) FILTER (WHERE first_seen_on < last_seen_on) AS seen_twice,
        count(*) FILTER (WHERE first_seen_on = $as_of_day) AS new_reports
    FROM filtered
)
SELECT fields.*, passing.*
FROM fields, passing
ORDER BY revisions DESC, field NULLS FIRST;
