-- One row is one year of submission: reports, and how many of them have a narrative.
SELECT
    year(submitted_on) AS year,
    count(*) AS reports,
    count(web_description) AS narrated,
    count(web_description) / count(*) AS narrated_share
FROM filtered
GROUP BY year
ORDER BY year;
