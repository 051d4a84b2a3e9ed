-- One row is one count of individuals that occurs (NULL: none stated), the smallest first: reports that
-- state it, and how many of them were hacked, had a business associate, or say whether they had.
SELECT
    individuals_affected,
    count(*) AS reports,
    count(*) FILTER (
        list_has_any(string_split(breach_type, ', '), ['Hacking/IT Incident'])
    ) AS hacking,
    count(*) FILTER (business_associate_present) AS with_associate,
    count(business_associate_present) AS stated_associate
FROM filtered
GROUP BY individuals_affected
ORDER BY individuals_affected NULLS LAST;
