-- One row: how many reports there are, how many were hacked, and how many had a business associate.
SELECT
    count(*) AS reports,
    count(*) FILTER (
        list_has_any(string_split(breach_type, ', '), ['Hacking/IT Incident'])
    ) AS hacking,
    count(*) FILTER (business_associate_present) AS with_associate,
    count(business_associate_present) AS stated_associate
FROM filtered;
