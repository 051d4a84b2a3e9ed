-- One row is one age, by how many of 91, 183 and 365 days were over, of reports that the export of the
-- day $since showed as placeholders of 500 or 501 and that are still shown on the page's day; NULL for
-- all ages together. Quartiles are of the counts of the raised ones, now.
WITH then_placeholders AS (
    SELECT breach_id
    FROM observations
    JOIN snapshots USING (snapshot_id)
    WHERE retrieved_on = $since AND individuals_affected IN (500, 501)
),
placeholders AS (
    SELECT
        individuals_affected AS count_now,
        coalesce(count_now > 501, false) AS is_raised,
        $since::DATE - submitted_on AS days,
        (days >= 91)::TINYINT + (days >= 183)::TINYINT + (days >= 365)::TINYINT AS age
    FROM filtered
    WHERE breach_id IN (FROM then_placeholders)
)
SELECT
    age,
    count(*) AS placeholders,
    count(*) FILTER (WHERE is_raised) AS raised,
    quantile_cont(count_now, [0.25, 0.5, 0.75]) FILTER (WHERE is_raised) AS quartiles
FROM placeholders
GROUP BY GROUPING SETS ((age), ())
ORDER BY age NULLS FIRST;
