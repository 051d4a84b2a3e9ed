-- One row is one report that stood as a placeholder of 500 or 501 on the day $since and that is still
-- shown on the page's day: its count now, and how old it was then.
SELECT
    filtered.breach_id,
    filtered.individuals_affected AS count_now,
    coalesce(filtered.individuals_affected > 501, false) AS is_raised,
    date_diff('day', filtered.submitted_on, $since::DATE) AS age_days
FROM breaches_as_of($since) AS earlier
JOIN filtered USING (breach_id)
WHERE earlier.is_placeholder;
