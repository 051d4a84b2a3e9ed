-- One row is one report that the export of the day $since showed as a placeholder of 500 or 501 and
-- that is still shown on the page's day: its count now, NULL where it states none, and its age in days
-- on the day $since.
WITH then_placeholders AS (
    SELECT breach_id
    FROM observations
    JOIN snapshots USING (snapshot_id)
    WHERE retrieved_on = $since AND individuals_affected IN (500, 501)
)
SELECT
    individuals_affected AS count_now,
    $since::DATE - submitted_on AS age_days
FROM filtered
WHERE breach_id IN (FROM then_placeholders);
