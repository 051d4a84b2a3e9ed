-- One row is one year of submission: the share of reports filed as hacking, and as theft or loss. A
-- report filed as both counts in both.
SELECT
    year(submitted_on) AS year,
    count(*) AS reports,
    count(*) FILTER (list_has_any(string_split(breach_type, ', '), ['Hacking/IT Incident'])) / count(*)
        AS hacking_share,
    count(*) FILTER (list_has_any(string_split(breach_type, ', '), ['Theft', 'Loss'])) / count(*)
        AS theft_or_loss_share,
    count(*) FILTER (
        list_has_any(string_split(breach_type, ', '), ['Unauthorized Access/Disclosure'])
    ) / count(*) AS unauthorized_share
FROM filtered
WHERE breach_type IS NOT NULL
GROUP BY year
ORDER BY year;
