-- One row is one year of submission: the share of narrated reports whose narrative tells of a vendor,
-- and the share of reports filed as with a business associate; NULL where none says.
SELECT
    year(submitted_on) AS year,
    count(*) AS reports,
    count(vendor_involved) AS narrated,
    count(vendor_involved) / count(*) AS narrated_share,
    count(*) FILTER (vendor_involved) / nullif(count(vendor_involved), 0) AS vendor_share,
    count(*) FILTER (business_associate_present) / nullif(count(business_associate_present), 0)
        AS associate_share
FROM filtered
GROUP BY year
ORDER BY year;
