-- One row is one report that a snapshot showed with a placeholder count of 500 or 501 and that the
-- newest snapshot up to the page's day still shows: its count then and now.
WITH first_shown AS (
    SELECT
        breach_id,
        min(retrieved_on) AS first_on,
        arg_min(individuals_affected, retrieved_on) AS placeholder
    FROM observations
    JOIN snapshots USING (snapshot_id)
    WHERE individuals_affected IN (500, 501) AND retrieved_on <= $since
    GROUP BY breach_id
    HAVING max(retrieved_on) = $since
)
SELECT
    breach_id,
    filtered.submitted_on,
    placeholder,
    filtered.individuals_affected AS count_now,
    filtered.individuals_affected > 501 AS is_raised,
    date_diff('day', filtered.submitted_on, $since::DATE) AS age_days
FROM first_shown
JOIN filtered USING (breach_id);
